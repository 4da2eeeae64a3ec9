import type { ContentProbe, ContentProbeOptions } from './content-probe';

/** Where the probe's code comes from: it is not part of the first download. */
export type LoadProbe = () => Promise<{
  createContentProbe: (options: ContentProbeOptions) => ContentProbe;
}>;

/**
 * A probe that is loaded when a card is first on the screen, and told what concerns it from then on. Without its code
 * nothing is tried, and Play tells. The returned function stops it.
 */
export function startLazyProbe(load: LoadProbe, options: ContentProbeOptions): () => void {
  const { bus, state } = options;
  let loading: Promise<ContentProbe> | null = null;
  const start = (): void =>
    void (loading ??= load().then((code) => code.createContentProbe(options)));
  const tell = (use: (probe: ContentProbe) => void): void =>
    void loading?.then(use, () => undefined);

  bus.on('watched', ({ keys }) => {
    if (keys.length > 0) start();
    tell((probe) => probe.watch(new Set(keys)));
  });
  bus.on('on-screen', ({ keys }, from) => {
    if (from === 'here' || !state.status.getState().leading) return;
    start();
    tell((probe) => probe.want(keys));
  });
  bus.on('check', ({ keys }) => tell((probe) => probe.again(keys)));
  bus.on('visible', (_, from) => {
    if (from === 'here') tell((probe) => probe.lookAgain());
  });
  state.status.subscribe((after, before) => {
    if (after.leading && !before.leading) tell((probe) => probe.lookAgain());
  });
  return () => tell((probe) => probe.stop());
}
