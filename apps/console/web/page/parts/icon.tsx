/** Drawn on a grid of 16. Each has a shape of its own, so that none needs its colour to be told apart. */
const paths = {
  good: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.1 2.1L11 6.2',
  bad: 'M8 1.8 15 14H1L8 1.8ZM8 6.2v3.6M8 11.6v.6',
  warn: 'M8 1.3 14.7 8 8 14.7 1.3 8 8 1.3ZM8 4.9v3.9M8 10.6v.6',
  note: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v4M8 4.6v.6',
  closed: 'M1 8h14M5.5 5.5v5M10.5 5.5v5',
  open: 'M1 8h3.5M11.5 8H15M4.5 8l4.6-4.6M4.5 6v4M11.5 6v4',
  'half-open': 'M1 8h3.5M11.5 8H15M5 8l5.8-1.8M4.5 6v4M11.5 6v4M8 12.5v1.5',
  isolated: 'M4 7.2h8v6.3H4V7.2ZM5.8 7V4.8a2.2 2.2 0 0 1 4.4 0V7M8 9.6v1.6',
  unknown: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.7M8 11.6v.6',
  dead: 'M3 3l10 10M13 3 3 13',
  'not-ready': 'M4 2h8M4 14h8M5 2c0 3.5 6 4.5 6 12M11 2c0 3.5-6 4.5-6 12',
  redis: 'M2 4.5 8 2l6 2.5L8 7 2 4.5ZM2 8l6 2.5L14 8M2 11.5 8 14l6-2.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13',
  dark: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  auto: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 1.5v13M10.5 3.5v9M12.5 5.5v5',
  arrow: 'M3 8h10M9 4l4 4-4 4',
} as const;

export type IconName = keyof typeof paths;

export interface IconProps {
  readonly name: IconName;
  /** Said to those who hear the page, where no word beside it says the same. */
  readonly label?: string;
}

export function Icon({ name, label }: IconProps) {
  return (
    <svg
      className={`icon icon-${name}`}
      viewBox="0 0 16 16"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
