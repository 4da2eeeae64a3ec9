import { seeded, type Random } from '../../bench/polling/random';

/** The seed of a test that chooses by chance: SEED, or the time. Printed, so that a failure can be repeated. */
export function seedOf(title: string): { seed: number; random: Random } {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  console.log(`${title}: SEED=${seed}`);
  return { seed, random: seeded(seed) };
}

export function shuffled<T>(from: readonly T[], random: Random): T[] {
  return from
    .map((one) => ({ one, place: random.unit() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
