import type { ActName } from '../../../../src/wire/index.ts';

/** What is said of an act before it is done. */
export const actWords: Readonly<Record<ActName, { readonly verb: string; readonly does: string }>> = {
  isolate: {
    verb: 'Isolate',
    does: 'No call goes to the service until somebody closes or resets the circuit. Pages go out without what it knows.',
  },
  close: {
    verb: 'Close',
    does: 'Calls go to the service again at once, with an empty window. It opens again by itself if they fail.',
  },
  reset: {
    verb: 'Reset',
    does: 'As after a restart: closed, nothing counted, no failure remembered, the shortest open time next.',
  },
};
