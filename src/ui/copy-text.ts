import { showToast } from './toast';

/** Puts a text on the clipboard and says in these words whether that worked. Never rejects. */
export async function copyText(
  text: string,
  words: { copied: string; failed: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: words.copied, durationMs: 2500 });
  } catch {
    showToast({ text: words.failed });
  }
}
