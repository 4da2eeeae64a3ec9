// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { showToast } from './toast';
import { Toaster } from './toaster';

afterEach(cleanup);

test('a notice that came before its drawing is not lost, and its button works once', async () => {
  const run = vi.fn<() => void>();
  showToast({ text: 'Harbour fly-over removed', action: { label: 'Undo', run } });
  render(<Toaster label="Notices" closeLabel="Close" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(run).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('notices stand in a region that is read aloud politely', async () => {
  render(<Toaster label="Notices" closeLabel="Close" />);
  act(() => showToast({ text: 'Copied' }));
  const region = screen.getByRole('region', { name: 'Notices' });
  expect(region.getAttribute('aria-live')).toBe('polite');
  expect(await screen.findAllByText('Copied')).not.toEqual([]);
});
