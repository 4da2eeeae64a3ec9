import { useT } from '~/i18n/use-t';
import { setPrefs } from '~/prefs/prefs';
import { usePrefs } from '~/prefs/use-prefs';
import { IconButton } from '~/ui/icon-button';
import { useMediaQuery } from '~/ui/use-media-query';

import { shownTheme } from './follow-theme';

/** Switches between light and dark; the system's theme can be chosen in the settings. */
export function ThemeButton() {
  const t = useT();
  const theme = usePrefs((prefs) => prefs.theme);
  const dark = shownTheme(theme, useMediaQuery('(prefers-color-scheme: dark)')) === 'dark';
  return (
    <IconButton
      label={t(dark ? 'settings.toLight' : 'settings.toDark')}
      icon={dark ? 'sun' : 'moon'}
      onClick={() => setPrefs({ theme: dark ? 'light' : 'dark' })}
    />
  );
}
