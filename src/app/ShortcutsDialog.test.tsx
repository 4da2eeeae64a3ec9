// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { prefs } from '~/prefs/prefs';

import { ShortcutsDialog } from './ShortcutsDialog';

beforeEach(() => {
  location.hash = '';
  prefs.setState(prefs.getInitialState());
});
afterEach(cleanup);

const show = () => render(<ShortcutsDialog onClose={() => undefined} />);
const headings = () =>
  screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const keysFor = (word: string, at = 0) =>
  [...(screen.getAllByText(word)[at]?.nextElementSibling?.querySelectorAll('kbd') ?? [])].map(
    ({ textContent }) => textContent,
  );

test('it lists what each key does where it acts', () => {
  show();
  expect(headings()).toEqual([
    'Everywhere',
    'On the board',
    'In a task’s video',
    'In a comparison',
  ]);
  expect(keysFor('Next task')).toEqual(['J', '→']);
  expect(keysFor('Play or pause')).toEqual(['␣']);
  expect(keysFor('Hear that video')).toEqual(['1', '2', '3', '4']);
});

test('where the board is a table, its keys are listed in place of those that it takes', () => {
  location.hash = '#/?density=table';
  show();
  expect(headings()).toContain('In the table');
  expect(keysFor('Next task')).toEqual(['J']);
  expect(keysFor('Select or deselect the row')).toEqual(['␣']);
  expect(screen.queryByText('Task above')).toBeNull();
});

test('without single keys, only the others are listed, and that is remembered', async () => {
  show();
  await userEvent.click(screen.getByRole('radio', { name: 'Off' }));
  expect(keysFor('Next task')).toEqual(['→']);
  expect(screen.queryByText('Select up to here')).toBeNull();
  expect(keysFor('Find a command or a task')).toEqual(['Ctrl K']);
  expect(localStorage.getItem('rushes-prefs')).toContain('"singleKeys":"off"');
});
