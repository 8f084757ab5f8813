import type { Answer, DegradedSection } from './answer.ts';

/** The whole of an answer in a few words. */
export function titleOf(answer: Answer): string {
  const title = titleOfAnswer(answer);
  return answer.forSchema ? `No schema (${title})` : title;
}

function titleOfAnswer(answer: Answer): string {
  if (answer.with === 'nothing') return 'No answer';
  if (answer.with === 'data') return titleOfData(answer.degraded);
  const isOfClient = answer.status !== undefined && answer.status >= 400 && answer.status < 500;
  return [isOfClient ? 'Refused' : 'Failed', answer.reasons[0]?.code].filter((part) => part !== undefined).join(': ');
}

/** `Partial: 1 section failed, 1 stale` */
function titleOfData(degraded: readonly DegradedSection[]): string {
  const failed = degraded.filter((section) => section.is === 'failed').length;
  const stale = degraded.length - failed;
  if (failed > 0) return `Partial: ${sections(failed)} failed${stale > 0 ? `, ${stale} stale` : ''}`;
  return stale > 0 ? `Complete: ${sections(stale)} stale` : 'Complete';
}

const sections = (count: number) => (count === 1 ? '1 section' : `${count} sections`);

/** What a client may do about a section that failed; undefined when the answer does not say. */
export function retryInWords({
  retryable,
  retryAfterMs,
}: Pick<DegradedSection, 'retryable' | 'retryAfterMs'>): string | undefined {
  if (retryable === undefined) return undefined;
  if (!retryable) return 'trying again does not help';
  return retryAfterMs === undefined ? 'trying again may help' : `try again in ${Math.ceil(retryAfterMs / 1000)} s`;
}

/** `2 of 5 failed, 1 stale` */
export const itemsInWords = ({ failed, stale, of }: NonNullable<DegradedSection['items']>): string =>
  [...(failed > 0 ? [`${failed} failed`] : []), ...(stale > 0 ? [`${stale} stale`] : [])]
    .join(', ')
    .replace(/^\d+/, (count) => `${count} of ${of}`);

const units = [
  { name: 'day', seconds: 86_400, within: Number.POSITIVE_INFINITY },
  { name: 'hour', seconds: 3600, within: 86_400 },
  { name: 'minute', seconds: 60, within: 3600 },
  { name: 'second', seconds: 1, within: 60 },
];

/** `1 minute 35 seconds old`: the largest unit that is not 0, and the one below it. */
export function ageInWords(seconds: number): string {
  const counts = units.map((unit) => ({ ...unit, count: Math.floor((seconds % unit.within) / unit.seconds) }));
  const largest = counts.findIndex(({ count }) => count > 0);
  if (largest === -1) return 'less than a second old';
  const words = counts
    .slice(largest, largest + 2)
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}${count === 1 ? '' : 's'}`);
  return `${words.join(' ')} old`;
}
