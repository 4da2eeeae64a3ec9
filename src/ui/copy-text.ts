import { showToast } from './toast';

/** Copies text to the clipboard and says in these words whether it worked. Never rejects. */
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
