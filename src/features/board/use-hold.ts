import { useMemo, useState, type FocusEvent, type PointerEvent } from 'react';

/** Whether the person is using the grid, by pointer or keyboard, and which card or group's head has the focus. */
export function useHold() {
  const [over, setOver] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const handlers = useMemo(
    () => ({
      onPointerEnter: (event: PointerEvent) => setOver(event.pointerType === 'mouse'),
      onPointerLeave: () => setOver(false),
      onFocus: (event: FocusEvent<HTMLElement>) => setFocused(cardOf(event.target)),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!(event.relatedTarget instanceof Element && cardOf(event.relatedTarget) !== null)) {
          setFocused(null);
        }
      },
    }),
    [],
  );
  return { held: over || focused !== null, focused, handlers };
}

function cardOf(element: Element): string | null {
  const { card, head } = element.closest<HTMLElement>('[data-card],[data-head]')?.dataset ?? {};
  return card ?? head ?? null;
}
