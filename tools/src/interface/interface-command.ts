import type { ComparedApp } from './compared-app.ts';

/** A command that holds one kind of interface against what is committed of it, for every app that has it. */
export interface InterfaceCommand {
  /** `openapi`, as in `npm run openapi`. */
  readonly name: string;
  /** What is committed and where, for the help. */
  readonly about: string;
  /** `apps/<app>/openapi-changes.md`, for the help. */
  readonly changelogFile: string;
  /** What is said of the apps when nothing differs: `documents and client types are what the code gives`. */
  readonly whenSame: string;
  readonly compareApps: (root: string) => Promise<readonly ComparedApp[]>;
}
