// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { ErrorBoundary } from './ErrorBoundary';

beforeEach(() => {
  // React reports every caught fault to the console.
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(cleanup);

test('a fault is told without its details, and can be tried again', async () => {
  let broken = true;
  function Fragile() {
    if (broken) throw new Error('at line 7 with sk-secret');
    return <p>All is well</p>;
  }
  render(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  );
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('Your tasks are safe');
  expect(alert.textContent).not.toContain('sk-secret');
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();

  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('All is well')).toBeTruthy();
});
