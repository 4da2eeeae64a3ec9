/** Two short notes, so soft that they may come at any time. Does nothing where the browser lets no page sound yet. */
export async function playTone(): Promise<void> {
  try {
    const context = new AudioContext();
    await context.resume();
    const loudness = context.createGain();
    loudness.gain.value = 0.08;
    loudness.connect(context.destination);
    for (const [at, pitch] of [
      [0, 660],
      [0.16, 880],
    ] as const) {
      const note = context.createOscillator();
      note.frequency.value = pitch;
      note.connect(loudness);
      note.start(context.currentTime + at);
      note.stop(context.currentTime + at + 0.14);
      if (at > 0) note.addEventListener('ended', () => void context.close());
    }
  } catch {
    // No sound device: the notice is there all the same.
  }
}
