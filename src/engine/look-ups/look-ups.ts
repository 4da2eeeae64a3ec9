import type { Bus, EngineEvent } from '~/engine/bus';
import type { Engine } from '~/engine/engine';
import type { EngineParts } from '~/engine/parts';
import type { EngineStatus } from '~/engine/state';

import { createAsking, type Asking } from './asking';
import type { Budgets } from './budget';
import { createDriver, type Driver } from './driver';
import type { KeyOf } from './keys';
import type { Learnt } from './learnt';
import { turnOf, type Limits } from './limits';
import type { LookUpPaths } from './paths';
import { createLookUpPlan, type LookUpPlan } from './plan';
import { createPlanner } from './planner';
import type { RequestFor } from './request-for';
import { startProbe } from './start-probe';
import { watchCrowds } from './watch-crowds';

/** What look-ups need from the engine. */
export interface LookUpsOptions extends EngineParts {
  bus: Bus;
  lookUpPaths: LookUpPaths;
  requestFor: RequestFor;
  learnt: Learnt;
  keyOf: KeyOf;
  limitsOf: (connectionId: string) => Limits;
  /** Whether this browser was online all the time until now. */
  wasOnline: boolean;
  /** False as soon as another tab leads. */
  mayWrite: () => boolean;
  anyVisible: () => boolean;
  isVisible: () => boolean;
}

/** Everything that decides when a task is looked up, and looks it up. */
export interface LookUps extends Pick<Engine, 'turnMs'> {
  /** The key a task would be looked up with; null if there is none left to try. */
  connectionOf: Asking['connectionOf'];
  /** Makes room for one request in the budget of a key, and says in how many ms it may be made. */
  reserve(connectionId: string): number;
  stop(): void;
}

/** Looks tasks up from now on, whenever this tab leads. */
export function createLookUps(options: LookUpsOptions): LookUps {
  const { state, timers, now } = options;
  const planner = createPlanner({ ...options, hidden: () => !options.anyVisible() });
  const asking = createAsking({ ...options, planNext: planner.next });
  const driver = createDriver({
    now,
    timers,
    connectionOf: asking.connectionOf,
    ask: asking.ask,
    limitsOf: options.limitsOf,
  });
  const plan = createLookUpPlan({ state, driver, planner, asking, timers, now });
  followEvents(options, driver, plan, asking);
  followStatus(options, driver, plan);
  const { budgets } = driver;
  const { connectionOf } = asking;
  const stopProbe = startProbe({ ...options, budgets, connectionOf });
  const stopCrowds = watchCrowds({
    ...options,
    driver,
    budgets,
    connectionOf,
    planNext: planner.next,
    isActive: () => isActive(state.status.getState()),
  });
  return {
    connectionOf,
    turnMs: (connectionId, tasks) => turnOf(tasks, budgets.get(connectionId, now())),
    reserve: (connectionId) => budgets.reserve(connectionId, now()) - now(),
    stop() {
      stopProbe();
      stopCrowds();
      driver.setActive(false);
    },
  };
}

/** What becomes of a key's budget, by who limits it. */
const LIMITED = {
  key: 'limited',
  unclear: 'unclear',
} as const satisfies Record<Extract<EngineEvent, { type: 'limited' }>['by'], keyof Budgets>;

/** What each event changes in the plan. */
function followEvents(
  { state, bus, now, anyVisible }: LookUpsOptions,
  driver: Driver,
  plan: LookUpPlan,
  asking: Asking,
): void {
  bus.on('added', ({ tasks }) => plan.planNew(tasks));
  bus.on('stored', plan.planAll);
  bus.on('removed', ({ keys }) => keys.forEach(driver.drop));
  bus.on('check', ({ keys }) => {
    if (state.status.getState().leading) plan.check(keys);
  });
  bus.on('key', ({ connection: { id }, isNew, resumes }) => {
    if (isNew) {
      driver.budgets.reset(id);
      asking.forgetKey(id);
    }
    if (resumes) plan.resumeKey(id);
  });
  // Which key a task is looked up with may be another one from now on.
  state.connections.subscribe(driver.wake);
  bus.on('limited', ({ connectionId, retryAfterMs, by }) =>
    driver.budgets[LIMITED[by]](connectionId, retryAfterMs, now()),
  );
  bus.on('unlimited', ({ connectionId }) => driver.budgets.cleared(connectionId, now()));
  bus.on('service-back', ({ base }) => plan.resumeBack(base));
  bus.on('doubted', ({ keys }) => plan.resume(keys));
  bus.on('path', ({ base, by }) => {
    if (by === 'person') plan.resumeService(base);
  });
  bus.on('new-scheme', ({ base }) => plan.resumeService(base));
  let seen = anyVisible();
  bus.on('visible', () => {
    if (seen === anyVisible()) return;
    seen = !seen;
    plan.planAll();
  });
}

function isActive({ leading, online, paused }: EngineStatus): boolean {
  return leading && online && !paused;
}

/** Look-ups are made while this tab leads, is online and not paused. */
function followStatus(
  { state: { status }, wasOnline }: LookUpsOptions,
  driver: Driver,
  plan: LookUpPlan,
): void {
  const follow = (after: EngineStatus, before: EngineStatus): void => {
    driver.setActive(isActive(after));
    if (isActive(after) && !isActive(before)) plan.planAll();
    if (after.leading && !before.leading) plan.resumeTeam();
    if (after.online && !before.online) plan.resumeReach();
  };
  // Without locks, this tab leads already.
  follow(status.getState(), { ...status.getState(), leading: false, online: wasOnline });
  status.subscribe(follow);
}
