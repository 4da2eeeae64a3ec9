// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { PasteBox } from './paste-box';
import { useDraft } from './use-draft';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const MASK = 'sk-Vb3k…9f2c';
const LONG = 'words of a long log\n'.repeat(1500);

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Form({ initial }: { initial: string }) {
  const draft = useDraft(initial, () => undefined);
  return <PasteBox draft={draft} placeholder="" onSubmit={() => undefined} />;
}

const box = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Keys and task ids' });

/** What a browser does when text is dropped, inserted by a keyboard app, or typed. */
function change(text: string, caret = text.length): void {
  const field = box();
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
  field.setSelectionRange(caret, caret);
  fireEvent.input(field);
}

it('masks a key that is dropped, also onto a longer text in its place', () => {
  render(<Form initial="" />);
  change(`note ${KEY}`);
  expect(box().value).toBe(`note ${MASK}`);
  cleanup();
  render(<Form initial="these are some longer words that nobody needs any more" />);
  change(KEY);
  expect(box().value).toBe(MASK);
});

it('reads what was pasted at once by the words of all languages, as soon as they are there', async () => {
  const kinds: string[] = [];
  function Kinds() {
    const draft = useDraft('Auftrags-ID: 883726155401', () => undefined);
    kinds.push(draft.analysis.segments.map(({ kind }) => kind).join());
    return <PasteBox draft={draft} placeholder="" onSubmit={() => undefined} />;
  }
  render(<Kinds />);
  await vi.waitFor(() => expect(kinds.at(-1)).toBe('other,id'));
  expect(kinds[0]).toBe('other,maybe');
});

it('leaves the caret where it is when a long text is read after a pause', async () => {
  vi.useFakeTimers();
  render(<Form initial={LONG} />);
  change(`k: ${LONG}`, 3);
  let text = 'k: ';
  for (const letter of `${KEY} `) {
    text += letter;
    change(`${text}${LONG}`, text.length);
  }
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(box().value.slice(0, 30)).toContain(`k: ${MASK} words`);
  expect(box().selectionStart).toBe(`k: ${MASK} `.length);
});
