// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { CompactCard } from './compact-card';

let board: TestBoard;
afterEach(() => {
  cleanup();
  board.stop();
});

const named = aTracked({ label: 'Harbour' });

function show(answer: Answer, withKeys = true) {
  board = aBoard([[named, answer]], { withKeys });
  renderOn(board, <CompactCard taskKey={refKey(named)} />);
  return within(screen.getByRole('article', { name: 'Harbour' }));
}

test('a compact card has a picture to play, its name and its state, and no prompt', () => {
  const card = show(
    anAnswer({
      state: 'completed',
      prompt: 'A lighthouse at dawn',
      video: { kind: 'link', url: 'https://cdn.test/a.mp4' },
    }),
  );
  card.getByText('Ready');
  card.getByRole('button', { name: /^Play ./ });
  card.getByRole('button', { name: /^Download ./ });
  card.getByRole('button', { name: /^Picked ./ });
  card.getByRole('button', { name: /^More actions ./ });
  expect(card.queryByText('A lighthouse at dawn')).toBeNull();
});

test('says why it failed in a few words', () => {
  const card = show(
    anAnswer({ state: 'failed', failure: { message: null, code: null, kind: 'overload' } }),
  );
  expect(card.getByText('The service was too busy')).toBeTruthy();
});

test('says how far it is and what it is made with', () => {
  const card = show(anAnswer({ state: 'running', progress: 40, model: 'sora-2', seconds: 8 }));
  card.getByRole('progressbar', { name: 'Progress' });
  expect(card.getByText('sora-2 · 8 s')).toBeTruthy();
});

test('offers the one thing that helps where nothing is known', () => {
  const card = show(anAnswer(null), false);
  expect(card.getByRole('button', { name: /^Paste key ./ })).toBeTruthy();
});
