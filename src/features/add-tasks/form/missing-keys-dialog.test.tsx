// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { MissingKeysDialog } from './missing-keys-dialog';

const NORTH = 'sk-northwind7Qm2rushes4Zt91d7e';
const LUMEN = 'sk-lumen8Rk3rushes5Yu0aaaa77ab';

let board: TestBoard;
const close = vi.fn<() => void>();

beforeEach(() => {
  close.mockReset();
  const task = (host: string) =>
    aTracked({ taskId: `task_${host}`, base: `https://${host}`, connectionId: host });
  board = aBoard(
    [
      [task('api.example.com'), anAnswer({ state: 'running' })],
      [task('gateway.example.net'), anAnswer({ state: 'running' })],
    ],
    { withKeys: false },
  );
  vi.spyOn(board.engine, 'replaceKey').mockResolvedValue();
  renderOn(board, <MissingKeysDialog onClose={close} />);
});

afterEach(() => {
  cleanup();
  board.stop();
});

const box = (): HTMLTextAreaElement =>
  screen.getByRole('textbox', { name: 'Message with the keys' });

async function paste(text: string): Promise<void> {
  await userEvent.click(box());
  await userEvent.paste(text);
}

const rows = (): string[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

/** What was handed to the engine: the connection and the key. */
const used = () => vi.mocked(board.engine.replaceKey).mock.calls.map(([id, key]) => [id, key]);

test('yesterday’s message gives each service its key: shown, masked, before it is used', async () => {
  await screen.findByRole('dialog', { name: '2 keys are missing' });
  expect(screen.getByRole('button', { name: 'Use the keys' })).toHaveProperty('disabled', true);
  await paste(
    `Northwind ${NORTH} https://api.example.com/v1\nLumen ${LUMEN} https://gateway.example.net`,
  );
  expect(rows()[0]).toContain('Found: sk-nort…1d7e');
  expect(rows()[1]).toContain('Found: sk-lume…77ab');
  expect(document.body.innerHTML).not.toContain(NORTH);
  expect(box().value).not.toContain(NORTH);
  expect(used()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Use 2 keys' }));
  expect(used()).toEqual([
    ['api.example.com', NORTH],
    ['gateway.example.net', LUMEN],
  ]);
  expect(close).toHaveBeenCalled();
});

test('a key of which the text does not say whose it is goes where the person says', async () => {
  await paste(`key: ${LUMEN}`);
  expect(rows().join(' ')).not.toContain('Found');
  expect(screen.getByRole('button', { name: 'Use the keys' })).toHaveProperty('disabled', true);
  const whose = screen.getByRole('combobox', { name: 'What is sk-lume…77ab for?' });
  expect(whose).toHaveProperty('value', '');
  await userEvent.selectOptions(whose, 'gateway.example.net');
  expect(rows()[1]).toContain('Found: sk-lume…77ab, a new one');
  await userEvent.click(screen.getByRole('button', { name: 'Use 1 key' }));
  expect(used()).toEqual([['gateway.example.net', LUMEN]]);
});

test('a key of another service is left out, and that is said', async () => {
  await paste(`${NORTH} https://elsewhere.example.org/v1/videos`);
  expect(screen.getByText(/^Left out: the key for elsewhere.example.org/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Use the keys' })).toHaveProperty('disabled', true);
});
