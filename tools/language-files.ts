import type { Rolldown } from 'vite';

import { LOCALES } from '../src/prefs/choices.ts';
import { LATE_PARTS } from './messages.ts';

/** The files of the page that hold one language's words, by part: `first`, and the late ones. */
export type LanguageFiles = Readonly<Record<string, string>>;

/** The words' files of a built page, by language. Throws where there is not one file for each language and part. */
export function languageFiles(output: Rolldown.OutputBundle): ReadonlyMap<string, LanguageFiles> {
  return new Map(
    LOCALES.map((locale) => [
      locale,
      Object.fromEntries([
        ['first', fileOf(output, locale)],
        ...LATE_PARTS.map((part) => [part, fileOf(output, `${locale}_${part}`)]),
      ]) as LanguageFiles,
    ]),
  );
}

/** The file of a part of the page, by its name without a hash. A page with none or two was not built as is expected. */
export function fileOf(output: Rolldown.OutputBundle, part: string): string {
  const chunks = Object.values(output).filter((file) => file.type === 'chunk');
  const [chunk, another] = chunks.filter(({ name }) => name === part);
  if (!chunk || another) throw new Error(`not one file of the page is called ${part}`);
  return chunk.fileName;
}
