import { operationNameIn } from './operation-name.ts';

it.each([
  ['query A { a }', 'A', 'A'],
  ['query A { a }', 'OfAnotherTab', 'A'],
  ['query A { a }', null, 'A'],
  ['{ a }', 'OfAnotherTab', undefined],
  ['query A { a } query B { b }', 'B', 'B'],
  ['query A { a } query B { b }', null, undefined],
  ['query A { ...F } fragment F on Query { a }', 'Old', 'A'],
  ['query A {', 'A', 'A'],
])('of %j it is, when %j was known, %j', (query, known, name) => {
  expect(operationNameIn(query, known)).toBe(name);
});
