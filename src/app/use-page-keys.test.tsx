// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';
import { letCharactersAct } from '~/ui/keys';
import { usePastedText } from '~/ui/use-pasted-text';

import { usePageKeys } from './use-page-keys';

afterEach(() => {
  cleanup();
  letCharactersAct(true);
  dialogs.setState({ open: [] });
});

const opened = () => dialogs.getState().open.map(({ kind }) => kind);

function Page({ window = false }: { window?: boolean }) {
  const [taken, take] = useState('nothing');
  const place = useRef<HTMLDivElement>(null);
  usePastedText(take);
  usePageKeys(place);
  return (
    <div ref={place}>
      <input type="search" aria-label="Search tasks" />
      <button type="button">Elsewhere</button>
      <input type="radio" aria-label="All" />
      <output>{taken}</output>
      {window ? <div role="dialog">A window</div> : null}
      <div role="dialog" aria-modal="false">
        A notice
      </div>
    </div>
  );
}

function paste(target: Element, text: string): void {
  fireEvent.paste(target, { clipboardData: { getData: () => text } });
}

function taken(): string | null {
  return screen.getByRole('status').textContent;
}

test('text pasted anywhere on the page is taken', () => {
  render(<Page />);
  paste(document.body, 'video_1 video_2');
  expect(taken()).toBe('video_1 video_2');
});

test('text pasted where a choice has the focus is taken', () => {
  render(<Page />);
  paste(screen.getByRole('radio'), 'video_1 video_2');
  expect(taken()).toBe('video_1 video_2');
});

test('text pasted into a field is left to the field', () => {
  render(<Page />);
  paste(screen.getByRole('searchbox'), 'harbour');
  expect(taken()).toBe('nothing');
});

test('nothing is taken while a window is open, nor when there is no text', () => {
  const { rerender } = render(<Page window />);
  paste(document.body, 'video_1');
  rerender(<Page />);
  paste(document.body, ' \n');
  expect(taken()).toBe('nothing');
});

test('the slash goes to the search, and is an ordinary letter there', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
  await userEvent.keyboard('/a/b');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('a/b');
});

test('the slash does nothing under an open window', async () => {
  render(<Page window />);
  await userEvent.keyboard('/');
  expect(document.activeElement).toBe(document.body);
});

test('letters open what they stand for, and so does Ctrl K', async () => {
  render(<Page />);
  await userEvent.keyboard('n?{Control>}k{/Control}');
  await vi.waitFor(() => expect(opened()).toEqual(['add', 'shortcuts', 'palette']));
});

test('letters that are turned off do nothing, and Ctrl K acts all the same', async () => {
  render(<Page />);
  letCharactersAct(false);
  await userEvent.keyboard('n?/{Control>}k{/Control}');
  await vi.waitFor(() => expect(opened()).toEqual(['palette']));
  expect(document.activeElement).toBe(document.body);
});

test('nothing acts while a character is being put together, or while somebody types', async () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'n', isComposing: true });
  screen.getByRole('searchbox').focus();
  await userEvent.keyboard('n?');
  expect(opened()).toEqual([]);
});

test('a key that is pressed before its code has come is kept from the browser, and acts when it comes', async () => {
  render(<Page />);
  expect(fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })).toBe(false);
  expect(fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true })).toBe(true);
  await vi.waitFor(() => expect(opened()).toEqual(['palette']));
});
