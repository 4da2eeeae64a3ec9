import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

import { DEFAULT_COMPARISON } from '~/address/comparison';
import type { GroupRef } from '~/address/dialogs';
import { changeView, useViewOf } from '~/address/use-view';
import { refKey, type TaskRef } from '~/core/answer';
import { titleOf } from '~/core/title';
import { wordsOf } from '~/engine/answers/search';
import { useBoardIndex, useCards, useFinished } from '~/engine/use-board';
import { useTracked } from '~/engine/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { useShortcut } from '~/task-view/keys/use-shortcut';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { SearchField } from '~/ui/search-field';
import { Segmented } from '~/ui/segmented';

import { choicesOf, CHOICE_LISTS, groupAround, keysIn, type ChoiceList } from './choices';
import { putInto, toggled, type Places } from './places';
import { PlacesStrip } from './places-strip';
import { TakeGrid } from './take-grid';
import { useTakeKeys } from './use-take-keys';

/** Chooses by picture and prompt what is compared, and where each take stands. */
export function Chooser({
  chosen,
  group,
  onClose,
}: {
  chosen: readonly TaskRef[];
  group: GroupRef | null;
  onClose: () => void;
}) {
  const t = useT();
  const board = useBoardIndex();
  const screen = useViewOf((view) => view.screen);
  const [places, setPlaces] = useState<Places>(() => chosen.map(refKey));
  /** The place that the person wants to fill next. */
  const [target, setTarget] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [query, setQuery] = useState('');
  const [begin] = useState(() => group ?? groupAround(board.card(places[0] ?? '')));
  const choices = useChoices(begin, query);
  const [list, setList] = useState<ChoiceList>(choices.group.length > 1 ? 'group' : 'all');
  const firstTake = useRef<HTMLButtonElement>(null);
  const standing = useCards(places);
  const hasKeys = useShortcut('1') !== undefined;

  const put = (key: string, n: number | null): void => {
    const next = n === null ? toggled(places, key) : putInto(places, key, n);
    setPlaces(next);
    setTarget(null);
    const card = board.card(key);
    const title = card ? titleOf(card.tracked, card.task) : '';
    const at = next.indexOf(key) + 1;
    setSaid(at === 0 ? t('compare.takenOut', { title }) : t('compare.nowIn', { title, n: at }));
  };
  useTakeKeys(put);

  const compare = (): void => {
    const videos = standing.map(({ tracked: { base, taskId } }) => ({ base, taskId }));
    const isOpen = screen.kind === 'compare';
    const before = isOpen ? screen.comparison : DEFAULT_COMPARISON;
    const sound = Math.min(before.sound, videos.length);
    // Closed first, so that the focus it returns does not leave the player again.
    flushSync(onClose);
    changeView(
      { screen: { kind: 'compare', comparison: { ...before, videos, sound } } },
      { replace: isOpen },
    );
  };
  const lists = CHOICE_LISTS.filter((one) => one !== 'group' || begin !== null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('compare.choose')}
      closeLabel={t('ui.close')}
      size="xl"
      initialFocus={firstTake}
      footer={
        <>
          <PlacesStrip cards={standing} target={target} onTarget={setTarget} />
          <p className="min-w-0 flex-1 basis-56 text-small text-ink-2">
            {target === null ? (
              <>
                {hasKeys ? (
                  <span className="pointer-coarse:hidden">{t('compare.hint')}</span>
                ) : null}
                <span className={hasKeys ? 'pointer-fine:hidden' : ''}>
                  {t('compare.hintTouch')}
                </span>
              </>
            ) : (
              t('compare.hintPlace', { n: target })
            )}
          </p>
          <p role="status" className="sr-only">
            {said}
          </p>
          <Button variant="primary" disabled={standing.length < 2} onClick={compare}>
            {t('select.compare', { n: standing.length })}
          </Button>
        </>
      }
    >
      <div className="sticky top-0 z-10 -mx-5 flex flex-wrap items-center gap-2 bg-surface px-5 pb-3.5">
        <SearchField
          label={t('compare.search')}
          placeholder={t('compare.search')}
          value={query}
          onChange={setQuery}
          className="min-w-56 flex-1 sm:max-w-none"
        />
        <Segmented
          label={t('compare.lists')}
          value={list}
          onChange={setList}
          options={lists.map((value) => ({
            value,
            label: t(value === 'group' ? groupWord(begin) : LIST_WORDS[value]),
            count: choices[value].length,
          }))}
        />
      </div>
      <TakeGrid
        key={list}
        cards={choices[list]}
        places={places}
        underShot={list === 'group' && begin?.by === 'shot'}
        firstTake={firstTake}
        onChoose={(key) => put(key, target)}
      />
    </Dialog>
  );
}

function useChoices(group: GroupRef | null, query: string): ReturnType<typeof choicesOf> {
  const board = useBoardIndex();
  const tasks = useTracked((state) => state.tasks);
  const finished = useFinished();
  const keys = useMemo(
    () => (group === null ? [] : keysIn(group, tasks.keys(), board.card)),
    [group, tasks, board],
  );
  const cards = useCards(keys);
  const wanted = useDeferredValue(query);
  return useMemo(
    () => choicesOf({ group: cards, finished }, wordsOf(wanted)),
    [cards, finished, wanted],
  );
}

const LIST_WORDS = {
  picks: 'compare.list.picks',
  all: 'compare.list.all',
} as const satisfies Record<Exclude<ChoiceList, 'group'>, MessageKey>;

function groupWord(group: GroupRef | null): MessageKey {
  if (group?.by === 'shot') return 'compare.list.shot';
  return group?.by === 'batch' ? 'compare.list.batch' : 'compare.list.group';
}
