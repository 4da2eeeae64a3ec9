// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import { setLocale } from '~/i18n/i18n';
import { TaskCard } from '~/task-view/card/task-card';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

let board: TestBoard | undefined;

afterEach(async () => {
  cleanup();
  board?.stop();
  await setLocale('en');
});

test('a title and a prompt in another language than the page’s say so', async () => {
  const task = aTracked({ label: 'The boat and the harbour' });
  board = aBoard([[task, anAnswer({ prompt: '一只海鸥飞过黄昏的灯塔，镜头缓慢推进' })]]);
  renderOn(board, <TaskCard taskKey={refKey(task)} />);
  const prompt = screen.getByText(/海鸥/);
  const title = screen.getByRole('heading', { name: 'The boat and the harbour' });
  await expect.poll(() => prompt.lang).toBe('zh');
  expect(title.lang).toBe('');
  await act(async () => setLocale('zh-CN'));
  expect(prompt.lang).toBe('');
  await expect.poll(() => title.lang).toBe('en');
});
