import { cleanText } from '~/core/clean-text';
import { isKey, KEY_SHAPES, PEM } from '~/core/key-shapes';

/** Messages from services are cut at this length, in characters. */
export const MAX_MESSAGE = 500;
/** Prompts are cut at this length, in characters. */
export const MAX_PROMPT = 20_000;

/** A service's error message: clean, short, and without anything that looks like a key. */
export function cleanMessage(value: unknown): string | null {
  // Mask before cutting: half a key at the end would not look like one.
  return typeof value === 'string'
    ? cleanText(maskKeys(value.slice(0, MAX_MESSAGE * 4)), MAX_MESSAGE)
    : null;
}

/** Masks everything that looks like a key, whole or as services shorten it: OpenAI's 401 repeats part of the key. */
export function maskKeys(text: string): string {
  const whole = KEY_SHAPES.reduce(
    (masked, shape) =>
      masked.replaceAll(shape, (all: string, ...found: unknown[]) => {
        const key = typeof found[0] === 'string' ? found[0] : all;
        return isKey(key) ? all.replace(key, `${SHOWN.exec(key)?.[0] ?? ''}…`) : all;
      }),
    text.replaceAll(PEM, '…'),
  );
  return whole
    .replaceAll(/\b(sk|pk|rk|ak|hf|gsk|xai|r8)([-_])[\w*.…-]{4,}/gi, '$1$2…')
    .replaceAll(/\b(AIza|eyJ)[\w*.…-]{10,}/g, '$1…')
    .replaceAll(/\bBearer\s+([^\s"',;]{6,})/gi, (all: string, token: string) =>
      looksSecret(token) ? 'Bearer …' : all,
    )
    .replaceAll(NAMED_SECRET, (all: string, name: string, token: string) =>
      looksSecret(token) ? `${name}…` : all,
    );
}

/** What may stay of a key, so that a person can tell which it was: the mark of its maker. */
const SHOWN = /^(?:[a-zA-Z]{2,6}[-_]|AIza|AKIA|eyJ)/;

const NAMED_SECRET =
  /((?:api[ _-]?key|token|secret|authorization|令牌|密钥)(?: provided)?["']?\s*[:=：]\s*["']?)([^\s"',;&]{8,})/gi;

function looksSecret(token: string): boolean {
  return /[\d*]/.test(token);
}
