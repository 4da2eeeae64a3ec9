import type { Card } from '~/task-view/use-card';
import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

import { player } from './player';
import { playerElement } from './player-element';
import { saveStill } from './still';

/** Saves the frame on screen and says whether it worked. */
export async function takeStill({ key, tracked, task }: Card): Promise<void> {
  const now = player.getState();
  if (now.key !== key || now.status !== 'playing' || task === null) {
    showToast({ text: translate('player.stillFirst') });
    return;
  }
  const name = now.readable ? await saveStill(playerElement(), tracked, task) : null;
  showToast({
    text: name === null ? translate('player.stillBlocked') : translate('player.saved', { name }),
  });
}
