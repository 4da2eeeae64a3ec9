// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { useTrackedTask } from '~/engine/use-engine';
import { takeToasts } from '~/ui/toast';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { OwnBlocks } from './own-blocks';

const one = aTracked({
  taskId: 'task_1',
  columns: { Client: 'Lumen', constructor: 'Bauer' },
  tags: ['hero', 'night'],
});
const other = aTracked({ taskId: 'task_2', tags: ['social', 'socks', 'hero'] });
const user = userEvent.setup();
let board: TestBoard;

function Blocks() {
  const tracked = useTrackedTask(refKey(one));
  return tracked ? <OwnBlocks tracked={tracked} /> : null;
}

beforeEach(() => {
  board = aBoard([
    [one, anAnswer({})],
    [other, anAnswer({})],
  ]);
  renderOn(board, <Blocks />);
});
afterEach(() => {
  cleanup();
  board.stop();
});

const task = (): TrackedTask | undefined => board.engine.tracked.getState().tasks.get(refKey(one));
const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

describe('the cells of the pasted table', () => {
  test('are edited one by one; Enter keeps, Escape does not', async () => {
    await user.clear(field('Client'));
    await user.type(field('Client'), 'Atlas{Enter}');
    expect(task()?.columns).toEqual({ Client: 'Atlas', constructor: 'Bauer' });
    await user.type(field('constructor'), ' & Co{Escape}');
    expect(field('constructor').value).toBe('Bauer');
    await user.tab();
    expect(task()?.columns).toEqual({ Client: 'Atlas', constructor: 'Bauer' });
  });

  test('that are emptied can be filled again, and none is there that the table had not', async () => {
    await user.clear(field('Client'));
    await user.tab();
    expect(task()?.columns).toEqual({ constructor: 'Bauer' });
    await user.type(field('Client'), 'Lumen');
    await user.tab();
    expect(task()?.columns).toEqual({ constructor: 'Bauer', Client: 'Lumen' });
    expect(screen.getAllByRole('textbox')).toHaveLength(4);
  });
});

test('a note is kept when its field is left, and when the screen is', async () => {
  await user.type(field('Note'), 'lamp too bright?{Enter}second line');
  expect(task()?.note).toBeNull();
  await user.tab();
  expect(task()?.note).toBe('lamp too bright?\nsecond line');
  await user.type(field('Note'), '!');
  cleanup();
  expect(task()?.note).toBe('lamp too bright?\nsecond line!');
});

describe('tags', () => {
  test('come with a comma or Enter, go with Backspace or their button, and are there once', async () => {
    await user.type(field('Add a tag'), '竖屏，hero, Q4 spot{Enter}');
    expect(task()?.tags).toEqual(['hero', 'night', '竖屏', 'Q4 spot']);
    await user.keyboard('{Backspace}');
    expect(task()?.tags).toEqual(['hero', 'night', '竖屏']);
    await user.click(screen.getByRole('button', { name: 'Remove tag hero' }));
    expect(task()?.tags).toEqual(['night', '竖屏']);
    expect(document.activeElement).toBe(field('Add a tag'));
  });

  test('in use elsewhere are offered, by what is begun, and what was begun is none', async () => {
    const offered = (): string[] =>
      within(screen.getByRole('group', { name: 'Tags you use' }))
        .getAllByRole('button')
        .map((button) => button.textContent ?? '');
    expect(offered()).toEqual(['social', 'socks']);
    await user.type(field('Add a tag'), 'SOCI');
    expect(offered()).toEqual(['social']);
    await user.click(screen.getByRole('button', { name: 'social' }));
    await user.tab();
    expect(task()?.tags).toEqual(['hero', 'night', 'social']);
  });
});

describe('what looks like a key', () => {
  const KEY = 'sk-Vb3kQ8w2Lx71mNp49f2cTz';

  test('is hidden in a note, unless the person wants it there', async () => {
    await user.type(field('Note'), `made with ${KEY} again`);
    await user.tab();
    expect(task()?.note).toBe('made with sk-… again');
    const [toast] = takeToasts();
    toast?.action?.run();
    expect(task()?.note).toBe(`made with ${KEY} again`);
  });

  test('is no tag, and stays in the field', async () => {
    const tag = screen.getByRole<HTMLInputElement>('textbox', { name: 'Add a tag' });
    await user.click(tag);
    await user.paste(`${KEY},`);
    expect(screen.getByRole('alert').textContent).toMatch(/^This looks like a key/);
    await user.keyboard('{Enter}');
    await user.tab();
    expect(tag.value).toBe(`${KEY},`);
    expect(task()?.tags).toEqual(['hero', 'night']);
  });
});
