import { useStore } from 'zustand';

import { useT } from '~/i18n/use-t';
import { Switch } from '~/ui/switch';

import { choose, chooseQuiet, tellChoices } from './choices';
import { isTimeOfDay } from './quiet-hours';

/** Sound and quiet hours. */
export function TellChoices() {
  const t = useT();
  const { sound, quiet } = useStore(tellChoices);
  return (
    <div className="flex flex-col">
      <Switch label={t('told.sound')} on={sound} onChange={(on) => choose(() => ({ sound: on }))} />
      <div className="flex flex-wrap items-center gap-x-3">
        <Switch label={t('told.quiet')} on={quiet.on} onChange={(on) => chooseQuiet({ on })} />
        <span className="ms-auto flex items-center gap-1.5 text-ink-2 digits">
          <Time
            label={t('told.quietFrom')}
            value={quiet.from}
            off={!quiet.on}
            onChange={(from) => chooseQuiet({ from })}
          />
          {t('told.to')}
          <Time
            label={t('told.quietTo')}
            value={quiet.to}
            off={!quiet.on}
            onChange={(to) => chooseQuiet({ to })}
          />
        </span>
      </div>
    </div>
  );
}

function Time({
  label,
  value,
  off,
  onChange,
}: {
  label: string;
  value: string;
  off: boolean;
  onChange: (time: string) => void;
}) {
  return (
    <input
      type="time"
      aria-label={label}
      required
      value={value}
      disabled={off}
      onChange={({ target }) => {
        if (isTimeOfDay(target.value)) onChange(target.value);
      }}
      className="h-8.5 rounded-lg border border-edge bg-bg px-1 text-small text-ink focus-ring disabled:opacity-50"
    />
  );
}
