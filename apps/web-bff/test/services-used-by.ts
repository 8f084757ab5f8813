import type { Section } from '@bff/aggregation';
import type { Services } from '@bff/downstream-clients';

/** Whatever is asked of it, it is there, can be called, and is an empty list. */
const anything: unknown = new Proxy(() => anything, {
  get: (_, name) => (name === 'then' ? undefined : anything),
});

/** The names of the services that a section's loader reaches for, which it does before it looks at anything else. */
export function servicesUsedBy({ load }: Section<Services>): string[] {
  const used: string[] = [];
  const sources = new Proxy({}, { get: (_, name) => used.push(String(name)) && anything });
  try {
    load(sources as Services, anything as never).catch(() => undefined);
  } catch {
    // It made nothing of what it was given, which is no matter here.
  }
  return used;
}
