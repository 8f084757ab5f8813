// What `npm start` and `npm test` do before anything is installed. It must run on any Node that npm itself runs on, so:
// no dependencies, no TypeScript, no recent syntax.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [22, 19];

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/**
 * True when what is installed is not what the lock file says. Compared by content: dates say nothing after a checkout.
 * npm keeps a copy of what it installed, and writes it last, so an install that was cut short is done again.
 */
export function needsInstall(dir = root) {
  const wanted = readJson(path.join(dir, 'package-lock.json')).packages;
  let installed;
  try {
    installed = readJson(path.join(dir, 'node_modules/.package-lock.json')).packages;
  } catch {
    return true;
  }
  // The root itself is in one of the two only, and an optional package may be for another platform.
  const missing = (name) => name !== '' && !installed[name] && !wanted[name].optional;
  const differs = (name) =>
    !wanted[name] ||
    ['version', 'resolved', 'integrity', 'link'].some((field) => wanted[name][field] !== installed[name][field]);
  return Object.keys(wanted).some(missing) || Object.keys(installed).some(differs);
}

/** Runs `npm ci` when it is needed, and ends the process when that fails. */
export function installIfNeeded(dir = root) {
  if (!needsInstall(dir)) return;
  console.log('Installing the dependencies with npm ci. This takes a minute the first time.');
  const startedAt = Date.now();
  const cli = process.env.npm_execpath;
  // Its warnings about old engines do not matter, for the install brings its own Node.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: dir, stdio: 'inherit' };
  const npm = cli
    ? spawnSync(process.execPath, [cli].concat(args), options)
    : spawnSync('npm', args, Object.assign({ shell: process.platform === 'win32' }, options));
  if (npm.status !== 0) {
    console.error(
      `npm ci failed (${npm.error ? npm.error.message : `exit code ${npm.status}`}). Its own words are above.`,
    );
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

const isNewEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
};

/** The Node that the install brought, else this one. Ends the process when neither is new enough. */
export function findNode() {
  const brought = path.join(root, 'node_modules/.bin/node');
  if (fs.existsSync(brought)) {
    const answer = spawnSync(brought, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && isNewEnough(answer.stdout)) return brought;
  }
  if (isNewEnough(process.version)) return process.execPath;
  const wanted = fs.readFileSync(path.join(root, '.nvmrc'), 'utf8').trim();
  console.error(
    `This needs Node ${OLDEST_NODE.join('.')} or later, and ${process.execPath} is ${process.version}. ` +
      `Install Node ${wanted} (for example with "nvm install") and run the command again.`,
  );
  return process.exit(1);
}

/**
 * Runs a script of this repository on the right Node, with the same terminal, and ends with its exit code. The IPC
 * channel tells the script when this process dies, by whatever means.
 */
export function runOnRightNode(script, args) {
  const node = findNode();
  const bin = path.join(root, 'node_modules/.bin');
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, script)].concat(args), {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { PATH: bin + path.delimiter + process.env.PATH }),
  });
  // A terminal sends Ctrl-C to every process in the foreground, so to the script too: it decides when all is ended.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('exit', (code) => process.exit(code === null ? 1 : code));
}
