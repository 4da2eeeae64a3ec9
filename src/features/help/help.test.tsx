// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { useView } from '~/address/use-view';
import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { Help } from './help';

let board: TestBoard | undefined;

beforeEach(() => history.replaceState(null, '', '#/help/?show=ready&q=red'));
afterEach(async () => {
  cleanup();
  board?.stop();
  await setLocale('en');
});

function Shown({ admin }: { admin: string | null }) {
  const view = useView();
  return view.screen.kind === 'help' ? <Help about={view.screen.about} admin={admin} /> : 'board';
}

function show({ admin = null, tasks = true }: { admin?: string | null; tasks?: boolean } = {}) {
  board = aBoard(tasks ? [[aTracked(), anAnswer(null)]] : []);
  renderOn(board, <Shown admin={admin} />);
  return userEvent.setup();
}

const heading = () => screen.getByRole('heading', { level: 2 });

test('a question leads to its answer, and the board stays as it was', async () => {
  const user = show();
  const link = screen.getByRole('link', { name: 'Is my key safe?' });
  expect(link.getAttribute('href')).toBe('#/help/safe?show=ready&q=red');
  await user.click(link);
  expect((await screen.findByRole('article')).textContent).toContain('stays in this browser');
  await user.click(screen.getByRole('button', { name: 'Board' }));
  expect(location.hash).toBe('#/?show=ready&q=red');
});

test('what a card says stands above the answer, with what it means', () => {
  history.replaceState(null, '', '#/help/trouble.key_unsendable');
  show();
  expect(heading().textContent).toBe('Why was my key not accepted?');
  const said = screen.getByRole('region', { name: 'What the page found' });
  expect(within(said).getByText('This key cannot be sent')).toBeTruthy();
  expect(said.textContent).toContain('It contains a line break');
});

test('buttons are called in an answer what they are called on the page, in every language', async () => {
  history.replaceState(null, '', '#/help/refused');
  await setLocale('zh-CN');
  show();
  expect(screen.getByText(/点击卡片上的“更换密钥”/)).toBeTruthy();
});

test('the search leaves what fits, says how much, and can be undone', async () => {
  const user = show();
  const field = screen.getByRole('searchbox', { name: 'Search the answers' });
  await user.type(field, 'zip');
  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(screen.getByRole('status').textContent).toBe('1 answer');
  await user.type(field, 'xy');
  expect(screen.queryAllByRole('link')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show all questions' }));
  expect(screen.getAllByRole('link').length).toBeGreaterThan(10);
});

test('an address without an answer shows all questions', () => {
  history.replaceState(null, '', '#/help/nonsense');
  show();
  expect(screen.getByText(/no answer at this address/)).toBeTruthy();
  expect(screen.getAllByRole('link').length).toBeGreaterThan(10);
});

test('an admin’s own help is there, in a new tab; without tasks the way back is to the first page', () => {
  show({ admin: 'https://help.example.com/', tasks: false });
  const link = screen.getByRole('link', { name: 'Help from your admin (opens in a new tab)' });
  expect(link.getAttribute('href')).toBe('https://help.example.com/');
  expect(screen.getByRole('button', { name: 'Start page' })).toBeTruthy();
});
