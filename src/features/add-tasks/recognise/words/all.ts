import { learnt } from './learnt';
import { halfIn, nounIn, saysNumber } from './nouns-in';
import {
  isGreeting,
  isList,
  isNumberedPart,
  isNumberedTake,
  isPartWord,
  isState,
  tellsPassword,
  verbAt,
} from './sayings';
import { forgetReadings, readingOf } from './senses';
import { folded } from './words';

/** Has texts read by the words of all languages from now on. */
export function learnWords(): void {
  learnt.words = {
    folded,
    isGreeting,
    isList,
    isNumberedPart,
    isNumberedTake,
    isPartWord,
    isState,
    tellsPassword,
    verbAt,
    forgetReadings,
    halfIn,
    nounIn,
    readingOf,
    saysNumber,
  };
}
