import type { Socket } from 'node:net';
import type { AbortReason } from '@bff/errors';
import type { OpenRequest } from './request-scope.ts';

/** The requests that an app is answering right now. */
export class InFlightRequests {
  readonly #open = new Set<OpenRequest>();
  #draining = false;
  #whenEmpty: (() => void)[] = [];

  get count(): number {
    return this.#open.size;
  }

  /** True from the start of a shutdown on: each reply then closes its connection. */
  get draining(): boolean {
    return this.#draining;
  }

  add(request: OpenRequest): void {
    this.#open.add(request);
    if (this.#draining) closeAfterReply(request);
  }

  remove(request: OpenRequest): void {
    this.#open.delete(request);
    const { socket } = request.req;
    // Its head may have gone out before the shutdown began, with no `Connection: close` in it.
    if (this.#draining && this.on(socket).length === 0) socket.destroySoon();
    if (this.#open.size === 0) for (const resolve of this.#whenEmpty.splice(0)) resolve();
  }

  /** The requests on this connection; more than one only when the client pipelines. */
  on(socket: Socket | object): OpenRequest[] {
    return [...this.#open].filter((request) => request.req.socket === socket);
  }

  startDraining(): void {
    this.#draining = true;
    for (const request of this.#open) closeAfterReply(request);
  }

  abortAll(reason: AbortReason): void {
    for (const request of this.#open) request.abort(reason);
  }

  /** Resolves when no request is in flight. */
  whenEmpty(): Promise<void> {
    if (this.#open.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }
}

/** Node turns this into `Connection: close` when it writes the head. */
function closeAfterReply({ res }: OpenRequest): void {
  if (!res.headersSent) res.shouldKeepAlive = false;
}
