interface Call {
  readonly ids: string[];
  readonly answered: Promise<void>;
}

/**
 * Collects what it is asked for in one go, as DataLoader does, and makes one call of it, which takes as long as `answer`.
 * Stricter than DataLoader, which collects for a whole turn of the event loop: one `await` between two loads makes two calls.
 */
export function batchingLoader(answer: () => Promise<void> = () => Promise.resolve()) {
  const calls: string[][] = [];
  let collecting: Call | undefined;
  const begin = (): Call => {
    const call = { ids: [], answered: answer() };
    calls.push(call.ids);
    queueMicrotask(() => (collecting = undefined));
    return call;
  };
  return {
    /** What each call was made for. */
    calls,
    load: (id: string) => async (): Promise<string> => {
      collecting ??= begin();
      collecting.ids.push(id);
      await collecting.answered;
      return `${id} loaded`;
    },
  };
}
