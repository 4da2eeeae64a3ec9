import { refKey } from '~/core/answer';
import { titleOf } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { takeName } from '~/engine/media/save/file-name';
import type { Translate } from '~/i18n/i18n';

import type { NameFor } from './download-items';

/** What takes and versions are called in the page's languages. */
const TAKE = 'takes?|toma(?:da)?s?|ver(?:si(?:on|ón)|são)?|テイク|バージョン|테이크|버전';
/** Columns of a pasted table that number them, as *Take #*, *ver. no.*, *第几条* do; not *Version notes*. */
const TAKE_COLUMN = new RegExp(
  `^(?:${TAKE})[\\s_.-]*(?:#|№|n[ro]?[.°º]*|n[uú]m(?:ber|ero)?|番号|번호)?$|^(?:第几)?[条條版][次本]?[号號数數]?$`,
  'iu',
);
/** A name that says by itself which take it is. */
const SAYS_TAKE = new RegExp(
  `(?<!\\p{L})(?:(?:${TAKE}|v)[\\s_-]?\\d|t\\d{1,3}(?!\\d))|第.{1,3}[条條版次]`,
  'iu',
);

/** Names for files that are sent on: the shot, the name, and which take of the shot it is. */
export function takeNames(all: Iterable<TrackedTask>, t: Translate): NameFor {
  const shots = new Map<string, TrackedTask[]>();
  for (const task of all) {
    if (task.shot !== null) shots.set(task.shot, [...(shots.get(task.shot) ?? []), task]);
  }
  return (tracked, task) => {
    const { shot } = tracked;
    const label = tracked.label?.trim() || null;
    // A shot says more than the first words of a prompt, which its takes share.
    const title = shot === null ? titleOf(tracked, task) : label;
    const take = takeOf(tracked, shot === null ? [] : (shots.get(shot) ?? []));
    const words = typeof take === 'number' ? t('select.take', { n: take }) : take;
    return (type) => takeName(shot, title, words, type);
  };
}

/** Which take it is: as its table says, or else its place in the shot; null where its name says it, or it is the only one. */
function takeOf(tracked: TrackedTask, ofShot: readonly TrackedTask[]): number | string | null {
  if (SAYS_TAKE.test(tracked.label ?? '')) return null;
  const column = Object.keys(tracked.columns).find((heading) => TAKE_COLUMN.test(heading.trim()));
  const cell = (column === undefined ? '' : (tracked.columns[column] ?? '')).trim();
  if (cell !== '') return /^\d{1,4}$/.test(cell) ? Number(cell) : cell;
  if (ofShot.length === 0 || (ofShot.length === 1 && tracked.label)) return null;
  const inOrder = ofShot.toSorted((a, b) => a.addedAt - b.addedAt);
  return inOrder.findIndex((one) => refKey(one) === refKey(tracked)) + 1;
}
