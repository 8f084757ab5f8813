import { execFile, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../src/running/free-ports.ts';
import { root } from '../src/running/running-command.ts';

const run = promisify(execFile);
const build = (...args: string[]) => run(process.execPath, ['tools/src/build/build-app.ts', ...args], { cwd: root });

describe('a built app', () => {
  let outDir: string;
  beforeAll(async () => {
    outDir = mkdtempSync(path.join(tmpdir(), 'built-'));
    await build('mobile-bff', outDir);
  });
  afterAll(() => rmSync(outDir, { recursive: true }));

  const readJson = (file: string) => JSON.parse(readFileSync(path.join(outDir, file), 'utf8'));

  it('needs exactly the packages that its code imports, at the versions of the workspace', () => {
    const { dependencies } = readJson('package.json');
    expect(dependencies).toMatchObject({ axios: '1.21.1', cockatiel: '4.0.0', express: '5.3.0', pino: '10.4.0' });
    expect(Object.keys(dependencies).filter((name) => /^@bff\/|jest|esbuild|typescript/.test(name))).toEqual([]);
    expect(readFileSync(path.join(outDir, 'main.js'), 'utf8')).not.toMatch(/from "@bff\//);
  });

  it('brings its configuration', () => {
    expect(readFileSync(path.join(outDir, 'config/mobile-bff.yaml'), 'utf8')).toMatch(/^page:/m);
  });

  it('becomes ready away from the workspace, with nothing installed but what its lock file names', async () => {
    for (const folder of Object.keys(readJson('package-lock.json').packages)) {
      // What is nested comes along with the package that holds it.
      if (folder === '' || folder.indexOf('node_modules/', 1) !== -1) continue;
      mkdirSync(path.dirname(path.join(outDir, folder)), { recursive: true });
      symlinkSync(path.join(root, folder), path.join(outDir, folder));
    }
    const [port, adminPort, issuerPort] = await freePorts(3);
    const keys = JSON.stringify({ keys: [publicJwk()] });
    const issuer = createServer((_req, res) => res.setHeader('content-type', 'application/json').end(keys));
    await new Promise<void>((resolve) => issuer.listen(issuerPort, '127.0.0.1', resolve));
    // The links are kept as they are, or Node would look for packages in the workspace that they lead to.
    const app = spawn(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', 'main.js'], {
      cwd: outDir,
      env: {
        PORT: String(port),
        ADMIN_PORT: String(adminPort),
        AUTH_JWKS_URL: `http://127.0.0.1:${issuerPort}/.well-known/jwks.json`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const exited = new Promise((resolve) => app.once('exit', resolve));
    try {
      expect(await firstOk(`http://127.0.0.1:${adminPort}/readyz`)).toBe(true);
    } finally {
      app.kill('SIGTERM');
      issuer.close();
      issuer.closeAllConnections();
    }
    expect(await exited).toBe(0);
  });
});

it('a project that is none is refused with those that there are', async () => {
  await expect(build('mobile')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^"mobile" is not a project; those that can be built are .*mobile-bff.*\n$/),
  });
});

function publicJwk() {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'ES256', use: 'sig' };
}

async function firstOk(url: string): Promise<boolean> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return true;
    await sleep(50);
  }
  return false;
}
