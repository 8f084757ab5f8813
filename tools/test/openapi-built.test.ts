import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../src/running/free-ports.ts';
import { root } from '../src/running/running-command.ts';

const run = promisify(execFile);

describe('a built app', () => {
  // Within the workspace, where its packages are.
  let outDir: string;
  beforeAll(async () => {
    mkdirSync(path.join(root, 'dist'), { recursive: true });
    outDir = mkdtempSync(path.join(root, 'dist/built-'));
    await run(process.execPath, ['tools/src/build/build-app.ts', 'mobile-bff', outDir], { cwd: root });
  });
  afterAll(() => rmSync(outDir, { recursive: true }));

  it('needs the package whose files its documentation page is made of', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(outDir, 'package.json'), 'utf8'));
    expect(dependencies).toHaveProperty('swagger-ui-dist');
  });

  it('serves its document and the page to read it', async () => {
    const [port, adminPort] = await freePorts(2);
    const env = { PATH: process.env['PATH'], PORT: String(port), ADMIN_PORT: String(adminPort), LOG_LEVEL: 'error' };
    const app = spawn(process.execPath, ['main.js'], { cwd: outDir, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const exited = new Promise((resolve) => app.once('exit', resolve));
    try {
      const url = `http://127.0.0.1:${port}`;
      const page = await firstAnswer(`${url}/docs`);
      const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
      expect(named).toContain('docs/swagger-ui-bundle.js');
      for (const file of named) expect((await fetch(`${url}/${file}`)).status).toBe(200);
      const document = await (await fetch(`${url}/openapi.json`)).json();
      expect(document).toEqual(JSON.parse(readFileSync(path.join(root, 'apps/mobile-bff/openapi.json'), 'utf8')));
    } finally {
      app.kill('SIGTERM');
      await exited;
    }
  });
});

async function firstAnswer(url: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return response.text();
    await sleep(50);
  }
  throw new Error(`${url} does not answer`);
}
