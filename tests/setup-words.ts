import { loadWords } from '~/i18n/i18n';

import './patience';

// Tests speak English, as the page does once its words are downloaded.
await loadWords('add', 'asks', 'groups', 'help', 'insight', 'notices', 'later');
