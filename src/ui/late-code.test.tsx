// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';

import { lateCode } from './late-code';

afterEach(cleanup);

/** A page with code that fails to come as often as `failures` says, and how often it was asked for. */
function pageWith(failures: number) {
  const asked = { times: 0 };
  const useWords = lateCode(async () => {
    asked.times += 1;
    if (asked.times <= failures) throw new TypeError('Failed to fetch');
    return { words: 'It has come' };
  });
  function Page() {
    const [wanted, setWanted] = useState(false);
    const code = useWords(wanted);
    return (
      <button type="button" onClick={() => setWanted(!wanted)}>
        {code?.words ?? 'Not there'}
      </button>
    );
  }
  return { Page, asked };
}

async function press(): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button'));
  });
}

test('code comes when it is first wanted, is asked for once, and goes where it is not wanted', async () => {
  const { Page, asked } = pageWith(0);
  render(<Page />);
  expect(asked.times).toBe(0);
  await press();
  expect(screen.getByText('It has come')).toBeTruthy();
  await press();
  expect(screen.getByText('Not there')).toBeTruthy();
  await press();
  expect(screen.getByText('It has come')).toBeTruthy();
  expect(asked.times).toBe(1);
});

test('where it does not come, what is shown without it stays, and the next wish tries again', async () => {
  const { Page, asked } = pageWith(1);
  render(<Page />);
  await press();
  expect(screen.getByText('Not there')).toBeTruthy();
  await press();
  await press();
  expect(screen.getByText('It has come')).toBeTruthy();
  expect(asked.times).toBe(2);
});
