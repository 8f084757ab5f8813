import { columns } from '../columns.ts';
import { pages } from '../pages/pages.ts';
import { type Row, rows } from '../rows.ts';
import type { JudgedSample } from './judge-samples.ts';
import { judgeOpening, judgeOwnCodes } from './judge-own-codes.ts';

const rowOf = (name: string): Row => rows.find((row) => row.name === name) as Row;
const columnOf = (name: string) => columns.find((column) => column.name === name) ?? { name, services: [] };

/** An answer of each page in which every section ended with the code. */
const allSaying = (code: string): JudgedSample[] =>
  pages.map((page) => {
    const told = Object.fromEntries(Object.keys(page.sections).map((key) => [key, { status: 'failed', code }]));
    return { sample: { visit: { page } }, seen: { told } } as unknown as JudgedSample;
  });

it('wants the own code of a fault from every BFF', () => {
  const payment = columnOf('payment');
  expect(judgeOwnCodes(allSaying('DOWNSTREAM_UNAVAILABLE'), pages, rowOf('error'), payment)).toEqual([]);
  const wrong = judgeOwnCodes(allSaying('DOWNSTREAM_CIRCUIT_OPEN'), pages, rowOf('error'), payment);
  expect(wrong.map(({ check, where }) => [check, where])).toEqual([
    ['codes', 'mobile-bff'],
    ['codes', 'web-bff'],
    ['codes', 'graphql-bff'],
  ]);
});

it('wants it only of what is asked for whatever else fails', () => {
  const wrong = judgeOwnCodes([], pages, rowOf('error'), columnOf('order+payment'));
  // With the order missing, no page has to say anything of its payment.
  expect(wrong.map(({ expected }) => expected)).not.toContainEqual(expect.stringContaining('of payment'));
  expect(wrong.map(({ where }) => where)).toEqual(['mobile-bff', 'web-bff', 'graphql-bff']);
});

it('wants nothing of a fault that lets calls pass, but that slow ones open the circuit', () => {
  expect(judgeOwnCodes([], pages, rowOf('flap'), columnOf('payment'))).toEqual([]);
  expect(judgeOwnCodes([], pages, rowOf('slow'), columnOf('payment'))).toEqual([]);
  expect(judgeOpening([], pages, rowOf('slow'), columnOf('payment'))).toMatchObject([{ where: 'mobile-bff' }]);
  expect(judgeOpening(allSaying('DOWNSTREAM_CIRCUIT_OPEN'), pages, rowOf('slow'), columnOf('payment'))).toEqual([]);
});
