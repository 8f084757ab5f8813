/** Where on the page somebody is: kept in the address, so that it can be sent to a colleague and survives a reload. */
export interface Place {
  readonly view: View;
  /** What is selected, from the outside to the inside: an app, then its service or page, then a request. */
  readonly selected: readonly string[];
}

export const views = ['map', 'circuits', 'pages', 'faults'] as const;

export type View = (typeof views)[number];

export function parsePlace(hash: string): Place {
  const [name = '', ...selected] = hash.replace(/^#\/?/, '').split('/');
  const view = views.find((known) => known === name);
  return view ? { view, selected: selected.filter((part) => part !== '').map(decoded) } : { view: 'map', selected: [] };
}

/** An address for a link: `#/circuits/mobile-bff/payment`. */
export const hashOf = (view: View, ...selected: readonly string[]): string =>
  `#/${[view, ...selected.map(encodeURIComponent)].join('/')}`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
