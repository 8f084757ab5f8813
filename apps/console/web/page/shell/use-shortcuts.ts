import { useEffect } from 'react';
import { hashOf, parsePlace, views } from '../place/place.ts';
import { goTo } from '../place/use-place.ts';

/** 1 to 4 lead to the views; Esc closes what is open. Not while somebody types, and not while a dialog asks. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]') !== null || isTyping(event.target)) return;
      const { view, selected } = parsePlace(location.hash);
      if (event.key === 'Escape' && selected.length > 0) goTo(hashOf(view));
      const chosen = views[Number(event.key) - 1];
      if (chosen && document.querySelector(`nav a[href="${hashOf(chosen)}"]`)) goTo(hashOf(chosen));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select');
