import type { Noun } from './nouns-in';
import type { Reading } from './senses';

/** What the words of all languages say: see `words/all.ts`, which follows when the form has been drawn. */
interface Words {
  readingOf: (heading: string) => Reading | null;
  forgetReadings: () => void;
  folded: (text: string) => string;
  nounIn: (phrase: string, of: 'value' | 'address') => Noun | null;
  halfIn: (phrase: string) => 'access' | 'secret' | null;
  saysNumber: (phrase: string) => boolean;
  isNumberedPart: (name: string, whole?: boolean) => boolean;
  isNumberedTake: (name: string) => boolean;
  isState: (name: string) => boolean;
  isGreeting: (name: string) => boolean;
  isList: (name: string) => boolean;
  isPartWord: (name: string) => boolean;
  tellsPassword: (text: string) => boolean;
  /** What stands between a name and its value at the end of a text. */
  verbAt: (text: string) => string | null;
}

/** Until then English and Chinese are read, by the expressions beside those who ask. */
const NONE: Words = {
  readingOf: () => null,
  forgetReadings: () => {},
  folded: (text) => text.toLowerCase(),
  nounIn: () => null,
  halfIn: () => null,
  saysNumber: () => false,
  isNumberedPart: () => false,
  isNumberedTake: () => false,
  isState: () => false,
  isGreeting: () => false,
  isList: () => false,
  isPartWord: () => false,
  tellsPassword: () => false,
  verbAt: () => null,
};

/** What is known of other languages now. */
export const learnt: { words: Words } = { words: NONE };
