// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { CompactCard } from './compact-card';
import { TaskCard } from './task-card';

let board: TestBoard | undefined;

afterEach(() => {
  cleanup();
  board?.stop();
});

const TASK = aTracked({ label: 'Harbour', shot: 'SH010' });
const READY = anAnswer({
  state: 'completed',
  video: { kind: 'link', url: 'https://cdn.example.com/video.mp4' },
  prompt: 'A harbour',
  images: ['https://cdn.example.com/in.png'],
});

test.each([
  ['large', TaskCard, ['Play', 'Picked', 'Copy prompt', 'Open input image 1']],
  ['compact', CompactCard, ['Play', 'Picked']],
])('a %s card is read title first, and its buttons say whose they are', (_, Card, own) => {
  board = aBoard([[TASK, READY]]);
  renderOn(board, <Card taskKey={refKey(TASK)} n={2} of={120} />);
  const card = screen.getByRole('article', { name: 'SH010, Harbour' });
  expect(card.textContent).toMatch(/^SH010, Harbour *Ready/);
  expect(card.getAttribute('aria-posinset')).toBe('2');
  expect(card.getAttribute('aria-setsize')).toBe('120');
  const names = within(card)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));
  expect(names).toEqual(
    [...own, 'Download', 'More actions'].map((action) => `${action} SH010, Harbour`),
  );
});
