import { orderPageBody, orderPageData } from '../../graphql/workload.ts';
import type { RunningContender } from './running-contender.ts';
import type { RunningDriver } from './running-driver.ts';

/** Far from those that are asked for while it is measured. */
const USER = 39_999;

/** One page of a contender, as data. */
export async function pageOf({ port, contender }: RunningContender, token: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'x-user-id': `usr_${USER}`, 'content-type': 'application/json' };
  const base = `http://127.0.0.1:${port}`;
  const response = contender.workload.startsWith('graphql')
    ? await fetch(`${base}/graphql`, { method: 'POST', headers, body: orderPageBody(`ord_${USER}`) })
    : await fetch(`${base}/v1/orders/ord_${USER}`, { headers });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${contender.name} answered ${response.status}: ${text}`);
  if (contender.workload.startsWith('graphql')) return orderPageData(text);
  return JSON.parse(text, (name, value: unknown) => (name === 'requestId' ? 'any' : value));
}

/** @throws {Error} naming the contender whose page is another than the first one's, and both pages */
export async function checkSamePage(running: readonly RunningContender[], driver: RunningDriver): Promise<void> {
  const token = await driver.token(USER);
  const pages: { readonly name: string; readonly text: string }[] = [];
  for (const one of running) pages.push({ name: one.contender.name, text: JSON.stringify(await pageOf(one, token)) });
  differing(pages);
}

/** @throws {Error} as above */
export function differing(pages: readonly { readonly name: string; readonly text: string }[]): void {
  const [first] = pages;
  const other = pages.find(({ text }) => text !== first?.text);
  if (first === undefined || other === undefined) return;
  throw new Error(`${other.name} does not send the page of ${first.name}:\n${other.text}\nin place of\n${first.text}`);
}
