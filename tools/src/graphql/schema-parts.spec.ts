import { buildSchema } from 'graphql';
import { partsOf } from './schema-parts.ts';

const schema = buildSchema(`
  "D" directive @cost("D" weight: Int) on FIELD_DEFINITION
  "D" type Query { "D" shop("D" id: ID = 1, filter: Filter): Shop }
  "D" interface Shop { id: Day old: Int @deprecated(reason: "Why.") }
  union Any = Query
  "D" enum Mood { "D" GOOD BAD }
  "D" input Filter { mood: Mood! = GOOD }
  " " scalar Day @specifiedBy(url: "https://days.example")
`);
const parts = partsOf(schema);

it('is everything with a name that the schema defines, as graphql-js names it', () => {
  expect(parts.map(({ kind, where }) => `${kind} ${where}`).toSorted()).toEqual(
    [
      'type Query, field Query.shop, argument Query.shop arg id, argument Query.shop arg filter',
      'type Shop, field Shop.id, field Shop.old, type Any, type Mood, enum value Mood.GOOD, enum value Mood.BAD',
      'type Filter, input field Filter.mood, type Day, directive @cost, argument @cost arg weight',
    ]
      .flatMap((line) => line.split(', '))
      .toSorted(),
  );
});

it('says of each what a client can see of it', () => {
  const find = (name: string) => parts.find(({ where }) => where === name);
  expect(find('Query.shop arg id')).toMatchObject({
    of: 'Query.shop',
    type: 'ID',
    defaultValue: '1',
    description: 'D',
  });
  expect(find('Filter.mood')).toMatchObject({ of: 'Filter', type: 'Mood!', defaultValue: 'GOOD' });
  expect(find('Shop.old')).toMatchObject({ type: 'Int', deprecationReason: 'Why.' });
  expect(find('Day')).toMatchObject({ specifiedBy: 'https://days.example' });
});
