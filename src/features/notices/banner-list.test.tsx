// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { KeyLoss } from '~/engine/state';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { BannerList } from './banner-list';

let board: TestBoard | undefined;

afterEach(() => {
  cleanup();
  board?.stop();
});

function show(loss: KeyLoss): string {
  board = aBoard([[aTracked(), anAnswer({ state: 'running' })]], { withKeys: true });
  board.engine.connections.setState({ needKey: new Map([['c1', loss]]) });
  renderOn(board, <BannerList />);
  return screen.getByRole('listitem').textContent;
}

test('a key that the service refuses is named, with the service', () => {
  const text = show('refused');
  expect(text).toContain('api.example.com did not accept sk-…1234.');
  expect(text).toContain('One task is waiting for a new key.');
});

test('a key that is gone is not said to have been refused', () => {
  const text = show('missing');
  expect(text).toContain('The key for api.example.com is no longer in this browser.');
  expect(text).not.toContain('accept');
});
