import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PlacedApp } from '../placed-app.ts';

/** Ends the app when the runner dies without being able to end it itself. */
const END_WITH_PARENT = fileURLToPath(new URL('end-with-parent.ts', import.meta.url));

/** An app gets 3 s to drain; this is a second more. */
const KILL_AFTER_MS = 4000;

const KEPT_LINES = 12;

export type AppState =
  | { readonly is: 'starting' }
  | { readonly is: 'ready'; readonly afterMs: number }
  /** `reason` is in words: `exit code 1`, `signal SIGKILL`. */
  | { readonly is: 'ended'; readonly reason: string };

export interface AppProcessOptions {
  readonly app: PlacedApp;
  /** The workspace root. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  onLine(line: string): void;
  onEnd(): void;
}

/** One app as a process group of its own, so that ending it ends whatever it has started. */
export class AppProcess {
  readonly app: PlacedApp;
  readonly startedAtMs = performance.now();
  state: AppState = { is: 'starting' };
  /** The last of what it wrote, for saying why it died. */
  readonly lastLines: string[] = [];
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;

  constructor({ app, root, env, onLine, onEnd }: AppProcessOptions) {
    this.app = app;
    this.#child = spawn(process.execPath, ['--import', END_WITH_PARENT, `${app.dir}/src/main.ts`], {
      cwd: root,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const input of [this.#child.stdout, this.#child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        this.lastLines.push(line);
        if (this.lastLines.length > KEPT_LINES) this.lastLines.shift();
        onLine(line);
      });
    }
    this.ended = new Promise((resolve) => {
      const end = (reason: string) => {
        this.state = { is: 'ended', reason };
        this.#signal('SIGKILL');
        resolve();
        onEnd();
      };
      this.#child.once('error', (error) => end(error.message));
      // `close` rather than `exit`: by then its last lines have been read.
      this.#child.once('close', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
    });
  }

  ready(): void {
    if (this.state.is === 'starting') this.state = { is: 'ready', afterMs: performance.now() - this.startedAtMs };
  }

  /** Asks it to end, and ends it by force if it does not. Resolves when it is gone. */
  async stop(): Promise<void> {
    if (this.state.is === 'ended') return;
    const kill = setTimeout(() => this.#signal('SIGKILL'), KILL_AFTER_MS);
    this.#signal('SIGTERM');
    await this.ended;
    clearTimeout(kill);
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // The group is gone already.
    }
  }
}
