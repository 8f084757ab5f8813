import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';

export interface SidePanelProps {
  readonly title: ReactNode;
  /** Where closing leads. */
  readonly back: string;
  readonly children: ReactNode;
}

/** Details beside a view; on a phone above it. Takes the keyboard when it opens, and gives it back when it closes. */
export function SidePanel({ title, back, children }: SidePanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Whoever came by an address, and not by a key or a click on this page, is not moved.
    if (before !== document.body) heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className="side-panel" aria-labelledby={id}>
      <header>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <a className="icon-button" href={back} aria-label="Close the details (Esc)">
          <Icon name="close" />
        </a>
      </header>
      <div className="side-panel-body">{children}</div>
    </aside>
  );
}
