import { DENSITIES } from '~/core/density';
import { formatPercent } from '~/i18n/format';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { CHOICES, type Contrast, type PromptShown, type Theme } from '~/prefs/choices';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';
import { chooseDensity, useDensity } from '~/task-view/density';
import { Segmented } from '~/ui/segmented';

/** How the page looks on this device. */
export function DisplayChoices() {
  const t = useT();
  const { theme, contrast, textSize, promptShown } = usePrefs((prefs) => prefs);
  return (
    <>
      <Choice
        title={t('settings.theme')}
        value={theme}
        options={CHOICES.theme.map((value) => ({ value, label: t(THEMES[value]) }))}
        onChange={(next) => setPrefs({ theme: next })}
      />
      <Choice
        title={t('settings.contrast')}
        value={contrast}
        options={CHOICES.contrast.map((value) => ({ value, label: t(CONTRASTS[value]) }))}
        onChange={(next) => setPrefs({ contrast: next })}
      />
      <Choice
        title={t('settings.textSize')}
        value={textSize}
        options={CHOICES.textSize.map((value) => ({ value, label: formatPercent(Number(value)) }))}
        onChange={(next) => setPrefs({ textSize: next })}
      />
      <Choice
        title={t('board.density')}
        value={useDensity()}
        options={DENSITIES.map((value) => ({ value, label: t(`board.density.${value}`) }))}
        onChange={chooseDensity}
      />
      <Choice
        title={t('settings.prompt')}
        value={promptShown}
        options={CHOICES.promptShown.map((value) => ({ value, label: t(PROMPTS[value]) }))}
        onChange={(next) => setPrefs({ promptShown: next })}
      />
    </>
  );
}

function Choice<T extends string>({
  title,
  ...rest
}: {
  title: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span aria-hidden="true">{title}</span>
      <Segmented label={title} {...rest} />
    </div>
  );
}

const THEMES = {
  system: 'settings.themeSystem',
  light: 'settings.themeLight',
  dark: 'settings.themeDark',
} satisfies Record<Theme, MessageKey>;

const CONTRASTS = {
  system: 'settings.themeSystem',
  more: 'settings.contrastMore',
} satisfies Record<Contrast, MessageKey>;

const PROMPTS = {
  enhanced: 'settings.promptEnhanced',
  original: 'settings.promptOriginal',
} satisfies Record<PromptShown, MessageKey>;
