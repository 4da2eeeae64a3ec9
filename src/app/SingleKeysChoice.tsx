import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { CHOICES, type SingleKeys } from '~/prefs/choices';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';
import { Segmented } from '~/ui/segmented';

const WORDS = { on: 'keys.singleOn', off: 'keys.singleOff' } satisfies Record<
  SingleKeys,
  MessageKey
>;

/** Whether letters, digits and signs are shortcuts. */
export function SingleKeysChoice() {
  const t = useT();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span aria-hidden="true">{t('keys.single')}</span>
        <Segmented
          label={t('keys.single')}
          value={usePrefs((prefs) => prefs.singleKeys)}
          options={CHOICES.singleKeys.map((value) => ({ value, label: t(WORDS[value]) }))}
          onChange={(singleKeys) => setPrefs({ singleKeys })}
        />
      </div>
      <p className="text-note text-ink-3">{t('keys.singleHint')}</p>
    </div>
  );
}
