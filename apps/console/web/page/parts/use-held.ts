import { type FocusEvent, useMemo, useRef, useState } from 'react';

/** A value that stands still while the pointer or the keyboard is on what shows it: a list that moves cannot be hit. */
export function useHeld<T>(value: T) {
  const [isHeld, setHeld] = useState(false);
  const held = useRef(value);
  if (!isHeld) held.current = value;
  const holding = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setHeld(false);
      },
    }),
    [],
  );
  return { held: held.current, isHeld, holding };
}
