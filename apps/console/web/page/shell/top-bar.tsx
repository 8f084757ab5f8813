import { useIsProduction, useKnown } from '../feed/use-known.ts';
import { Icon } from '../parts/icon.tsx';
import { type View, hashOf, views } from '../place/place.ts';
import { ThemeToggle } from './theme-toggle.tsx';

const names: Readonly<Record<View, string>> = { map: 'Map', circuits: 'Circuits', pages: 'Pages', faults: 'Faults' };

export function TopBar({ view }: { readonly view: View }) {
  const isProduction = useIsProduction();
  const shown = views.filter((name) => name !== 'faults' || !isProduction);
  return (
    <header className="top-bar">
      <h1>Console</h1>
      <nav aria-label="Views">
        {shown.map((name) => (
          <a
            key={name}
            href={hashOf(name)}
            aria-current={name === view ? 'page' : undefined}
            aria-keyshortcuts={String(views.indexOf(name) + 1)}
          >
            {names[name]} <kbd aria-hidden="true">{views.indexOf(name) + 1}</kbd>
          </a>
        ))}
      </nav>
      <LinkLight />
      <ThemeToggle />
    </header>
  );
}

const lights = {
  connecting: { icon: 'not-ready', word: 'connecting' },
  live: { icon: 'good', word: 'live' },
  lost: { icon: 'bad', word: 'lost' },
} as const;

function LinkLight() {
  const link = useKnown((known) => known.link);
  const { icon, word } = lights[link];
  return (
    <span className={`link-light is-${link}`} title="The line to the console">
      <Icon name={icon} /> {word}
    </span>
  );
}
