import type { Message } from './message';

/** What a webhook takes: `json` for programs of one's own, or what a chat calls a text. */
export type HookFormat = keyof typeof BODIES;

/** Bytes; WeCom cuts a text at 2,048, the others take more. */
const MOST = 2_000;

const BODIES = {
  json: (message: Message) => message,
  // Plain, so that no name makes a link, a mention or bold type.
  slack: (message: Message) => ({
    text: shown(message).replaceAll(/[&<>]/g, (sign) => SLACK[sign] ?? ''),
    mrkdwn: false,
    unfurl_links: false,
  }),
  feishu: (message: Message) => ({ msg_type: 'text', content: { text: untagged(message) } }),
  dingtalk: (message: Message) => ({
    msgtype: 'text',
    text: { content: untagged(message) },
    at: { isAtAll: false },
  }),
  wecom: (message: Message) => ({ msgtype: 'text', text: { content: untagged(message) } }),
} as const satisfies Record<string, (message: Message) => object>;

const SLACK: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Those that answer 200 to what they refuse, and say so in the body. */
export const SAYS_IN_BODY: ReadonlySet<HookFormat> = new Set(['feishu', 'dingtalk', 'wecom']);

/** The body of the request, as JSON. */
export function bodyOf(format: HookFormat, message: Message): string {
  return JSON.stringify(BODIES[format](message));
}

/** These chats have tags, such as `<at user_id="all">`, and no way to escape them. */
function untagged(message: Message): string {
  return shown(message).replaceAll('<', '＜').replaceAll('>', '＞');
}

function shown({ text, link }: Message): string {
  const encoder = new TextEncoder();
  const room = MOST - encoder.encode(`\n${link}`).length;
  let cut = text;
  while (encoder.encode(cut).length > room)
    cut = `${cut.slice(0, -2).replace(/[\uD800-\uDBFF]$/, '')}…`;
  return `${cut}\n${link}`;
}
