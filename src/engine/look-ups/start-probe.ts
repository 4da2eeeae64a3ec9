import { createContentProbe, type ContentProbeOptions } from './content-probe';

/** Starts a probe, and tells it what concerns it. The returned function stops it. */
export function startProbe(options: ContentProbeOptions): () => void {
  const { bus, state } = options;
  const probe = createContentProbe(options);
  bus.on('watched', ({ keys }) => probe.watch(new Set(keys)));
  bus.on('on-screen', ({ keys }, from) => {
    if (from === 'elsewhere' && state.status.getState().leading) probe.want(keys);
  });
  bus.on('check', ({ keys }) => probe.again(keys));
  bus.on('visible', (_, from) => {
    if (from === 'here') probe.lookAgain();
  });
  state.status.subscribe((after, before) => {
    if (after.leading && !before.leading) probe.lookAgain();
  });
  return probe.stop;
}
