import { useMemo, useState } from 'react';

import type { AddInto } from '~/core/add-into';
import type { KeepKey } from '~/core/connection';
import { maskKey } from '~/core/mask';
import { readAddress, type GivenAddress } from '~/engine/gateway/address-template';
import { pairingOf } from '~/features/add-tasks/pairing/pairing';
import type { Secret } from '~/features/add-tasks/pairing/pieces';
import { planOf, type Known, type Plan, type Route } from '~/features/add-tasks/pairing/plan';
import { serviceName } from '~/i18n/service-name';
import { useUnfinished } from '~/ui/use-unfinished';

import { isKeyAlone, keyAlone, withoutRepeats, withTasks, type Listed } from './key-alone';
import type { Answers, Choice, DraftText } from './draft-text';
import { obstacleOf, type Obstacle } from './obstacle';
import { basesOffered, needsNoKey, OTHER, type Offer } from './services';
import { useAdding } from './use-adding';
import { useDraft, type Draft } from './use-draft';
import { useFirstChecks, type FirstChecks } from './use-first-checks';
import { useKnown } from './use-known';

/** The form's only row has this id, so that a choice made before anything was pasted stays. */
export const ONLY_ROW = '';

export interface AddForm {
  draft: Draft;
  known: Known;
  plan: Plan;
  /** Nothing has to be told apart: there is at most one service and one question. */
  single: boolean;
  /** Bases to choose from, and their names. */
  bases: string[];
  nameOf: (base: string) => string;
  links: ReturnType<typeof pairingOf>['links'];
  /** Number of tasks that will be added, and that wait for an answer. */
  count: number;
  waiting: number;
  onBoard: number;
  /** Keys of the text that a route may use instead of its own. */
  secretsOf: (route: Route) => Secret[];
  /** The key as the text shows it: keys that look alike have different masks. */
  maskOf: (apiKey: string) => string;
  /** Somebody may paste a key here: not every service has the team's. */
  offersKeys: boolean;
  keep: KeepKey;
  batch: string;
  obstacle: Obstacle | null;
  checks: FirstChecks;
  /** What was chosen for a row: a base, `OTHER`, or null. */
  chosen: (row: string) => string | null;
  /** The address as typed for a row; null if none was. */
  typed: (row: string) => string | null;
  chooseService: (row: string, base: string) => void;
  typeAddress: (row: string, text: string) => void;
  chooseKey: (row: string, secret: Secret) => void;
  setKeep: (keep: KeepKey) => void;
  setBatch: (batch: string) => void;
  submit: () => void;
  /** Adds without a first check, or in spite of it. */
  submitAnyway: () => void;
  /** The route of a key without tasks. */
  alone: Route | undefined;
  /** Gives it those that were chosen of its service's list. */
  setListed: (listed: Listed) => void;
}

/** All state and actions of the form, apart from rendering. `onAdded` gets what is still open, if anything. */
export function useAddForm(
  offer: Offer,
  initial: string | DraftText,
  onAdded: (rest: DraftText | null) => void,
  into?: AddInto,
  arrived = false,
): AddForm {
  const before = typeof initial === 'string' ? undefined : initial.answers;
  const hasArrived = arrived || before?.arrived === true;
  const known = useKnown(offer, hasArrived);
  const [choices, setChoices] = useState<Answers['choices']>(before?.choices ?? new Map());
  const [keys, setKeys] = useState<Answers['keys']>(before?.keys ?? new Map());
  const [keep, setKeep] = useState<KeepKey>(before?.keep ?? 'tab');
  const [batch, setBatch] = useState(before?.batch ?? into?.fields.batch?.name ?? '');
  const [listed, setListed] = useState<Listed | null>(null);
  const checks = useFirstChecks();
  const draft = useDraft(initial, checks.reset);
  useUnfinished(draft.text.trim() !== '');

  const pairing = useMemo(
    () => pairingOf(draft.analysis.segments, new Set(known.services.map(({ base }) => base))),
    [draft.analysis, known.services],
  );
  const masks = useMemo(
    () => new Map([...draft.secrets].map(([mask, { apiKey }]) => [apiKey, mask])),
    [draft.secrets],
  );
  const rows = [...pairing.clusters, ...pairing.loose].map(({ id }) => id);
  const single = rows.length <= 1;
  const secrets = pairing.clusters.flatMap((cluster) => cluster.secrets);
  const choiceOf = (row: string): Choice | undefined => choices.get(single ? ONLY_ROW : row);
  const whole = planOf(pairing, known, {
    services: new Map(
      rows.flatMap((row): [string, GivenAddress | null][] => {
        const choice = choiceOf(row);
        return choice ? [[row, addressOf(choice, pairing.addresses)]] : [];
      }),
    ),
    // A key that was removed from the text is gone.
    keys: new Map([...keys].filter(([, { apiKey }]) => holds(secrets, apiKey))),
  });
  const read = withoutRepeats(whole);
  const alone = read.routes.find(isKeyAlone);
  const plan = alone && listed?.of === keyAlone(alone) ? withTasks(read, alone, listed) : read;
  const ready = plan.routes.filter(isReady);
  const count = sum(ready.map(({ tasks }) => tasks.length));
  const waiting =
    sum(plan.questions.map(({ tasks }) => tasks.length)) +
    sum(plan.routes.map(({ tasks }) => tasks.length)) -
    count;
  const onBoard = sum(plan.routes.map((route) => route.known));
  const obstacle = obstacleOf({
    empty: draft.text.trim() === '',
    plan,
    count,
    waiting,
    onBoard,
    address: choiceOf(rows[0] ?? ONLY_ROW),
  });

  const { corrections, columns } = draft;
  const answers = { corrections, columns, choices, keys, keep, batch, arrived: hasArrived };
  const adding = useAdding({
    routes: ready,
    rest: waiting > 0 ? { ...draft, answers } : null,
    keep,
    batch,
    into,
    checks,
    stale: draft.unread !== null,
    onAdded,
  });
  const changed = (change: () => void): void => {
    checks.reset();
    change();
  };
  /** A check ends by adding what was set when it began. */
  const set = (change: () => void): void => {
    if (checks.state.kind === 'checking') checks.reset();
    change();
  };
  const choose = (row: string, choice: Choice): void =>
    changed(() => setChoices(new Map(choices).set(single ? ONLY_ROW : row, choice)));

  return {
    draft,
    known,
    plan,
    single,
    bases: basesOffered(pairing.addresses, known),
    nameOf: (base) => offer.services.find((one) => one.base === base)?.name ?? serviceName(base),
    links: pairing.links,
    count,
    waiting,
    onBoard,
    secretsOf: ({ key }) =>
      key.kind === 'pasted'
        ? [...key.secrets, ...secrets.filter(({ apiKey }) => !holds(key.secrets, apiKey))]
        : [],
    offersKeys: !needsNoKey(offer),
    maskOf: (apiKey) => masks.get(apiKey) ?? maskKey(apiKey),
    keep,
    batch,
    obstacle,
    checks,
    chosen(row) {
      const choice = choiceOf(row);
      if (!choice) return null;
      return 'base' in choice ? choice.base : OTHER;
    },
    typed(row) {
      const choice = choiceOf(row);
      return choice && 'typed' in choice ? choice.typed : null;
    },
    chooseService: (row, base) => choose(row, base === OTHER ? { typed: '' } : { base }),
    typeAddress: (row, text) => choose(row, { typed: text }),
    chooseKey: (row, secret) => changed(() => setKeys(new Map(keys).set(row, secret))),
    setKeep: (next) => set(() => setKeep(next)),
    setBatch: (next) => set(() => setBatch(next)),
    alone,
    setListed: (next) => changed(() => setListed(next)),
    ...adding,
  };
}

function addressOf(choice: Choice, inText: readonly GivenAddress[]): GivenAddress | null {
  if ('typed' in choice) return readAddress(choice.typed);
  // Its look-up path may be in the text.
  return inText.find(({ base }) => base === choice.base) ?? { base: choice.base, path: null };
}

/** Whether a route's tasks can be added now. */
function isReady({ key, refused, tasks }: Route): boolean {
  return key.kind !== 'none' && !refused && tasks.length > 0;
}

function holds(secrets: readonly Secret[], apiKey: string): boolean {
  return secrets.some((one) => one.apiKey === apiKey);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
