import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { listProjects } from '../src/build/find-project.ts';
import { root } from '../src/running/running-command.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.object({ context: z.string(), args: z.object({ APP: z.string() }) }).optional(),
      image: z.string().optional(),
      environment: z.record(z.string(), z.string()).default({}),
      ports: z.array(z.string()).default([]),
      read_only: z.boolean(),
      cap_drop: z.array(z.string()),
      security_opt: z.array(z.string()),
    }),
  ),
});
const { services } = composeSchema.parse(parse(read('docker-compose.yml'), { merge: true }));
const apps = listProjects(root).filter(({ dir }) => existsSync(path.join(root, dir, 'src/main.ts')));

const command = [['docker', 'compose'], ['docker-compose']].find(
  ([program = '', ...args]) => spawnSync(program, [...args, 'version']).status === 0,
);
// On a developer's machine it may be missing; a CI run without it would prove nothing.
const whenThere = command || process.env['CI'] ? describe : describe.skip;

whenThere('docker-compose itself (skipped where there is none)', () => {
  it.each([[[]], [['--profile', 'observability']]])('finds docker-compose.yml valid with %j', (options) => {
    const [program = 'docker-compose', ...args] = command ?? [];
    const result = spawnSync(program, [...args, ...options, 'config'], { cwd: root, encoding: 'utf8' });
    expect(result.error ?? result.stderr).toBe('');
    expect(result.status).toBe(0);
  });
});

describe('docker-compose.yml', () => {
  it('runs every app, and everything else at a fixed version', () => {
    const built = Object.values(services).flatMap(({ build }) => build?.args.APP ?? []);
    // Whoever adds an app adds it there too.
    expect(built.toSorted()).toEqual(apps.map((app) => app.name).toSorted());
    const images = Object.values(services).flatMap(({ build, image = '' }) => (build ? [] : image));
    for (const image of images) expect(image).toMatch(/^[a-z/]+:v?\d+\.\d+\.\d+/);
  });

  it('lets no container write, gain privileges or keep capabilities', () => {
    for (const [name, service] of Object.entries(services)) {
      expect({ name, ...service }).toMatchObject({
        name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('publishes on this machine alone, and only what client apps call and what issues tokens', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(published.map(([name]) => name).filter((name) => name.endsWith('-service'))).toEqual(['user-service']);
    for (const [, { build, ports, environment }] of published) {
      // An app listens on the same port inside; what is not ours has a port of its own there.
      const port = build ? environment['PORT'] : '\\d+';
      expect(ports).toEqual([expect.stringMatching(`^127\\.0\\.0\\.1:${port}:${port}$`)]);
    }
  });

  it('publishes no port of this machine twice, and no admin port', () => {
    const taken = Object.values(services).flatMap(({ ports }) => ports.map((port) => port.split(':')[1]));
    const admin = Object.values(services).flatMap(({ environment }) => environment['ADMIN_PORT'] ?? []);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.filter((port) => port !== undefined && admin.includes(port))).toEqual([]);
  });

  it('names one issuer, and reaches each service under its own name and port', () => {
    const issuers = Object.values(services).flatMap(({ environment }) => environment['AUTH_ISSUER'] ?? []);
    expect(new Set(issuers)).toEqual(new Set(['http://user-service:4002']));
    for (const { environment } of Object.values(services)) {
      for (const [variable, url] of Object.entries(environment)) {
        const [, name = ''] = /^([A-Z]+_SERVICE)_URL$/.exec(variable) ?? [];
        if (name === '') continue;
        const service = name.toLowerCase().replace('_', '-');
        expect(url).toBe(`http://${service}:${services[service]?.environment['PORT']}`);
      }
    }
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('uses the Node that developers use', () => {
    const images = lines.filter((line) => line.startsWith('FROM')).map((line) => line.split(' ')[1]);
    expect(new Set(images)).toEqual(new Set([`node:${read('.nvmrc').trim()}-slim`]));
  });

  it('runs only commands that exist here', () => {
    const commands = lines.filter((line) => line.startsWith('RUN ')).map((line) => line.slice(4));
    expect(commands).toEqual([
      'npm ci --no-audit --no-fund',
      'NX_DAEMON=false npx nx build "$APP"',
      'npm ci --omit=dev --ignore-scripts --no-audit --no-fund',
    ]);
  });

  it('copies nothing away that the build needs', () => {
    const ignored = read('.dockerignore').split('\n');
    const needed = [
      'package.json',
      'package-lock.json',
      'nx.json',
      'tsconfig.base.json',
      'apps',
      'libs',
      'tools',
      'config',
    ];
    for (const name of needed) {
      expect(existsSync(path.join(root, name))).toBe(true);
      expect(ignored).not.toContain(name);
    }
  });

  it('runs as a user without rights, with a health check on the admin port', () => {
    expect(lines).toContain('USER node');
    expect(lines).toContain('STOPSIGNAL SIGTERM');
    expect(lines).toContain('CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=30", "main.js"]');
    const [, script = ''] = /CMD \["node", "-e", "(.*)"\]/.exec(read('Dockerfile')) ?? [];
    expect(script).toMatch(/ADMIN_PORT.*\/livez/);
    const check = spawnSync(process.execPath, ['-e', script], { env: { ADMIN_PORT: '1' } });
    expect(check).toMatchObject({ status: 1, signal: null });
  });
});
