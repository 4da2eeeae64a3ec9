import { within } from '~/platform/within';

/** A browser that lets no page sound yet answers when somebody presses something, in ms: too late for a tone. */
const LATE_MS = 1_000;

let isSounding = false;

/** Two short notes, so soft that they may come at any time. Does nothing where the browser lets no page sound yet. */
export async function playTone(): Promise<void> {
  // What ends together sounds once.
  if (isSounding) return;
  isSounding = true;
  let context: AudioContext | null = null;
  try {
    context = new AudioContext();
    await within(LATE_MS, context.resume());
    if (context.state === 'running') await played(context);
  } catch {
    // No sound device: the notice is there all the same.
  } finally {
    isSounding = false;
    // Browsers let a page have few of them.
    void context?.close().catch(() => undefined);
  }
}

/** Resolves when the last note has ended. */
async function played(context: AudioContext): Promise<void> {
  const loudness = context.createGain();
  loudness.gain.value = 0.08;
  loudness.connect(context.destination);
  const notes = [
    [0, 660],
    [0.16, 880],
  ] as const;
  const ends = notes.map(async ([at, pitch]) => {
    const note = context.createOscillator();
    note.frequency.value = pitch;
    note.connect(loudness);
    note.start(context.currentTime + at);
    note.stop(context.currentTime + at + 0.14);
    return new Promise((resolve) => note.addEventListener('ended', resolve));
  });
  // A device that goes away ends nothing.
  await within(LATE_MS, Promise.all(ends));
}
