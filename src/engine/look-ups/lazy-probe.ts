import type { ContentProbe, ContentProbeOptions } from './content-probe';

/** Where the probe's code comes from: it is not part of the first download. */
export type LoadProbe = () => Promise<{
  createContentProbe: (options: ContentProbeOptions) => ContentProbe;
}>;

/** A probe that is loaded when a card is first on the screen. Without its code nothing is tried, and Play tells. */
export function lazyProbe(load: LoadProbe, options: ContentProbeOptions): ContentProbe {
  let loading: Promise<ContentProbe> | null = null;
  const start = (): void =>
    void (loading ??= load().then((code) => code.createContentProbe(options)));
  const tell = (use: (probe: ContentProbe) => void): void =>
    void loading?.then(use, () => undefined);
  return {
    watch(keys) {
      if (keys.size > 0) start();
      tell((probe) => probe.watch(keys));
    },
    want(keys) {
      start();
      tell((probe) => probe.want(keys));
    },
    lookAgain: () => tell((probe) => probe.lookAgain()),
    again: (keys) => tell((probe) => probe.again(keys)),
    stop: () => tell((probe) => probe.stop()),
  };
}
