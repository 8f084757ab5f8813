import type { Entry } from '../src/entry.ts';
import type { Looked, LookRequest, SharedStore } from '../src/shared-store.ts';

type Write = { readonly name: string; readonly entry: Entry; readonly keepMs: number };

const nothing: Looked = { entry: undefined, lease: 'mine' };

/** A shared store that does what the test says, and notes what it was asked. Answers at once that there is nothing. */
export class ScriptedStore implements SharedStore {
  connected = true;
  trouble: string | undefined;
  readonly looks: LookRequest[] = [];
  readonly writes: Write[] = [];
  readonly released: string[] = [];
  closed = false;
  onLook: (request: LookRequest) => Promise<Looked> = () => Promise.resolve(nothing);
  onWrite: (write: Write) => Promise<'stored' | 'older' | 'clock'> = () => Promise.resolve('stored');
  onNodeOf: (name: string) => string = () => 'redis';

  nodeOf(name: string): string {
    return this.onNodeOf(name);
  }

  look(request: LookRequest): Promise<Looked> {
    this.looks.push(request);
    return this.onLook(request);
  }

  write(name: string, entry: Entry, keepMs: number): Promise<'stored' | 'older' | 'clock'> {
    this.writes.push({ name, entry, keepMs });
    return this.onWrite({ name, entry, keepMs });
  }

  async release(name: string): Promise<void> {
    this.released.push(name);
  }

  close(): void {
    this.closed = true;
  }
}

export const never = <T>(): Promise<T> => new Promise<T>(() => {});
