import { useCallback, useEffect, useState } from 'react';

import { COMPARE_MODES, MAX_COMPARED, type Comparison } from '~/address/comparison';
import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { Button } from '~/ui/button';
import { ScreenFrame } from '~/ui/screen-frame';
import { Segmented } from '~/ui/segmented';

import { Chooser } from './chooser';
import { Videos } from './videos';
import { Transport } from './transport';
import { useCompareControls } from './use-compare-controls';
import { useInStep } from './use-in-step';
import { changeComparison as change, useTimeInAddress } from './use-time-in-address';

/** Two to four videos in step: the comparison in the address. */
export function Compare({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const known = useTracked((state) => state.tasks);
  const tasks = comparison.videos.flatMap((ref) => known.get(refKey(ref)) ?? []);
  const [elements, setElements] = useState<readonly HTMLVideoElement[]>([]);
  const [choosing, setChoosing] = useState(tasks.length === 1);
  const inStep = useInStep(elements, tasks.length);
  const { sound, mode } = comparison;

  const onElement = useCallback((n: number, element: HTMLVideoElement | null) => {
    setElements((before) => {
      const next = [...before];
      if (element) next[n - 1] = element;
      else next.length = Math.min(next.length, n - 1);
      return next;
    });
  }, []);
  useEffect(() => inStep?.setAudible(elements[sound - 1] ?? null), [inStep, elements, sound]);
  useTimeInAddress(inStep, comparison);
  const controls = useCompareControls(inStep, comparison, tasks);

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
          <span className="flex-1" />
          {tasks.length === 2 ? (
            <Segmented
              label={t('compare.mode')}
              value={mode}
              onChange={(next) => change({ mode: next })}
              options={COMPARE_MODES.map((value) => ({ value, label: t(`compare.mode.${value}`) }))}
            />
          ) : null}
          <Button
            icon="plus"
            disabled={tasks.length >= MAX_COMPARED}
            onClick={() => setChoosing(true)}
          >
            {t('compare.add')}
          </Button>
          <Button icon="link" onClick={() => void copyText(location.href)}>
            {t('compare.copy')}
          </Button>
        </div>
        {tasks.length < comparison.videos.length ? (
          <p className="mb-3 text-ink-2">
            {t(tasks.length === 0 ? 'compare.none' : 'compare.missing')}
          </p>
        ) : null}
        <Videos
          tasks={tasks}
          comparison={comparison}
          onElement={onElement}
          onChange={change}
          onRemove={remove}
        />
        {controls ? (
          <div className="sticky bottom-3 mt-4">
            <Transport controls={controls} />
          </div>
        ) : null}
      </div>
      {choosing ? (
        <Chooser
          compared={tasks}
          onClose={() => setChoosing(false)}
          onChoose={({ base, taskId }) => {
            setChoosing(false);
            const videos = [...comparison.videos, { base, taskId }];
            changeView({ screen: { kind: 'compare', comparison: { ...comparison, videos } } });
          }}
        />
      ) : null}
    </ScreenFrame>
  );
}
