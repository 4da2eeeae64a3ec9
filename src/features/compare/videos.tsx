import type { CSSProperties } from 'react';

import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { Comparison } from '~/address/comparison';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { Pane, PaneBar } from './pane';

/** The videos, side by side or on top of each other, with the same elements in both cases. */
export function Videos({
  tasks,
  comparison,
  onElement,
  onChange,
  onMove,
  onRemove,
}: {
  tasks: readonly TrackedTask[];
  comparison: Comparison;
  onElement: (key: string, element: HTMLVideoElement | null) => void;
  onChange: (change: Partial<Comparison>) => void;
  onMove: (from: number, to: number) => void;
  onRemove: (task: TrackedTask) => void;
}) {
  const { mode, sound, wipe } = comparison;
  const over = mode === 'wipe' && tasks.length === 2;
  const bar = (task: TrackedTask, n: number) => ({
    tracked: task,
    n,
    count: tasks.length,
    audible: sound === n,
    onHear: () => onChange({ sound: sound === n ? 0 : n }),
    onMove: (to: number) => onMove(n, to),
    onRemove: () => onRemove(task),
  });
  return (
    <>
      <div
        className={
          over
            ? 'relative isolate aspect-video max-h-[70dvh] w-full overflow-hidden rounded-2xl bg-black'
            : cn('grid gap-4', COLUMNS[tasks.length])
        }
      >
        {tasks.map((task, index) => (
          <Pane
            key={refKey(task)}
            {...bar(task, index + 1)}
            over={over}
            clipStyle={clipPathOf(index, wipe)}
            onElement={onElement}
          />
        ))}
        {over ? <Divider wipe={wipe} onWipe={(value) => onChange({ wipe: value })} /> : null}
      </div>
      {over ? (
        <div className="mt-3 flex gap-6 max-sm:flex-col max-sm:gap-1">
          {tasks.map((task, index) => (
            <PaneBar key={refKey(task)} {...bar(task, index + 1)} />
          ))}
        </div>
      ) : null}
    </>
  );
}

/** So many beside each other that all fit on the screen, the bar of the player below them included. */
const COLUMNS: Readonly<Record<number, string>> = {
  2: 'md:grid-cols-2',
  3: 'md:grid-cols-2 lg:grid-cols-3',
  4: 'mx-auto md:grid-cols-2 md:max-w-[max(44rem,calc((100dvh-19.5rem)*16/9))]',
};

/** The second video covers the first from the divider on. */
function clipPathOf(index: number, wipe: number): CSSProperties {
  return index === 0 ? {} : { clipPath: `inset(0 0 0 ${wipe}%)` };
}

/** A native slider the size of the picture: drag anywhere, or use the arrow keys. */
function Divider({ wipe, onWipe }: { wipe: number; onWipe: (wipe: number) => void }) {
  const t = useT();
  return (
    <>
      <div
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-white lift-line"
        style={{ left: `${wipe}%` }}
      >
        <span className="absolute top-1/2 left-1/2 size-8 -translate-1/2 rounded-full border-2 border-white bg-black/40" />
      </div>
      <input
        type="range"
        data-arrows
        aria-label={t('compare.divider')}
        min={0}
        max={100}
        step={1}
        value={wipe}
        onChange={(event) => onWipe(event.target.valueAsNumber)}
        className="peer absolute inset-0 size-full cursor-ew-resize touch-none opacity-0"
      />
      <div className="pointer-events-none absolute inset-0 rounded-2xl -outline-offset-2 outline-white peer-focus-visible:outline-2" />
    </>
  );
}
