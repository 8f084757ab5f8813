const pathOf = {
  good: 'M3.5 8.5l3 3 6-7',
  warning: 'M8 2.2l6.3 11.3H1.7zM8 6.6v3.2M8 11.6v.2',
  bad: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  stale: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.8V8l2.2 1.6',
} as const;

export type IconName = keyof typeof pathOf;

/** Says nothing to a screen reader: the words beside it do. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className={`bff-icon bff-icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
    <path d={pathOf[name]} />
  </svg>
);
