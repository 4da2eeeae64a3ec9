import { useEngineStatus } from '~/engine/use-engine';
import { feedWords } from '~/features/notices/feed-words';
import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';

/** On the first screen of a page that should fill itself: why it is empty. */
export function FeedTroubles() {
  const t = useT();
  const feeds = useEngineStatus((status) => status.feeds);
  return (
    <div role="status" className="mb-4 rounded-card border border-line bg-run-soft px-4 py-2.5">
      <ul>
        {feeds.map((trouble) => (
          <li key={trouble.name} className="flex gap-3 py-0.5">
            <Icon name="warning" className="mt-0.5 text-run-ink" />
            <p className="min-w-0 flex-1 break-words">
              {Object.values(feedWords(trouble, t)).join(' ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
