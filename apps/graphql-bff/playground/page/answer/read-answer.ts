import type { AnsweredWith, DegradedSection, Reason } from './answer.ts';
import { Members } from './members.ts';

/** What an answer's body says, whether it is of GraphQL or a problem (RFC 9457) of the server around it. */
export function readAnswer(body: unknown): AnsweredWith {
  const answer = new Members(body);
  const errors = answer.list('errors').map((error) => new Members(error));
  if (answer.has('data')) return { with: 'data', degraded: degradedSections(answer, errors) };
  if (errors.length > 0) return { with: 'refusal', reasons: errors.map(reasonOf) };
  const problem = answer.text('detail') ?? answer.text('title');
  if (problem !== undefined) return { with: 'refusal', reasons: [{ code: answer.text('code'), message: problem }] };
  return { with: 'nothing', why: 'What came is no answer of GraphQL.' };
}

const reasonOf = (error: Members): Reason => ({
  code: error.members('extensions').text('code'),
  message: error.text('message') ?? 'No reason was given.',
});

/** What failed before what is stale; apart from that as the answer has it, with errors of no section last. */
function degradedSections(answer: Members, errors: readonly Members[]): readonly DegradedSection[] {
  const sections = answer.members('extensions').members('bff').members('sections');
  const known = sections.names.map((path) =>
    degradedSection(
      path,
      sections.members(path),
      errors.find((error) => sectionNamedBy(error) === path),
    ),
  );
  const others = errors.filter((error) => !sections.names.includes(sectionNamedBy(error)));
  const degraded = [...known, ...others.map((error) => degradedSection(pathOf(error), new Members({}), error))];
  return [
    ...degraded.filter((section) => section.is === 'failed'),
    ...degraded.filter((section) => section.is === 'stale'),
  ];
}

const sectionNamedBy = (error: Members) => error.members('extensions').text('section') ?? '';

function degradedSection(path: string, section: Members, error: Members = new Members({})): DegradedSection {
  const extensions = error.members('extensions');
  return {
    path,
    is: section.text('status') === 'stale' ? 'stale' : 'failed',
    code: section.text('code') ?? extensions.text('code'),
    service: section.text('service') ?? extensions.text('service'),
    message: error.text('message'),
    retryable: section.flag('retryable') ?? extensions.flag('retryable'),
    retryAfterMs: section.number('retryAfterMs') ?? extensions.number('retryAfterMs'),
    ageSeconds: section.number('ageSeconds'),
    items: itemsOf(section.members('items')),
  };
}

function itemsOf(items: Members): DegradedSection['items'] {
  const of = items.number('of');
  return of === undefined ? undefined : { failed: items.number('failed') ?? 0, stale: items.number('stale') ?? 0, of };
}

/** `orders.nodes[0].payment` */
const pathOf = (error: Members) =>
  error
    .list('path')
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
