// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { AddForm } from './add-form';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const MASK = 'sk-Vb3k…9f2c';
const ID = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';
const STUDIO = { name: 'Studio gateway', base: 'https://studio.test' };

let board: TestBoard | undefined;

afterEach(async () => {
  cleanup();
  board?.stop();
  await setLocale('en');
});

/** A service that knows every key but those that begin with `sk-wrong`, and some only in another header. */
const service: typeof fetch = (input, init) => {
  const key = new Headers(init?.headers).get('authorization');
  const isElsewhere = key?.includes('sk-elsewhere') ?? false;
  const wrong = isElsewhere || key?.includes('sk-wrong');
  const message = isElsewhere ? 'The x-api-key header is required' : 'Invalid key';
  const body = wrong ? { error: { message } } : { id: ID, status: 'queued' };
  const headers = { 'content-type': 'application/json' };
  void input;
  return Promise.resolve(
    new Response(JSON.stringify(body), { status: wrong ? 401 : 200, headers }),
  );
};

function show(
  services = [STUDIO],
  cards: Parameters<typeof aBoard>[0] = [],
  initialText = '',
): { user: ReturnType<typeof userEvent.setup>; added: () => number } {
  board = aBoard(cards, { fetch: service });
  const onAdded = vi.fn<(rest: unknown) => void>();
  renderOn(
    board,
    <AddForm offer={{ otherAddresses: true, services }} initial={initialText} onAdded={onAdded} />,
  );
  return { user: userEvent.setup(), added: () => onAdded.mock.calls.length };
}

const box = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Keys and task ids' });
const trackButton = (): HTMLButtonElement =>
  screen.getByRole('button', { name: /^Add \d+ task|^Add tasks$/ });
const tracked = (): string[] =>
  [...(board?.engine.tracked.getState().tasks.values() ?? [])].map(({ taskId }) => taskId);

describe('the form for new tasks', () => {
  test('counts a word that was picked, where nothing else was found', async () => {
    const { user } = show();
    expect(screen.queryByText(/ignored/)).toBeNull();
    await user.click(box());
    await user.paste('please look at take7final2b for me');
    await user.click(screen.getByRole('button', { name: 'Add take7final2b' }));
    expect(screen.getByText('1 task')).toBeTruthy();
  });

  test('masks a pasted key, says what it found, and tracks it', async () => {
    const { user, added } = show();
    await user.click(box());
    await user.paste(`${KEY}\n${ID}\nthese are for Friday`);
    expect(box().value).toContain(MASK);
    expect(document.documentElement.outerHTML + box().value).not.toContain(KEY);
    expect(screen.getByText('1 key')).toBeTruthy();
    expect(screen.getByText('1 task')).toBeTruthy();
    expect(screen.getByText('Everything else is ignored.')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
    await waitFor(() => expect(added()).toBe(1));
    expect(tracked()).toEqual([ID]);
    const [connection] = board?.engine.connections.getState().connections.values() ?? [];
    expect(connection).toMatchObject({ base: STUDIO.base, hint: MASK, keep: 'tab' });
  });

  test('masks a key that was typed once the next word begins', async () => {
    const { user } = show();
    await user.type(box(), KEY);
    await user.type(box(), ' ');
    expect(box().value).toBe(`${MASK} `);
  });

  test('forgets a key whose mask was edited', async () => {
    const { user } = show();
    await user.click(box());
    await user.paste(`${ID} ${KEY}`);
    expect(trackButton().disabled).toBe(false);
    await user.type(box(), '{Backspace}');
    expect(trackButton().disabled).toBe(true);
    expect(screen.getByText('No key found yet. Paste the API key for this service.')).toBeTruthy();
  });

  test('takes back a paste and brings it again, without the plain key', async () => {
    const { user } = show();
    await user.click(box());
    await user.paste(`${ID} ${KEY}`);
    await user.keyboard('{Control>}z{/Control}');
    expect(box().value).toBe('');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(box().value).toBe(`${ID} ${MASK}`);
  });

  test('offers what may be an id, and takes it with one press', async () => {
    const { user } = show([STUDIO], [], `${KEY}\nis job-77123abc yours?`);
    expect(trackButton().disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Add job-77123abc' }));
    await user.click(screen.getByRole('button', { name: 'Add 1 task' }));
    await waitFor(() => expect(tracked()).toEqual(['job-77123abc']));
  });

  test('offers many of them at once', async () => {
    const words = Array.from({ length: 9 }, (_, index) => `job-77123ab${index}`);
    const { user } = show([STUDIO], [], `${KEY}\nare these yours? ${words.join(' ')}`);
    await user.click(screen.getByRole('button', { name: 'Add all 9' }));
    await user.click(screen.getByRole('button', { name: 'Add 9 tasks' }));
    await waitFor(() => expect(tracked().toSorted()).toEqual(words));
  });

  test('knows what is on the board, and the key that is there already', () => {
    const task = aTracked({ base: STUDIO.base, taskId: ID });
    show([STUDIO], [[task, anAnswer({})]], `${ID} and task_abc123def`);
    expect(screen.getByText('1 already on the board')).toBeTruthy();
    expect(screen.getByText('sk-…1234')).toBeTruthy();
    expect(trackButton().textContent).toBe('Add 1 task');
    expect(trackButton().disabled).toBe(false);
  });

  test('asks for an address where the text names none, and takes any form of it', async () => {
    const { user } = show([], [], `${KEY} ${ID}`);
    expect(screen.getByText('Which service are they from? Type its address.')).toBeTruthy();
    const help = screen.getByRole('link', { name: /^Help with this/ });
    expect(help.getAttribute('href')).toBe('#/help/start');
    await user.type(screen.getByRole('textbox', { name: 'Address' }), 'gw.test/v1/videos/');
    await user.click(trackButton());
    await waitFor(() => expect(tracked()).toEqual([ID]));
    const [task] = board?.engine.tracked.getState().tasks.values() ?? [];
    expect(task?.base).toBe('https://gw.test');
  });

  test('takes a full address with {id} as the service and where it is asked', async () => {
    const { user } = show([], [], `${KEY} ${ID}`);
    const address = screen.getByRole('textbox', { name: 'Address' });
    await user.click(address);
    await user.paste('gw.test/studio/films?name={id}');
    await user.click(trackButton());
    await waitFor(() => expect(tracked()).toEqual([ID]));
    const [task] = board?.engine.tracked.getState().tasks.values() ?? [];
    expect(task?.base).toBe('https://gw.test');
    expect([...(board?.engine.lookUpPaths.getState().paths ?? [])]).toEqual([
      ['https://gw.test', '/studio/films?name={id}'],
    ]);
  });

  test('finds such an address in the text, too', async () => {
    const { user } = show(
      [],
      [],
      `${KEY} ${ID}\nGET https://gw.test/studio/films/{task_id}/state.`,
    );
    const service: HTMLSelectElement = screen.getByRole('combobox', { name: 'Service' });
    expect(service.selectedOptions[0]?.textContent).toBe('gw.test');
    await user.click(trackButton());
    await waitFor(() => expect(tracked()).toEqual([ID]));
    expect([...(board?.engine.lookUpPaths.getState().paths ?? [])]).toEqual([
      ['https://gw.test', '/studio/films/{id}/state'],
    ]);
  });

  test('chooses the service that the text names', () => {
    show(
      [STUDIO, { name: 'Two', base: 'https://two.test' }],
      [],
      `https://two.test/v1/videos/${ID}`,
    );
    const choice: HTMLSelectElement = screen.getByRole('combobox', { name: 'Service' });
    expect(choice.selectedOptions[0]?.textContent).toBe('Two');
  });

  test('says that the key was refused, keeps the text, and tracks anyway', async () => {
    const { user, added } = show([STUDIO], [], `sk-wrongKey123456789 ${ID}`);
    await user.click(trackButton());
    expect((await screen.findByRole('alert')).textContent).toContain('did not accept this key');
    expect(box().value).toContain(ID);
    expect(added()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Add anyway' }));
    await waitFor(() => expect(tracked()).toEqual([ID]));
  });

  test('offers other ways to send the key where the service looked for it elsewhere', async () => {
    const { user } = show([STUDIO], [], `sk-elsewhereKey123456789 ${ID}`);
    await user.click(trackButton());
    const panel = await screen.findByRole('alert');
    expect(panel.textContent).toContain('wants its key another way');
    expect(panel.textContent).toContain('The x-api-key header is required');
    const ways = screen.getByRole('combobox', { name: 'How the key is sent' });
    await user.selectOptions(ways, 'x-api-key');
    await waitFor(() => expect(tracked()).toEqual([ID]));
    expect(board?.engine.schemeOf(STUDIO.base)).toBe('x-api-key');
  });

  test('is sent with Ctrl and Enter', async () => {
    show([STUDIO], [], `${KEY} ${ID}`);
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(tracked()).toEqual([ID]));
  });

  test('gives tasks the names of the table and the batch its own', async () => {
    const { user } = show([STUDIO], [], `${KEY}\nHarbour fly-over\tvideo_abc123\nFox\ttask_9f8e7d`);
    await user.type(screen.getByRole('textbox', { name: 'Batch' }), 'Friday');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Remember the key' }),
      'On this device',
    );
    await user.click(screen.getByRole('button', { name: 'Add 2 tasks' }));
    await waitFor(() => expect(tracked()).toHaveLength(2));
    const tasks = [...(board?.engine.tracked.getState().tasks.values() ?? [])];
    expect(tasks.map(({ label, batch }) => [label, batch?.name])).toEqual([
      ['Harbour fly-over', 'Friday'],
      ['Fox', 'Friday'],
    ]);
  });

  test('says that a very long text was cut', () => {
    show([STUDIO], [], `${KEY}\n${'some words of a long log\n'.repeat(50_000)}`);
    expect(screen.getByText(/^Only the first 1,000,000 characters are read/)).toBeTruthy();
  });

  test('speaks Chinese', async () => {
    await setLocale('zh-CN');
    show([STUDIO], [], `${KEY} ${ID}`);
    expect(screen.getByText('1 个密钥')).toBeTruthy();
    expect(screen.getByRole('button', { name: '添加 1 个任务' })).toBeTruthy();
  });
});
