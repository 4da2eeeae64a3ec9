import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

import type { ConfigCode, ConfigProblem } from './config';

/** For the person who hosts the page: everything that is wrong in config.json, and where. */
export function ConfigWrong({
  problems,
  onGoOn,
}: {
  problems: readonly ConfigProblem[];
  onGoOn: () => void;
}) {
  const t = useT();
  return (
    <main className="mx-auto mt-16 flex max-w-160 flex-col gap-3 px-5 pb-16">
      <h1 className="flex items-center gap-2 text-headline">
        <Icon name="warning" className="size-5 text-bad-ink" />
        {t('config.title')}
      </h1>
      <p className="text-ink-2">{t('config.text')}</p>
      <ul className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
        {problems.map(({ place, code }) => (
          <li key={`${place} ${code}`}>
            {place === '' ? (
              t('config.whole')
            ) : (
              <code className="font-semibold break-all">{place}</code>
            )}{' '}
            {t(CONFIG_WORDS[code])}
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
        <Button onClick={onGoOn}>{t('config.goOn')}</Button>
      </div>
    </main>
  );
}

const CONFIG_WORDS = {
  notJson: 'config.notJson',
  unknown: 'config.unknown',
  missing: 'config.missing',
  type: 'config.type',
  range: 'config.range',
  address: 'config.address',
  twice: 'config.twice',
  relayName: 'config.relayName',
  lookUpPath: 'config.lookUpPath',
  scheme: 'config.scheme',
  onePlace: 'config.onePlace',
  teamKey: 'config.teamKey',
  colour: 'config.colour',
  help: 'config.help',
  notice: 'config.notice',
  host: 'config.host',
} as const satisfies Record<ConfigCode, MessageKey>;
