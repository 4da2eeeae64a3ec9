import type { DayFacts } from '~/engine/insight/facts';
import { activeLocale } from '~/i18n/i18n';
import { formatNumber } from '~/i18n/format';
import { useT } from '~/i18n/use-t';

import { barsOf, heightsOf, labelled, mostNamed, type DayBar } from './day-bars';
import { frameRoom } from './room';
import { useInks, type Inks } from './use-inks';
import { useWidth } from './use-width';

/** The bars' room, in percent of the picture's height: numbers stand above and below it, days at the foot. */
const TOP = 9;
const BOTTOM = 79;
/** Of a bar's room, in percent. */
const WIDTH = 66;
/** There is room for so many bars at least. */
const LEAST = 7;
/** No more days are named below. */
const MOST_NAMED = 7;
/** As wide as the picture is in any case where the page has room for it: then others stand beside it. In rem. */
const ROOM = 17.5;

/** What finished, upwards, and failed, downwards, on each day. Its table says the same. */
export function DaysPicture({ facts }: { facts: DayFacts }) {
  const t = useT();
  const inks = useInks();
  const { bars, areWeeks } = barsOf(facts.days);
  const { axis, each } = heightsOf(bars, TOP, BOTTOM);
  // Of few days, the picture is not filled: bars are no blocks.
  const room = 100 / Math.max(LEAST, bars.length);
  const middleOf = (index: number): number => 100 - (bars.length - index - 0.5) * room;
  const dayOf = dayWords(bars.length > 14);
  const width = Math.min(ROOM, frameRoom(useWidth()));
  const most = mostNamed(
    width,
    Math.max(LEAST, bars.length),
    bars.map(({ at }) => dayOf(at)),
    t('insight.took.today'),
  );
  const withDay = labelled(bars.length, Math.min(MOST_NAMED, most));
  const busiest = bars.reduce((best, bar) =>
    bar.ready + bar.failed > best.ready + best.failed ? bar : best,
  );
  return (
    <div aria-hidden="true">
      <p className="flex gap-4 text-caption text-ink-2">
        <Sample ink={inks.usual} label={t('insight.byDay.ready')} />
        <Sample ink={inks.failed} label={t('insight.byDay.failed')} />
      </p>
      <svg width="100%" className="digits" style={{ height: '12rem', overflow: 'visible' }}>
        {bars.map((bar, index) => (
          <DayColumn
            key={bar.at}
            bar={bar}
            x={middleOf(index)}
            width={(room * WIDTH) / 100}
            {...{ axis, each, inks }}
            isToday={index === bars.length - 1}
            isNumbered={bar === busiest || (index === bars.length - 1 && bars.length <= 14)}
          />
        ))}
        <line x1="0" x2="100%" y1={`${axis}%`} y2={`${axis}%`} style={inks.axis} />
        {bars.map((bar, index) =>
          withDay.has(index) ? (
            <text
              key={bar.at}
              x={index === bars.length - 1 ? '100%' : `${middleOf(index)}%`}
              y="99%"
              style={inks.word}
              textAnchor={index === bars.length - 1 ? 'end' : 'middle'}
              className={index === bars.length - 1 ? TODAY : 'text-caption text-ink-3'}
            >
              {index === bars.length - 1 ? t('insight.took.today') : dayOf(bar.at)}
            </text>
          ) : null,
        )}
      </svg>
      {areWeeks ? <p className="text-note text-ink-3">{t('insight.byDay.weeks')}</p> : null}
    </div>
  );
}

const TODAY = 'text-caption font-semibold text-accent';

function DayColumn({
  bar: { ready, failed },
  x,
  width,
  axis,
  each,
  inks,
  isToday,
  isNumbered,
}: {
  bar: DayBar;
  x: number;
  width: number;
  axis: number;
  each: number;
  inks: Inks;
  isToday: boolean;
  isNumbered: boolean;
}) {
  const [up, down] = [ready * each, failed * each];
  const place = { x: `${x - width / 2}%`, width: `${width}%`, rx: 2 };
  return (
    <>
      {up === 0 ? null : (
        <rect
          {...place}
          y={`${axis - up}%`}
          height={`${up}%`}
          style={isToday ? inks.today : inks.usual}
        />
      )}
      {down === 0 ? null : (
        <rect {...place} y={`${axis}%`} height={`${down}%`} style={inks.failed} />
      )}
      {isNumbered && ready > 0 ? (
        <text
          x={`${x}%`}
          y={`${axis - up - 2}%`}
          style={inks.word}
          textAnchor="middle"
          className={isToday ? TODAY : 'text-caption text-ink-2'}
        >
          {formatNumber(ready)}
        </text>
      ) : null}
      {isNumbered && failed > 0 ? (
        <text
          x={`${x}%`}
          y={`${axis + down + 7}%`}
          style={inks.word}
          textAnchor="middle"
          className="text-caption text-bad-ink"
        >
          {formatNumber(failed)}
        </text>
      ) : null}
    </>
  );
}

function Sample({ ink, label }: { ink: Inks[keyof Inks]; label: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="10" height="10">
        <rect x="0.5" y="0.5" width="9" height="9" rx="2" style={ink} />
      </svg>
      {label}
    </span>
  );
}

/** The day of the month; of longer spans, with the month. */
function dayWords(withMonth: boolean): (at: number) => string {
  const format = new Intl.DateTimeFormat(activeLocale(), {
    day: 'numeric',
    ...(withMonth ? { month: 'short' } : {}),
  });
  return (at) => format.format(at);
}
