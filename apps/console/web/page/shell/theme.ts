import { createContext } from 'react';

/** What somebody chose; `auto` is as the system is set. */
export type Theme = 'auto' | 'light' | 'dark';

export interface ThemeChoice {
  readonly theme: Theme;
  /** What it comes to. */
  readonly isDark: boolean;
  choose(theme: Theme): void;
}

export const ThemeContext = createContext<ThemeChoice>({ theme: 'auto', isDark: false, choose: () => {} });

const key = 'console-theme';

/** `auto` where nothing was chosen, or where the browser keeps nothing. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

export function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It holds until the page is closed.
  }
}
