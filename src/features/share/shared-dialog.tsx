import { useEffect, useRef, useState } from 'react';

import { changeView } from '~/address/use-view';
import { parseView } from '~/address/view';
import type { BoardFile } from '~/engine/board-file/board-file';
import { useEngine } from '~/engine/use-engine';
import { formatList } from '~/i18n/format-list';
import { translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { showToast } from '~/ui/toast';

import { readShared, type Offer, type Received, type SharedFrom } from './read-shared';
import { SharedTasks } from './shared-tasks';
import { takeIn } from './take-in';
import type { KeyChoice } from './key-choices';

interface SharedProps {
  from: SharedFrom;
  offer: Offer;
  onClose: () => void;
}

/** What somebody has handed over, before anything of it is added or asked of anybody; or why it cannot be opened. */
export function SharedDialog({ from, offer, onClose }: SharedProps) {
  const engine = useEngine();
  const received = useReceived(from, offer);
  const [keysBefore] = useState(() => new Set(engine.connections.getState().connections.keys()));
  /** The keys that were pasted here, which are new. */
  const pasted = useRef(new Set<string>());
  const isDone = useRef(false);
  if (received === null) return null;
  if (received.kind !== 'opened') return <Refused received={received} onClose={onClose} />;
  const { file, leftOut } = received;
  const add = async (keyOf: (base: string) => KeyChoice): Promise<void> => {
    if (isDone.current) return;
    isDone.current = true;
    onClose();
    await takeInAndTell(engine, file, keyOf);
  };
  /** A key that was pasted here for tasks that were not added stays nowhere. */
  const leave = (): void => {
    if (!isDone.current) for (const id of pasted.current) void engine.forgetKey(id);
    onClose();
  };
  return (
    <SharedTasks
      file={file}
      leftOut={leftOut}
      offer={offer}
      onKey={(id) => {
        if (!keysBefore.has(id)) pasted.current.add(id);
      }}
      onAdd={(keyOf) => void add(keyOf)}
      onClose={leave}
    />
  );
}

/** Null until it has been read. */
function useReceived(from: SharedFrom, offer: Offer): Received | null {
  const [received, setReceived] = useState<{ from: SharedFrom; found: Received } | null>(null);
  useEffect(() => {
    let isOver = false;
    void readShared(from, { offer, home: location.origin, now: Date.now() }).then((found) => {
      if (!isOver) setReceived({ from, found });
    });
    return () => {
      isOver = true;
    };
  }, [from, offer]);
  return received?.from === from ? received.found : null;
}

const UNDO_MS = 10_000;

async function takeInAndTell(
  engine: ReturnType<typeof useEngine>,
  file: BoardFile,
  keyOf: (base: string) => KeyChoice,
): Promise<void> {
  const { added, changed, undo } = await takeIn(engine, file, keyOf);
  showToast({
    text: translate('share.added', { n: added, changed }),
    action: { label: translate('board.undo'), run: undo },
    durationMs: UNDO_MS,
  });
  // Anything else than a comparison is not opened, whatever the link says.
  const { screen } = parseView(file.opens ?? '');
  if (screen.kind === 'compare') changeView({ screen });
}

function Refused({
  received,
  onClose,
}: {
  received: Exclude<Received, { kind: 'opened' }>;
  onClose: () => void;
}) {
  const t = useT();
  const text =
    received.kind === 'not-offered'
      ? t('share.notOffered', { services: formatList(received.bases.slice(0, 3).map(serviceName)) })
      : t(REFUSALS[received.why]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('share.cannot')}
      closeLabel={t('ui.close')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('share.ok')}
        </Button>
      }
    >
      <p className="wrap-anywhere text-ink-2">{text}</p>
    </Dialog>
  );
}

const REFUSALS = {
  cut: 'share.cut',
  other: 'share.other',
  newer: 'share.newer',
  'too-large': 'share.tooLarge',
  empty: 'share.empty',
} as const;
