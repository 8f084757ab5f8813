import { type FaultRequest, type FaultView, describeFault } from '@bff/mock-kit';
import { formatDuration } from './duration.ts';

/** `hang on every route, until cleared`. */
export function describeRequest(fault: FaultRequest): string {
  const { ms, status, perRequest } = describeFault(fault.kind);
  return [
    fault.kind,
    (fault.status ?? status) === undefined ? '' : ` ${fault.status ?? status}`,
    (fault.ms ?? ms) === undefined ? '' : ` ${fault.ms ?? ms} ms`,
    perRequest ? ` on ${routeName(fault.route ?? 'all')}` : '',
    percent(fault.probability ?? 1),
    fault.forMs === undefined ? ', until cleared' : `, for ${formatDuration(fault.forMs)}`,
  ].join('');
}

/** One line of the list. */
export function describeActive(fault: FaultView, nowMs: number): string {
  const { probability, ms, status } = fault.options;
  const leftMs = fault.expiresAt === null ? undefined : Math.max(0, Date.parse(fault.expiresAt) - nowMs);
  return [
    fault.kind,
    status === undefined ? '' : ` ${status}`,
    ms === undefined ? '' : ` ${ms} ms`,
    describeFault(fault.kind).perRequest ? ` on ${routeName(fault.route)}` : '',
    percent(probability),
    leftMs === undefined ? ', until cleared' : `, ${formatDuration(leftMs)} left`,
    `, fired ${fault.timesFired} ${fault.timesFired === 1 ? 'time' : 'times'}`,
  ].join('');
}

const routeName = (route: string) => (route === 'all' ? 'every route' : route);

const percent = (probability: number) =>
  probability === 1 ? '' : `, ${Number((probability * 100).toPrecision(3))} % of requests`;
