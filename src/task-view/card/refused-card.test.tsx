// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { refKey, type Answer } from '~/core/answer';
import type { LookUpProblem } from '~/core/task';
import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

let board: TestBoard | undefined;

afterEach(async () => {
  cleanup();
  board?.stop();
  dialogs.setState({ open: [] });
  await setLocale('en');
});

const named = aTracked({ label: 'Harbour' });

function show(answer: Answer): HTMLElement {
  board = aBoard([[named, answer]]);
  renderOn(board, <TaskCard taskKey={refKey(named)} />);
  return screen.getByRole('article');
}

/** What is known, and why the last look-up was refused. */
function refused(change: Partial<LookUpProblem>, known: Answer = anAnswer(null)): Answer {
  return {
    ...known,
    problem: { kind: 'auth', message: null, httpStatus: 403, retryAfterMs: null, ...change },
    problemCount: 1,
    problemSince: Date.now(),
    nextAt: Date.now() + 20_000,
  };
}

describe('a card whose look-up was refused', () => {
  test.each([
    ['model', 'This key may not be used for this model', '此密钥不能用于该模型'],
    ['task', 'This key may not be used for this task', '此密钥不能用于该任务'],
  ] as const)(
    'is about this %s alone: the key stays, another can be added',
    async (about, en, zh) => {
      const message = 'This token has no access to model sora-2';
      const card = show(refused({ message, about }));
      expect(within(card).getByText(en)).toBeTruthy();
      expect(within(card).getByText('Not allowed')).toBeTruthy();
      expect(card.textContent).toContain(`The service says: “${message}”`);
      expect(card.textContent).toContain('Trying again in');
      await userEvent.click(within(card).getByRole('button', { name: /^Add another key ./ }));
      // Not the task's own key: that one is good for its neighbours.
      expect(dialogs.getState().open).toEqual([
        { kind: 'change-key', wanted: { base: named.base, connectionId: null } },
      ]);
      await act(async () => setLocale('zh-CN'));
      expect(within(card).getByText(zh)).toBeTruthy();
      expect(within(card).getByRole('button', { name: /^添加其他密钥 ./ })).toBeTruthy();
    },
  );

  test('is out of credit, beside what was known before', async () => {
    const refusal = { kind: 'other', message: '用户额度不足', about: 'credit' } as const;
    const card = show(refused(refusal, anAnswer({ progress: 40 })));
    expect(card.textContent).toContain('The key is out of credit');
    expect(card.textContent).toContain('The service says: “用户额度不足”');
    expect(card.textContent).not.toContain('not accepted');
    expect(within(card).getByRole('progressbar', { name: 'Progress' })).toBeTruthy();
    await act(async () => setLocale('zh-CN'));
    expect(card.textContent).toContain('密钥额度已用完');
  });

  test('repeats markup as text', () => {
    const card = show(refused({ message: '<img src=x onerror=alert(1)>' }));
    expect(card.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(card.querySelector('img')).toBeNull();
  });
});

describe('a card with a state that nobody knows', () => {
  test('shows it as the service sent it', async () => {
    const card = show(anAnswer({ state: 'unknown', statusWord: '4' }));
    expect(within(card).getByText('The service says: “4”')).toBeTruthy();
    expect(within(card).getByText('Unclear')).toBeTruthy();
    expect(card.textContent).not.toContain('Not checked yet');
    await act(async () => setLocale('zh-CN'));
    expect(within(card).getByText('服务返回：“4”')).toBeTruthy();
    expect(within(card).getByText('状态不明')).toBeTruthy();
  });

  test('says so where the service said none', async () => {
    const card = show(anAnswer({ state: 'unknown', statusWord: null }));
    expect(within(card).getByText('The service gave no status')).toBeTruthy();
    await act(async () => setLocale('zh-CN'));
    expect(within(card).getByText('服务没有返回状态')).toBeTruthy();
  });
});
