const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const KEY = 'sk-benchQ7mPz2LxWn8RtY4c9f2c';

/** A message with a key, an address and so many task ids, each on a line of its own. */
export function messageWith(ids: number): string {
  const lines = Array.from({ length: ids }, (_, index) => `take ${index + 1}: ${idOf(index)}`);
  return [`the key is ${KEY}, api https://api.example.com/v1`, '', ...lines].join('\n');
}

/** Shapes that made an analyser slow, each of one megabyte. */
export const HEAVY: Readonly<Record<string, string>> = {
  backslashes: '\\'.repeat(1_000_000),
  dashes: '-'.repeat(1_000_000),
  spaces: ' '.repeat(1_000_000),
  digits: '7'.repeat(1_000_000),
  quotes: `"'`.repeat(500_000),
  brackets: '{['.repeat(500_000),
  'line ends': '\n'.repeat(1_000_000),
  words: 'the harbour at dawn, take two '.repeat(34_000),
  'keys with one mask': Array.from(
    { length: 20_000 },
    (_, index) => `sk-aaaa${String(index).padStart(20, 'x')}zzzz`,
  ).join('\n'),
  'key key key': 'key '.repeat(250_000),
  json: `[${Array.from({ length: 14_000 }, (_, index) => `{"id":"${idOf(index)}","seed":${index}}`).join(',')}]`,
};

/** Different for every index. */
function idOf(index: number): string {
  const letters = Array.from(
    { length: 22 },
    (_, place) => ALPHABET[(index * 7919 + place * place * 31 + place * 13) % 32],
  );
  return `sora-2:task_${letters.join('')}${index.toString(32).padStart(4, '0')}`;
}
