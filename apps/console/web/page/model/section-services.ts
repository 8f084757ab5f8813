import type { AppState, RecentAttempt } from '../../../src/wire/index.ts';

/** Which service is behind what is missing on pages, and why, of the last minute. */
export interface Blamed {
  /** Codes of the sections that a service is behind, with how often; what a circuit refused is a consequence and not counted. */
  codesOf(service: string): Readonly<Record<string, number>>;
  /** The services behind what is missing on a page of an app, the one with most first. */
  servicesOf(app: string, page: string): readonly string[];
}

/**
 * A report counts sections, and a section is not named for its service (`stock` is what inventory knows). Which is behind
 * which is seen from the attempts of recent pages.
 */
export function blamedServices(apps: readonly AppState[]): Blamed {
  const codes = new Map<string, Record<string, number>>();
  const misses = new Map<string, Map<string, number>>();
  for (const { pages, app } of apps) {
    const serviceBySection = servicesBySection(
      pages?.recent.flatMap(({ page, attempts }) => attempts.map((one) => ({ ...one, page }))) ?? [],
    );
    for (const report of pages?.pages ?? []) {
      for (const { section, codes: bySection } of report.sections) {
        const service = serviceBySection.get(`${report.page} ${section}`);
        if (service === undefined) continue;
        for (const [code, times] of Object.entries(bySection)) {
          const ofPage = entryOf(misses, `${app} ${report.page}`, () => new Map<string, number>());
          ofPage.set(service, (ofPage.get(service) ?? 0) + times);
          if (isConsequence(code)) continue;
          const ofService = entryOf(codes, service, (): Record<string, number> => ({}));
          ofService[code] = (ofService[code] ?? 0) + times;
        }
      }
    }
  }
  return {
    codesOf: (service) => codes.get(service) ?? {},
    servicesOf: (app, page) => byTimes([...(misses.get(`${app} ${page}`) ?? [])]),
  };
}

/** Codes that say nothing of a service: it was not asked. */
const isConsequence = (code: string): boolean => code === 'DOWNSTREAM_CIRCUIT_OPEN' || code === 'BUDGET_EXHAUSTED';

const servicesBySection = (attempts: readonly (RecentAttempt & { readonly page: string })[]) =>
  new Map(attempts.map(({ page, section, service }) => [`${page} ${section}`, service]));

const byTimes = (counted: readonly (readonly [string, number])[]): readonly string[] =>
  counted.toSorted(([, one], [, other]) => other - one).map(([name]) => name);

/** The one with most, or undefined. */
export const mostOf = (counts: Readonly<Record<string, number>>): string | undefined =>
  byTimes(Object.entries(counts))[0];

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
