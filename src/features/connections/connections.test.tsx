// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import type { Connection } from '~/core/connection';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { ChangeKeyDialog, type FindKeys } from './change-key-dialog';
import { ConnectionsButton } from './connections-button';
import { ConnectionsList } from './connections-list';

const KEY = 'sk-Nw7kQ7mPz2LxWn8RtY4c1a2b';
let board: TestBoard | undefined;

afterEach(() => {
  cleanup();
  board?.stop();
});

function aBoardWithKey(withKeys = true): TestBoard {
  board = aBoard([[aTracked(), anAnswer({})]], { withKeys });
  return board;
}

const connections = (): Connection[] => [
  ...(board?.engine.connections.getState().connections.values() ?? []),
];

describe('the keys in Settings', () => {
  test('are listed masked, with their service and where they are kept', () => {
    renderOn(aBoardWithKey(), <ConnectionsList />);
    const row = screen.getByRole('listitem').textContent;
    expect(row).toContain('api.example.com');
    expect(row).toContain('sk-…1234 · until this tab is closed');
  });

  test('are forgotten only when that is said twice, and their tasks stay', async () => {
    const user = userEvent.setup();
    const { engine } = aBoardWithKey();
    renderOn({ engine, answer: () => {}, stop: () => {} }, <ConnectionsList />);
    await user.click(screen.getByRole('button', { name: 'Remove key' }));
    expect(connections()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Yes, remove the key' }));
    await screen.findByText(/^There are no keys in this browser/);
    expect(engine.tracked.getState().tasks.size).toBe(1);
  });

  test('are sent as Bearer, or in the way that is chosen for their service', async () => {
    const user = userEvent.setup();
    const { engine } = aBoardWithKey();
    renderOn({ engine, answer: () => {}, stop: () => {} }, <ConnectionsList />);
    expect(screen.getByRole('listitem').textContent).not.toContain('Sent as');
    await user.click(screen.getByRole('button', { name: 'Change how it is sent' }));
    const ways = screen.getByRole('combobox', { name: 'How api.example.com wants its key' });
    await user.selectOptions(ways, 'x-api-key');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(engine.schemeOf('https://api.example.com')).toBe('x-api-key');
    expect(screen.getByRole('listitem').textContent).toContain('Sent as: x-api-key');
  });

  test('hand themselves over to be changed', async () => {
    renderOn(aBoardWithKey(false), <ConnectionsList />);
    expect(screen.getByText('Key needed')).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Change key' }));
    expect(dialogs.getState().open).toEqual([
      { kind: 'change-key', wanted: { base: 'https://api.example.com', connectionId: 'c1' } },
    ]);
    dialogs.setState({ open: [] });
  });
});

const PAIR = 'sk-access1234567890:sk-secret1234567890';

/** Every `sk-…` of the text, or the pair it speaks of; a text about `other.test` is that service's. */
const findKeys: FindKeys = (text) => {
  if (text.includes('other.test')) return { secrets: [], elsewhere: 'https://other.test' };
  if (text.startsWith('AK and SK'))
    return { secrets: [{ apiKey: PAIR, scheme: 'signed-pair' }], elsewhere: null };
  const scheme = text.includes('x-api-key') ? ('x-api-key' as const) : null;
  const keys = [...text.matchAll(/sk-\w+/g)].map(([apiKey]) => ({ apiKey, scheme }));
  return { secrets: keys, elsewhere: null };
};

describe('the window for a new key', () => {
  const wanted = { base: 'https://api.example.com', connectionId: 'c1' };
  const show = (onClose = vi.fn<() => void>()): HTMLInputElement => {
    renderOn(
      aBoardWithKey(false),
      <ChangeKeyDialog wanted={wanted} findKeys={findKeys} services={[]} onClose={onClose} />,
    );
    return screen.getByLabelText('Key for api.example.com');
  };

  test('takes a whole message and finds the key in it', async () => {
    const user = userEvent.setup();
    await user.click(show());
    await user.paste(`here is the new key\n${KEY}\nthanks!`);
    expect(screen.getByText('Found sk-Nw7k…1a2b.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    await waitFor(() => expect(connections()[0]?.hint).toBe('sk-Nw7k…1a2b'));
  });

  test('sends the key as the message does', async () => {
    const user = userEvent.setup();
    await user.click(show());
    await user.paste(`curl -H 'x-api-key: ${KEY}'`);
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    await waitFor(() => expect(connections()[0]?.hint).toBe('sk-Nw7k…1a2b'));
    expect(board?.engine.schemeOf(wanted.base)).toBe('x-api-key');
  });

  test('keeps both halves of a pair together', async () => {
    const user = userEvent.setup();
    await user.click(show());
    await user.paste('AK and SK, as asked');
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    await waitFor(() => expect(connections()[0]?.hint).toBe('sk-acce…7890:…'));
    expect(board?.engine.schemeOf(wanted.base)).toBe('signed-pair');
  });

  test('refuses what is no key, and a key of another service', async () => {
    const user = userEvent.setup();
    const onClose = vi.fn<() => void>();
    await user.click(show(onClose));
    await user.paste('good morning, any news?');
    expect(screen.getByText(/^There is no API key in this text/)).toBeTruthy();
    await user.paste(`${KEY} for https://other.test`);
    expect(screen.getByText('The key in this text belongs to other.test.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    expect(onClose).not.toHaveBeenCalled();
    expect(connections()[0]?.hint).toBe('sk-…1234');
  });

  test('asks which of several keys is meant', async () => {
    const user = userEvent.setup();
    await user.click(show());
    await user.paste(`sk-AAAAAAAAAAAAAAAA1111\n${KEY}`);
    expect(screen.getByText(/more than one key/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'sk-Nw7k…1a2b' }));
    expect(document.documentElement.outerHTML).not.toContain(KEY);
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    await waitFor(() => expect(connections()[0]?.hint).toBe('sk-Nw7k…1a2b'));
  });

  test('first asks how the service wants it where that was the trouble, and quotes it', async () => {
    const user = userEvent.setup();
    renderOn(
      aBoardWithKey(),
      <ChangeKeyDialog
        wanted={{ ...wanted, asks: 'scheme', said: 'x-api-key is required' }}
        findKeys={findKeys}
        services={[]}
        onClose={() => {}}
      />,
    );
    expect(screen.getByText('x-api-key is required')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change key' }));
    expect(screen.getByLabelText('Key for api.example.com')).toBeTruthy();
  });

  test('asks for one, takes it hidden, and gives it to the connection', async () => {
    const user = userEvent.setup();
    const onClose = vi.fn<() => void>();
    const field = show(onClose);
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    expect(screen.getByText('Paste the key first.')).toBeTruthy();

    expect(field.type).toBe('password');
    await user.type(field, KEY);
    expect(document.documentElement.outerHTML).not.toContain(KEY);
    await user.click(screen.getByRole('button', { name: 'Use this key' }));
    await waitFor(() => expect(connections()[0]?.hint).toBe('sk-Nw7k…1a2b'));
    expect(onClose).toHaveBeenCalledOnce();
    expect(board?.engine.connections.getState().needKey.size).toBe(0);
  });
});

describe('the look-up path of a service', () => {
  const PATH = '/v1/video/query?id={id}';
  const shown = (): HTMLElement | null => screen.queryByText(/^Status path: /);
  const open = async (user: ReturnType<typeof userEvent.setup>): Promise<HTMLInputElement> => {
    const advanced = screen.getByText('Advanced');
    if (!advanced.closest('details')?.open) await user.click(advanced);
    await user.click(screen.getByRole('button', { name: 'Change status path' }));
    return screen.getByRole('textbox', { name: 'Status path of api.example.com' });
  };

  test('is said where it is not the usual one, changed, and taken back', async () => {
    const user = userEvent.setup();
    renderOn(aBoardWithKey(), <ConnectionsList />);
    expect(shown()).toBeNull();
    const field = await open(user);
    expect(field.placeholder).toBe('/v1/videos/{id}');
    expect(screen.getByText(/^Only needed if the service gave you a different one/)).toBeTruthy();
    await user.click(field);
    await user.paste(PATH);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(shown()?.textContent).toBe(`Status path: ${PATH}`);
    expect(board?.engine.lookUpPaths.getState().paths.get('https://api.example.com')).toBe(PATH);

    expect((await open(user)).value).toBe(PATH);
    await user.click(screen.getByRole('button', { name: 'Use the usual path' }));
    expect(shown()).toBeNull();
  });

  test.each(['v1/videos/{{id}', '/v1/videos', ' '])(
    '"%s" is none, and stays to be mended',
    async (text) => {
      const user = userEvent.setup();
      renderOn(aBoardWithKey(), <ConnectionsList />);
      const field = await open(user);
      await user.type(field, `${text}{Enter}`);
      expect(screen.getByText('Start with / and write {id} where the task id goes.')).toBeTruthy();
      expect(field.value).toBe(text.replace('{{', '{'));
      expect(document.activeElement).toBe(field);
    },
  );

  test('has one button, however many keys the service has', () => {
    const cards = [aTracked(), aTracked({ taskId: 'task_2', connectionId: 'c2' })].map(
      (task) => [task, anAnswer({})] as const,
    );
    board = aBoard(cards);
    renderOn(board, <ConnectionsList />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: 'Change status path' })).toHaveLength(1);
  });
});

describe('the header', () => {
  const unreachable = anAnswer({});
  unreachable.problem = { kind: 'network', message: null, httpStatus: null, retryAfterMs: null };

  test('tells that a service answers nothing, until it does', async () => {
    const first = aTracked({ taskId: 'task_1' });
    const second = aTracked({ taskId: 'task_2' });
    board = aBoard([
      [first, unreachable],
      [second, unreachable],
    ]);
    renderOn(board, <ConnectionsButton />);
    expect(screen.getByRole('button').textContent).toContain('Not answering');
    board.answer(second, anAnswer({}));
    await waitFor(() => expect(screen.getByRole('button').textContent).toContain('sk-…1234'));
  });
});
