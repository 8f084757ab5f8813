import { hashOf, parsePlace } from './place.ts';

it('comes back as it went', () => {
  const hash = hashOf('pages', 'web-bff', 'a/b c', 'id%1');
  expect(parsePlace(hash)).toEqual({ view: 'pages', selected: ['web-bff', 'a/b c', 'id%1'] });
});

it.each(['', '#', '#/', '#/nowhere/x'])('begins at the map when the address is "%s"', (hash) => {
  expect(parsePlace(hash)).toEqual({ view: 'map', selected: [] });
});

it('bears an address that was mangled', () => {
  expect(parsePlace('#/circuits/%E0%A4%A/payment/')).toEqual({ view: 'circuits', selected: ['%E0%A4%A', 'payment'] });
});
