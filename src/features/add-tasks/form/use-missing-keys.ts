import { useMemo, useState } from 'react';

import { maskKey } from '~/core/mask';
import { useUnfinished } from '~/engine/use-board';
import { useConnections } from '~/engine/use-engine';
import {
  keysGiven,
  type DoubtfulKey,
  type MissingKey,
} from '~/features/add-tasks/pairing/missing-keys';
import type { Secret } from '~/features/add-tasks/pairing/pieces';
import { useUnfinished as useUnfinishedText } from '~/ui/use-unfinished';

import { useDraft, type Draft } from './use-draft';

/** A connection without a key, and what the text has for it. */
export interface MissingRow extends MissingKey {
  /** How many of its tasks wait. */
  tasks: number;
  secret: Secret | null;
}

export interface MissingKeys {
  draft: Draft;
  rows: readonly MissingRow[];
  doubts: readonly DoubtfulKey[];
  elsewhere: readonly string[];
  /** The key as the text shows it: keys that look alike have different masks. */
  maskOf: (secret: Secret) => string;
  /** The connection that the person gave a doubtful key to. */
  answerTo: (doubt: DoubtfulKey) => string | null;
  answer: (doubt: DoubtfulKey, connectionId: string | null) => void;
}

/** Which connections miss a key, and what a pasted text gives each of them. */
export function useMissingKeys(): MissingKeys {
  const waiting = useUnfinished();
  const { connections, needKey } = useConnections((state) => state);
  const missing = useMemo(
    () =>
      [...connections.values()].flatMap(({ kind, id, base, hint }) =>
        kind === 'own' && needKey.has(id) ? [{ id, base, hint }] : [],
      ),
    [connections, needKey],
  );
  const draft = useDraft('', () => undefined);
  useUnfinishedText(draft.text.trim() !== '');
  /** By key. */
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const { given, doubts, elsewhere } = useMemo(
    () => keysGiven(draft.analysis.segments, missing),
    [draft.analysis, missing],
  );
  const masks = new Map([...draft.secrets].map(([mask, { apiKey }]) => [apiKey, mask]));
  const answerTo = ({ secret, candidates }: DoubtfulKey): string | null => {
    const id = answers.get(secret.apiKey);
    return id !== undefined && candidates.includes(id) ? id : null;
  };
  const said = new Map(
    doubts.flatMap((doubt): [string, Secret][] => {
      const id = answerTo(doubt);
      return id === null ? [] : [[id, doubt.secret]];
    }),
  );
  const rows = missing
    .map((one) => ({
      ...one,
      tasks: waiting.get(one.id) ?? 0,
      secret: given.get(one.id) ?? said.get(one.id) ?? null,
    }))
    .toSorted((a, b) => b.tasks - a.tasks);
  return {
    draft,
    rows,
    doubts,
    elsewhere,
    maskOf: ({ apiKey }) => masks.get(apiKey) ?? maskKey(apiKey),
    answerTo,
    answer({ secret }, connectionId) {
      // A connection has one key: what was given to it before is open again.
      const others = [...answers].filter(([, id]) => id !== connectionId);
      const next = new Map(others);
      if (connectionId === null) next.delete(secret.apiKey);
      else next.set(secret.apiKey, connectionId);
      setAnswers(next);
    },
  };
}
