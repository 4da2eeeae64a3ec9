import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

import { COMPARE_MODES, type Comparison } from '~/address/comparison';
import { openDialog } from '~/address/dialogs';
import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { refKey, type TaskRef } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { focusOpener } from '~/task-view/way-back';
import { Button } from '~/ui/button';
import { ScreenFrame } from '~/ui/screen-frame';
import { Segmented } from '~/ui/segmented';
import '~/ui/late-icons';

import { Missing } from './missing';
import { putInto } from './places';
import { Transport } from './transport';
import { useCompareControls } from './use-compare-controls';
import { useInStep } from './use-in-step';
import { changeComparison as change, useTimeInAddress } from './use-time-in-address';
import { Videos } from './videos';

/** Two to four videos in step: the comparison in the address. */
export function Compare({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const { tasks: known, isWhole } = useTracked((state) => state);
  const tasks = comparison.videos.flatMap((ref) => known.get(refKey(ref)) ?? []);
  const missing = comparison.videos.filter((ref) => !known.has(refKey(ref)));
  const [elements, setElements] = useState<ReadonlyMap<string, HTMLVideoElement>>(new Map());
  const inStep = useInStep(elements, tasks.length);
  const { sound, mode } = comparison;

  const onElement = useCallback((key: string, element: HTMLVideoElement | null) => {
    setElements((before) => {
      const next = new Map(before);
      if (element) next.set(key, element);
      else next.delete(key);
      return next;
    });
  }, []);
  const heard = tasks[sound - 1];
  const heardElement = (heard && elements.get(refKey(heard))) ?? null;
  useEffect(() => inStep?.setAudible(heardElement), [inStep, heardElement]);
  useTimeInAddress(inStep, comparison);
  const move = (from: number, to: number): void => {
    const task = tasks[from - 1];
    if (!task) return;
    const keys = putInto(tasks.map(refKey), refKey(task), to);
    const next = keys.flatMap((key) => known.get(key) ?? []);
    // What is heard stays what is heard.
    change({
      videos: [...next.map(refOf), ...missing],
      sound: heard ? next.indexOf(heard) + 1 : sound,
    });
  };
  const controls = useCompareControls(inStep, comparison, tasks, move);
  const player = usePlayerFocus(tasks.map(refKey).toSorted().join('\n'));

  const remove = (task: TrackedTask): void => {
    const videos = comparison.videos.filter((ref) => refKey(ref) !== refKey(task));
    changeView({
      screen:
        videos.length === 0
          ? BOARD
          : { kind: 'compare', comparison: { ...comparison, videos, sound: 1 } },
    });
  };
  return (
    <ScreenFrame>
      <div className="mx-auto max-w-350 px-6 pt-4.5 pb-10.5 max-sm:px-3.5">
        <div className="mb-4 flex flex-wrap items-center gap-2.5">
          <Button icon="chevron-left" onClick={() => changeView({ screen: BOARD })}>
            {t('details.back')}
          </Button>
          {/* The names below are those of takes. */}
          <p className="min-w-0 flex-1 truncate text-large font-semibold">{shotOf(tasks)}</p>
          {tasks.length === 2 ? (
            <Segmented
              label={t('compare.mode')}
              value={mode}
              onChange={(next) => change({ mode: next })}
              options={COMPARE_MODES.map((value) => ({ value, label: t(`compare.mode.${value}`) }))}
            />
          ) : null}
          {tasks.length === 0 ? null : (
            <>
              <Button
                icon="compare"
                onClick={() => openDialog({ kind: 'takes', chosen: tasks.map(refOf), group: null })}
              >
                {t('compare.change')}
              </Button>
              <Button
                icon="link"
                onClick={() =>
                  openDialog({
                    kind: 'share',
                    keys: tasks.map(refKey),
                    name: null,
                    opens: location.hash,
                  })
                }
              >
                {t('share.one')}
              </Button>
            </>
          )}
        </div>
        {isWhole && missing.length > 0 ? (
          <Missing missing={missing} all={comparison.videos.length} />
        ) : null}
        {tasks.length === 0 ? null : (
          <section
            ref={player}
            tabIndex={-1}
            aria-label={t('compare.player')}
            className="outline-none"
          >
            <Videos
              tasks={tasks}
              comparison={comparison}
              onElement={onElement}
              onChange={change}
              onMove={move}
              onRemove={remove}
            />
            {controls ? (
              <div className="sticky bottom-3 mt-4">
                <Transport controls={controls} />
              </div>
            ) : null}
            <p className="mt-3 text-note text-ink-3 max-sm:hidden">{t('compare.keys')}</p>
          </section>
        )}
      </div>
    </ScreenFrame>
  );
}

/**
 * Gives the player the focus whenever other takes are opened, so that Space plays: elsewhere it would press a button.
 * When the comparison is closed, the focus returns to where it was opened.
 */
function usePlayerFocus(takes: string): RefObject<HTMLElement | null> {
  const player = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === takes) return undefined;
    // After menus and dialogs have returned it.
    const frame = requestAnimationFrame(() => {
      shown.current = takes;
      player.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [takes]);
  useEffect(() => focusOpener, []);
  return player;
}

/** The shot that all are takes of; null if there is none, or more than one. */
function shotOf(tasks: readonly TrackedTask[]): string | null {
  const shot = tasks[0]?.shot ?? null;
  return tasks.every((task) => task.shot === shot) ? shot : null;
}

function refOf({ base, taskId }: TaskRef): TaskRef {
  return { base, taskId };
}
