import { listen } from './listen.ts';

it('answers over real HTTP on a free port, and drops what is open when it is closed', async () => {
  const { url, port, close } = await listen((req, res) => {
    if (req.url === '/hang') return;
    res.end('hello');
  });
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(url)).text()).toBe('hello');
  const hanging = fetch(`${url}/hang`).then(
    () => 'answered',
    () => 'dropped',
  );
  await fetch(url);
  await close();
  expect(await hanging).toBe('dropped');
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
