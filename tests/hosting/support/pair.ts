import { startBoth } from './hosts';
import { startNetwork } from './network';

/** Both relays over one network, to be asked the same. */
export async function startPair() {
  const network = await startNetwork();
  const hosts = await startBoth(network.site, network.env);
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(hosts).map(async (host) => host.stop()));
    await network.stop();
  };
  return { network, hosts, stop };
}

export type Pair = Awaited<ReturnType<typeof startPair>>;
