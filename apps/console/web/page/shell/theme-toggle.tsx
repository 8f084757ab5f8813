import { useContext } from 'react';
import { Icon } from '../parts/icon.tsx';
import { type Theme, ThemeContext } from './theme.ts';

const next: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

export function ThemeToggle() {
  const { theme, choose } = useContext(ThemeContext);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Theme: ${theme}. Switch to ${next[theme]}`}
      title={`Theme: ${theme}`}
      onClick={() => choose(next[theme])}
    >
      <Icon name={theme} />
    </button>
  );
}
