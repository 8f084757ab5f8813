import type { SectionCode } from '@bff/errors';
import type { ServiceName } from '../../../running/whole-system.ts';
import type { Column } from '../columns.ts';
import type { Violation } from '../oracle/checks.ts';
import { type Bff, type PageSpec, bffs, chainOf } from '../pages/page-spec.ts';
import type { Row } from '../rows.ts';
import type { JudgedSample } from './judge-samples.ts';

/** Asked anew for every page, so that each page is a call. */
const neverFresh: readonly ServiceName[] = ['order', 'payment'];

/** An open circuit looks the same for every fault, so each BFF has to have told the fault's own code at least once. */
export function judgeOwnCodes(
  samples: readonly JudgedSample[],
  pages: readonly PageSpec[],
  { partial, codes }: Row,
  { services }: Column,
): readonly Violation[] {
  if (partial || codes.length === 0) return [];
  return bffs.flatMap((app) =>
    services
      .filter((service) => pages.some((page) => page.app === app && mustTell(page, service, services)))
      .flatMap((service) => toldOnce(samples, app, service, codes)),
  );
}

/** Where calls are nothing but slow, the circuit has to have opened. */
export function judgeOpening(
  samples: readonly JudgedSample[],
  pages: readonly PageSpec[],
  { opensIn = [] }: Row,
  { services }: Column,
): readonly Violation[] {
  return opensIn.flatMap((app) =>
    services
      .filter((service) => neverFresh.includes(service))
      .filter((service) => pages.some((page) => page.app === app && mustTell(page, service, services)))
      .flatMap((service) => toldOnce(samples, app, service, ['DOWNSTREAM_CIRCUIT_OPEN'])),
  );
}

function toldOnce(
  samples: readonly JudgedSample[],
  app: Bff,
  service: ServiceName,
  codes: readonly SectionCode[],
): readonly Violation[] {
  const told = codesOf(samples, app, service);
  if (codes.some((code) => told.has(code))) return [];
  const got = [...told].join(', ') || 'nothing';
  return [{ check: 'codes', where: app, expected: `${codes.join(' or ')} of ${service}, once at least`, got }];
}

/** Whether a page tells of a service's failure whatever else fails in the column. */
const mustTell = (page: PageSpec, service: ServiceName, failing: readonly ServiceName[]): boolean =>
  Object.entries(page.sections).some(([key, spec]) => {
    if (spec.service !== service) return false;
    const needed = chainOf(page, key).slice(1);
    const inTheWay = (other: string): boolean => failing.includes(page.sections[other]?.service ?? service);
    const others = Object.keys(page.sections).filter((other) => other !== key && page.sections[other]?.required);
    return !needed.some(inTheWay) && !others.some(inTheWay);
  });

function codesOf(samples: readonly JudgedSample[], app: Bff, service: ServiceName): ReadonlySet<string> {
  const codes = samples.flatMap(({ sample: { visit }, seen }) => {
    if (visit.page.app !== app || !seen) return [];
    return Object.entries(seen.told).flatMap(([key, { code }]) =>
      visit.page.sections[key]?.service === service ? [code] : [],
    );
  });
  return new Set(codes);
}
