import { withWords } from '~/i18n/i18n';

import { Trouble } from './ErrorBoundary';
import { firstCardDrawn } from './first-card-drawn';
import { lazyPart, PartFailed } from './lazy-part';

/** The parts of the page that are not in the first download. */

export const FirstRun = lazyPart(
  withWords(['add'], async () => (await import('~/features/add-tasks/form/first-run')).FirstRun),
  (_, again) => <Trouble onAgain={again} />,
);

export const LockScreen = lazyPart(
  withWords(['later'], async () => (await import('~/features/private/lock-screen')).LockScreen),
  (_, again) => <Trouble onAgain={again} />,
);

export const Board = lazyPart(
  async () => (await import('~/features/board/board')).Board,
  (_, again) => <Trouble onAgain={again} />,
);

export const GroupedGrid = lazyPart(
  withWords(['groups'], async () => (await import('~/features/board/grouped-grid')).GroupedGrid),
  (_, again) => <Trouble onAgain={again} />,
);

export const Compact = lazyPart(
  withWords(['groups'], async () => (await import('~/features/board/compact')).Compact),
  (_, again) => <Trouble onAgain={again} />,
);

export const SortByColumns = lazyPart(
  async () => (await import('~/features/board/sort-by-columns')).SortByColumns,
  () => null,
);

export const Table = lazyPart(
  withWords(['groups'], async () => (await import('~/features/board/table/table')).Table),
  (_, again) => <Trouble onAgain={again} />,
);

export const FilterRow = lazyPart(
  withWords(['later'], async () => (await import('~/features/find/filter-row')).FilterRow),
  () => null,
);

export const Nothing = lazyPart(
  withWords(['later'], async () => (await import('~/features/find/nothing')).Nothing),
  () => null,
);

export const Notices = lazyPart(
  afterCards(withWords(['notices'], async () => (await import('./Notices')).Notices)),
  () => null,
);

export const Told = lazyPart(
  afterCards(withWords(['notices'], async () => (await import('~/features/told/told')).Told)),
  () => null,
);

export const Telling = lazyPart(
  afterCards(withWords(['notices'], async () => (await import('./Telling')).Telling)),
  () => null,
);

/** Most hosts have none. */
export const DailyNotice = lazyPart(
  async () => (await import('./DailyNotice')).DailyNotice,
  () => null,
);

export const FeedTroubles = lazyPart(
  withWords(['notices'], async () => (await import('./FeedTroubles')).FeedTroubles),
  () => null,
);

export const SelectionBar = lazyPart(
  withWords(
    ['later'],
    async () => (await import('~/features/selection/selection-bar')).SelectionBar,
  ),
  () => null,
);

export const ConfigWrong = lazyPart(
  withWords(['later'], async () => (await import('./ConfigWrong')).ConfigWrong),
  () => <Trouble />,
);

export const Details = lazyPart(
  withWords(['later'], async () => (await import('~/features/details/details')).Details),
  (_, again) => <Trouble onAgain={again} />,
);

export const Compare = lazyPart(
  withWords(['later'], async () => (await import('~/features/compare/compare')).Compare),
  (_, again) => <Trouble onAgain={again} />,
);

export const Help = lazyPart(
  withWords(
    ['help', 'add', 'notices', 'later'],
    async () => (await import('~/features/help/help')).Help,
  ),
  (_, again) => <Trouble onAgain={again} />,
);

export const Insight = lazyPart(
  withWords(
    ['groups', 'later', 'insight'],
    async () => (await import('./InsightScreen')).InsightScreen,
  ),
  (_, again) => <Trouble onAgain={again} />,
);

export const Toaster = lazyPart(
  async () => (await import('~/ui/toaster')).Toaster,
  () => null,
);

export const OpenDialog = lazyPart(
  withWords(
    ['add', 'asks', 'groups', 'notices', 'later'],
    async () => (await import('./OpenDialog')).OpenDialog,
  ),
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

/** No card waits for it, and none may move when it comes. */
function afterCards<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    await firstCardDrawn(document.getElementById('root') ?? document.body);
    return load();
  };
}
