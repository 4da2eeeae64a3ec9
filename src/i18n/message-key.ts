import type about from './messages/en/about.json';
import type add from './messages/en/add.json';
import type app from './messages/en/app.json';
import type backup from './messages/en/backup.json';
import type board from './messages/en/board.json';
import type card from './messages/en/card.json';
import type compare from './messages/en/compare.json';
import type config from './messages/en/config.json';
import type connections from './messages/en/connections.json';
import type details from './messages/en/details.json';
import type find from './messages/en/find.json';
import type groups from './messages/en/groups.json';
import type help from './messages/en/help.json';
import type insight from './messages/en/insight.json';
import type keep from './messages/en/keep.json';
import type keys from './messages/en/keys.json';
import type latest from './messages/en/latest.json';
import type notices from './messages/en/notices.json';
import type player from './messages/en/player.json';
import type priv from './messages/en/private.json';
import type problems from './messages/en/problems.json';
import type select from './messages/en/select.json';
import type settings from './messages/en/settings.json';
import type share from './messages/en/share.json';
import type table from './messages/en/table.json';
import type time from './messages/en/time.json';
import type told from './messages/en/told.json';
import type ui from './messages/en/ui.json';

/** One line per area; add new files in `messages/en` here, unless they are in no script (`tools/messages.ts`). */
type Areas = typeof about &
  typeof add &
  typeof app &
  typeof backup &
  typeof board &
  typeof card &
  typeof compare &
  typeof config &
  typeof connections &
  typeof details &
  typeof find &
  typeof groups &
  typeof help &
  typeof insight &
  typeof keep &
  typeof keys &
  typeof latest &
  typeof notices &
  typeof player &
  typeof priv &
  typeof problems &
  typeof select &
  typeof settings &
  typeof share &
  typeof table &
  typeof time &
  typeof told &
  typeof ui;

/** All messages of the page. English defines them; the parity test checks the other languages. */
export type MessageKey = keyof Areas;
