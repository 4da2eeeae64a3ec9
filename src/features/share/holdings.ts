import type { CarriedTask } from '~/engine/board-file/board-file';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';

/** So many names of columns, and of services, are said. */
const MOST_NAMES = 4;

/** What is handed over, in words, a line for each kind; nothing that is not in it. */
export function holdings(tasks: readonly CarriedTask[], t: Translate): string[] {
  const some = (has: (task: CarriedTask) => unknown, words: string): string[] =>
    tasks.some((task) => has(task)) ? [words] : [];
  const comma = t('share.comma');
  const columns = [...new Set(tasks.flatMap((task) => Object.keys(task.columns)))];
  const bases = [...new Set(tasks.map(({ base }) => serviceName(base)))];
  const videos = tasks.filter(({ video }) => video).length;
  return [
    [
      t('share.ids', { n: tasks.length }),
      ...some(({ label }) => label, t('share.names')),
      ...some(({ shot }) => shot, t('share.shots')),
      ...some(({ batch }) => batch?.name, t('share.batches')),
    ].join(comma),
    shortened(columns, comma),
    [
      ...some(({ pickedAt }) => pickedAt !== null, t('share.picks')),
      ...some(({ note }) => note, t('share.notes')),
      ...some(({ tags }) => tags.length > 0, t('share.tags')),
    ].join(comma),
    t('share.addresses', { n: bases.length, bases: shortened(bases, comma) }),
    videos > 0 ? t('share.videosLinks', { n: videos }) : '',
  ].filter((line) => line !== '');
}

function shortened(names: readonly string[], comma: string): string {
  return names.slice(0, MOST_NAMES).join(comma) + (names.length > MOST_NAMES ? ' …' : '');
}
