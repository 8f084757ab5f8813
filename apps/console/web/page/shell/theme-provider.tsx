import { type ReactNode, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Theme, ThemeContext, keepTheme, keptTheme } from './theme.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

const subscribe = (listener: () => void): (() => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, setTheme] = useState(keptTheme);
  const isSystemDark = useSyncExternalStore(subscribe, () => dark.matches);
  const isDark = theme === 'auto' ? isSystemDark : theme === 'dark';
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const choice = useMemo(() => {
    const choose = (chosen: Theme): void => {
      setTheme(chosen);
      keepTheme(chosen);
    };
    return { theme, isDark, choose };
  }, [theme, isDark]);
  return <ThemeContext value={choice}>{children}</ThemeContext>;
}
