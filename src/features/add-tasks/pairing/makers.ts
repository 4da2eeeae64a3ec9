import type { ServiceBase } from '~/core/connection';

/** Makers whose keys cannot be anybody else's, and whose own hosts nobody else answers at. */
const MAKERS: readonly { keys: RegExp | null; host: RegExp }[] = [
  { keys: /^(?:AIza|ya29\.|AQ\.)/, host: /(?:^|\.)googleapis\.com$/ },
  { keys: /^sk-ant-/, host: /(?:^|\.)anthropic\.com$/ },
  { keys: /^r8_/, host: /(?:^|\.)replicate\.com$/ },
  {
    keys: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:[0-9a-f]{32,}$/,
    host: /(?:^|\.)fal\.(?:run|ai)$/,
  },
  { keys: /^sk-(?:proj|svcacct)-/, host: /(?:^|\.)openai\.com$/ },
  { keys: /^luma-/, host: /(?:^|\.)lumalabs\.ai$/ },
  { keys: /^tgp_v1_/, host: /(?:^|\.)together\.(?:xyz|ai)$/ },
  { keys: null, host: /(?:^|\.)klingai\.com$/ },
  { keys: null, host: /(?:^|\.)volces\.com$/ },
  {
    keys: null,
    host: /(?:^|\.)(?:runwayml\.com|dashscope\.aliyuncs\.com|minimaxi?\.(?:com|io|chat))$/,
  },
];

/** Whether a key of one maker would go to another. Gateways of third parties take any key. */
export function isOtherMakers(apiKey: string, base: ServiceBase): boolean {
  const maker = MAKERS.find(({ keys }) => keys?.test(apiKey));
  if (!maker || !URL.canParse(base)) return false;
  const { hostname } = new URL(base);
  return !maker.host.test(hostname) && MAKERS.some(({ host }) => host.test(hostname));
}
