import { execFile } from 'node:child_process';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** `node apps/x/src/main.ts (pid 123)` for the process that listens on the port; undefined when that cannot be found out. */
export async function findPortHolder(port: number): Promise<string | undefined> {
  const pid = (await pidFromProc(port)) ?? (await pidFromLsof(port));
  if (pid === undefined) return undefined;
  const command = await commandOf(pid);
  return command ? `${command} (pid ${pid})` : `pid ${pid}`;
}

/** Linux: the socket's inode stands in /proc/net/tcp, and the owner has it among its open files. */
async function pidFromProc(port: number): Promise<string | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return undefined;
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of processes) {
    // Another user's process cannot be looked into.
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
    if (links.some((link) => sockets.has(link))) return pid;
  }
  return undefined;
}

const LISTEN = '0A';

/** The inodes of the sockets that listen on a port, from the text of /proc/net/tcp. */
export function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(suffix) && state === LISTEN)
    .flatMap((fields) => fields[9] ?? []);
}

async function pidFromLsof(port: number): Promise<string | undefined> {
  const output = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']);
  return /^p(\d+)$/m.exec(output)?.[1];
}

async function commandOf(pid: string): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const command = fromProc ? fromProc.replaceAll('\0', ' ') : await run('ps', ['-o', 'command=', '-p', pid]);
  return command.trim().slice(0, 120);
}

const run = (command: string, args: string[]) =>
  promisify(execFile)(command, args, { timeout: 3000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
