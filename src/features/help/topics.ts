import type { MessageKey } from '~/i18n/message-key';
import type { HelpTopic } from '~/task-view/words/help-about';

/** A picture of the page itself: `npm run pictures` takes them. */
export type PictureName =
  | 'paste'
  | 'refused'
  | 'remember'
  | 'playing'
  | 'links'
  | 'services'
  | 'others';

interface Topic {
  /** After the answer in one sentence or two: what to do, most helpful first. */
  lines: readonly MessageKey[];
  picture?: PictureName;
  /** What is asked next. */
  see: readonly HelpTopic[];
}

/** In the order in which a newcomer asks. */
export const TOPICS: Readonly<Record<HelpTopic, Topic>> = {
  start: {
    lines: ['help.start.message', 'help.start.key', 'help.start.service', 'help.start.sample'],
    picture: 'paste',
    see: ['id', 'safe'],
  },
  id: {
    lines: ['help.id.message', 'help.id.table', 'help.id.log', 'help.id.looks', 'help.id.latest'],
    picture: 'paste',
    see: ['start', 'notFound'],
  },
  safe: {
    lines: [
      'help.safe.never',
      'help.safe.hidden',
      'help.safe.shared',
      'help.safe.remove',
      'help.safe.team',
    ],
    picture: 'remember',
    see: ['closing', 'services'],
  },
  refused: {
    lines: [
      'help.refused.again',
      'help.refused.old',
      'help.refused.scheme',
      'help.refused.pair',
      'help.refused.team',
    ],
    picture: 'refused',
    see: ['limits', 'services'],
  },
  services: {
    lines: [
      'help.services.says',
      'help.services.wrong',
      'help.services.several',
      'help.services.list',
    ],
    picture: 'services',
    see: ['safe', 'notFound'],
  },
  limits: {
    lines: ['help.limits.credit', 'help.limits.model', 'help.limits.task'],
    see: ['refused', 'failed'],
  },
  closing: {
    lines: [
      'help.closing.told',
      'help.closing.key',
      'help.closing.device',
      'help.closing.links',
      'help.closing.private',
    ],
    see: ['safe', 'links'],
  },
  slow: {
    lines: [
      'help.slow.usual',
      'help.slow.percent',
      'help.slow.stuck',
      'help.slow.checks',
      'help.slow.paused',
    ],
    see: ['unreachable', 'closing'],
  },
  failed: {
    lines: ['help.failed.safety', 'help.failed.busy', 'help.failed.words'],
    see: ['limits', 'slow'],
  },
  notFound: {
    lines: ['help.notFound.compare', 'help.notFound.new', 'help.notFound.key', 'help.notFound.old'],
    see: ['id', 'services'],
  },
  unreachable: {
    lines: [
      'help.unreachable.network',
      'help.unreachable.address',
      'help.unreachable.leads',
      'help.unreachable.error',
      'help.unreachable.pages',
    ],
    see: ['slow', 'start'],
  },
  playing: {
    lines: [
      'help.playing.fresh',
      'help.playing.tab',
      'help.playing.format',
      'help.playing.large',
      'help.playing.none',
    ],
    picture: 'playing',
    see: ['links', 'refused'],
  },
  links: {
    lines: ['help.links.soon', 'help.links.keep', 'help.links.fresh', 'help.links.gone'],
    picture: 'links',
    see: ['playing', 'closing'],
  },
  others: {
    lines: ['help.others.videos', 'help.others.tasks', 'help.others.list', 'help.others.picks'],
    picture: 'others',
    see: ['links', 'safe'],
  },
};

export const HELP_TOPICS = Object.keys(TOPICS) as readonly HelpTopic[];
