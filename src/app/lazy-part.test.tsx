// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { lazyPart, PartFailed } from './lazy-part';

let reported = vi.spyOn(console, 'error');
beforeEach(() => {
  // React reports every caught fault to the console.
  reported = vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(cleanup);

function Hello({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" onClick={onClose}>
      Hello
    </button>
  );
}

/** A page whose window cannot be downloaded as often as `failures` says. */
function pageWith(failures: number) {
  let left = failures;
  const Part = lazyPart<{ onClose: () => void }>(
    async () => {
      left -= 1;
      if (left >= 0) throw new TypeError('secret-detail of the fault');
      return Hello;
    },
    ({ onClose }) => <PartFailed onClose={onClose} />,
  );
  return function Page() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {open ? <Part onClose={() => setOpen(false)} /> : null}
      </>
    );
  };
}

/** Presses a button and waits for the download that it starts. */
async function press(name: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
}

test('a part comes when it is needed', async () => {
  const Page = pageWith(0);
  render(<Page />);
  await press('Open');
  expect(screen.getByRole('button', { name: 'Hello' })).toBeTruthy();
});

test('React has nothing to say when the code comes, nor when the part is drawn again', async () => {
  const Page = pageWith(0);
  const { rerender } = render(<Page />);
  await press('Open');
  rerender(<Page />);
  await press('Hello');
  await press('Open');
  expect(reported.mock.calls).toEqual([]);
});

test('a part whose code was fetched ahead is drawn at once', async () => {
  const Part = lazyPart<{ onClose: () => void }>(
    async () => Hello,
    () => null,
  );
  await Part.fetch();
  render(<Part onClose={() => undefined} />);
  expect(screen.getByRole('button', { name: 'Hello' })).toBeTruthy();
});

test('a download that fails is said in plain words, and the rest of the page stays', async () => {
  const Page = pageWith(1);
  render(<Page />);
  await press('Open');
  expect(screen.getByRole('alert').textContent).not.toContain('secret-detail');
  expect(screen.getByRole('button', { name: 'Open' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
});

test('it is tried again the next time', async () => {
  const Page = pageWith(1);
  render(<Page />);
  await press('Open');
  await press('Close');
  await press('Open');
  expect(screen.getByRole('button', { name: 'Hello' })).toBeTruthy();
});
