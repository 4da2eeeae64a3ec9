// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

let board: TestBoard;

afterEach(async () => {
  cleanup();
  board.stop();
  await setLocale('en');
});

const named = aTracked({ label: 'Harbour' });
const bare = { state: 'completed', video: { kind: 'content' } } as const;

function show(answer: Answer): HTMLElement {
  board = aBoard([[named, answer]]);
  renderOn(board, <TaskCard taskKey={refKey(named)} />);
  return screen.getByRole('article');
}

describe('a card whose service says ready and gives no video', () => {
  test('says so before anybody presses Play, and offers to check', async () => {
    const card = show(anAnswer(bare, { content: 'refused' }));
    expect(within(card).getByText('The service gave no video')).toBeTruthy();
    expect(within(card).getByText('Ready')).toBeTruthy();
    expect(within(card).queryByRole('button', { name: /^Play ./ })).toBeNull();
    expect(within(card).queryByRole('button', { name: /^Download ./ })).toBeNull();
    const checkNow = vi.spyOn(board.engine, 'checkNow');
    await userEvent.click(within(card).getByRole('button', { name: /^Check now ./ }));
    expect(checkNow).toHaveBeenCalledWith([refKey(named)]);
    await act(async () => setLocale('zh-CN'));
    expect(within(card).getByText('服务没有给出视频')).toBeTruthy();
  });

  test('can be played as soon as there is one', async () => {
    const card = show(anAnswer(bare, { content: 'refused' }));
    act(() => board.answer(named, anAnswer(bare, { content: 'video' })));
    expect(await within(card).findByRole('button', { name: /^Play ./ })).toBeTruthy();
    expect(within(card).queryByText('The service gave no video')).toBeNull();
  });

  test('can be played while nobody knows', () => {
    const card = show(anAnswer(bare));
    expect(within(card).getByRole('button', { name: /^Play ./ })).toBeTruthy();
  });
});
