import { useEffect, useEffectEvent } from 'react';

import { isComposing, isTurnedOff, isTyping } from '~/ui/keys';

import { placeOfKey } from './places';

/** Number keys are for the take under the pointer, or else for the one with the focus: the last that was meant. */
export function useTakeKeys(put: (key: string, n: number) => void): void {
  const press = useEffectEvent(put);
  useEffect(() => {
    let pointed: string | undefined;
    const onPoint = ({ target }: Event): void => void (pointed = takeAt(target));
    const onFocus = (): void => void (pointed = undefined);
    const onKey = (event: KeyboardEvent): void => {
      const n = placeOfKey(event);
      const key = pointed ?? takeAt(document.activeElement);
      if (n === null || key === undefined || event.repeat || isTyping(event.target)) return;
      if (isTurnedOff(event) || isComposing(event)) return;
      event.preventDefault();
      press(key, n);
    };
    document.addEventListener('pointermove', onPoint);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointermove', onPoint);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

function takeAt(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-take]')?.dataset['take']
    : undefined;
}
