import { useCallback, useEffect, useRef, useState } from 'react';

import { useView } from '~/address/use-view';
import type { View } from '~/address/view';
import { refKey, type Answer } from '~/core/answer';
import { titleOf, wholeTitle } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { useArranged } from '~/engine/use-board';
import { useConnections, useEngine, useEngineStatus } from '~/engine/use-engine';
import { translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';

import { newsWords } from './news-words';
import { addNews, NO_NEWS, transition } from './transitions';

/** How long what happens is collected, in ms, so that what comes together is said at once. */
const GATHER_MS = 1500;

/** Who has added a task within this time, in ms, waits to hear of it. */
const JUST_MS = 60_000;

/** What is told of: the latest of each is said. */
type Topic = 'network' | 'checking' | 'shown' | 'task' | `key ${string}`;
type Say = (topic: Topic, text: string) => void;

/** What is said, with its number. */
interface Said {
  n: number;
  text: string;
}

/**
 * What a screen reader is to say now: what has ended since, and what else has changed; of how
 * the page begins, only what was just added. */
export function useSaid(): Said {
  const { on, tracked, answers } = useEngine();
  const [said, setSaid] = useState<Said>({ n: 0, text: '' });
  const news = useRef(NO_NEWS);
  const others = useRef(new Map<Topic, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const gather = useCallback((): void => {
    timer.current ??= setTimeout(() => {
      const text = [newsWords(news.current, translate), ...others.current.values()]
        .filter(Boolean)
        .join(' ');
      timer.current = undefined;
      news.current = NO_NEWS;
      others.current.clear();
      setSaid(({ n }) => ({ n: n + 1, text }));
    }, GATHER_MS);
  }, []);
  const say = useCallback<Say>(
    (topic, text) => {
      others.current.set(topic, text);
      gather();
    },
    [gather],
  );
  useEffect(() => {
    const stop = on('answered', ({ ref, before, after }) => {
      const ending = transition(before, after);
      const task = tracked.getState().tasks.get(refKey(ref));
      if (ending === null || !task) return;
      news.current = addNews(news.current, ending, nameOf(task, after));
      gather();
    });
    // The first cards are drawn before this listens.
    for (const task of tracked.getState().tasks.values()) {
      const answer = answers.get(task);
      const ending = Date.now() - task.addedAt < JUST_MS ? transition(undefined, answer) : null;
      if (ending === null) continue;
      news.current = addNews(news.current, ending, nameOf(task, answer));
      gather();
    }
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [on, tracked, answers, gather]);
  useStatusSaid(say);
  useKeysSaid(say);
  useShownSaid(say);
  return said;
}

/** Runs when this changes, and not at first. */
function useChange<T>(value: T, act: (now: T, before: T) => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    const before = last.current;
    last.current = value;
    act(value, before);
  });
}

/** The network has gone or is back; the person pauses or goes on. */
function useStatusSaid(say: Say): void {
  useChange(
    useEngineStatus(({ online }) => online),
    (online) => say('network', translate(online ? 'notices.online' : 'notices.offline')),
  );
  useChange(
    useEngineStatus(({ paused }) => paused),
    (paused) => say('checking', translate(paused ? 'notices.paused' : 'notices.resumed')),
  );
}

/** A service does not take a key any more. */
function useKeysSaid(say: Say): void {
  const { connections } = useEngine();
  useChange(
    useConnections(({ needKey }) => needKey),
    (now, before) => {
      for (const [id, loss] of now) {
        const connection = connections.getState().connections.get(id);
        if (loss !== 'refused' || before.get(id) === loss || !connection) continue;
        const values = { key: connection.hint, service: serviceName(connection.base) };
        say(`key ${id}`, translate('notices.keyRefused', values));
      }
    },
  );
}

/** The cards that a search or a filter leaves, or the task that Next leads to. */
function useShownSaid(say: Say): void {
  const { tracked, answers } = useEngine();
  const view = useView();
  const { keys } = useArranged(view);
  const n = useRef(0);
  useEffect(() => {
    n.current = keys.length;
  });
  useChange(view.screen.kind === 'board' ? asked(view) : null, (now, before) => {
    if (now !== null && before !== null) say('shown', translate('notices.shown', { n: n.current }));
  });
  const { screen } = view;
  useChange(screen.kind === 'task' ? refKey(screen.task) : null, (now, before) => {
    const task = now === null || before === null ? undefined : tracked.getState().tasks.get(now);
    if (task) say('task', nameOf(task, answers.get(task)));
  });
}

/** What decides which cards are shown, as one value. */
function asked({ show, query, filters }: View): string {
  return JSON.stringify([show, query.trim(), filters]);
}

function nameOf(task: TrackedTask, answer: Answer): string {
  return wholeTitle(titleOf(task, answer.task), task.shot);
}
