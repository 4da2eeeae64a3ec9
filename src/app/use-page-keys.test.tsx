// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { afterEach, expect, test } from 'vitest';

import { usePastedText } from '~/ui/use-pasted-text';

import { usePageKeys } from './use-page-keys';

afterEach(cleanup);

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
