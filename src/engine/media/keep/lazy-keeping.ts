import { createStore } from 'zustand/vanilla';

import type { Engine } from '~/engine/engine';
import type { Media } from '~/engine/media/media';

import { canKeep } from './can-keep';
import type { Keeping } from './keeping';
import { NOTHING_KEPT, type KeepState } from './state';

/** Keeping whose code does not hold up the first cards. If it cannot be loaded, nothing is kept, and the page says so. */
export function lazyKeeping(engine: Engine, open: Media['open']): Keeping {
  const state = createStore<KeepState>(() => NOTHING_KEPT);
  const started = import('./keep-tasks').then(
    ({ startKeeping }) => startKeeping(engine, open, state),
    () => {
      state.setState({ halt: 'blocked' });
      return null;
    },
  );
  return {
    state,
    can: canKeep(),
    setPlace: async (place) => (await started)?.setPlace(place) ?? false,
    keep: async (keys) => (await started)?.keep(keys) ?? (() => {}),
    resume: async () => (await started)?.resume(),
    file: async (key) => (await started)?.file(key) ?? null,
    removeAll: async () => (await started)?.removeAll(),
    look: () => void started.then((keeping) => keeping?.look()),
    reload: async () => (await started)?.reload(),
  };
}
