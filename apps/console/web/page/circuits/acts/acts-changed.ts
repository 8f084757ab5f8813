const listeners = new Set<() => void>();

/** Says that the audit trail has a new line. */
export function announceAct(): void {
  for (const listener of listeners) listener();
}

export function onAct(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
