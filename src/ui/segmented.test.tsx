// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';

import { Segmented } from './segmented';

afterEach(cleanup);

const FILTERS = [
  { value: 'all', label: 'All', count: 24 },
  { value: 'running', label: 'Running', count: 6 },
  { value: 'ready', label: 'Ready', count: 15 },
] as const;

type Filter = (typeof FILTERS)[number]['value'];

function Filters() {
  const [value, setValue] = useState<Filter>('all');
  return <Segmented label="Show" value={value} onChange={setValue} options={FILTERS} />;
}

function chosen(): string | undefined {
  return screen.getAllByRole<HTMLInputElement>('radio').find((radio) => radio.checked)?.value;
}

test('is a named group of radios whose names tell the counts', () => {
  render(<Filters />);
  expect(screen.getByRole('radiogroup', { name: 'Show' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'Running 6' })).toBeTruthy();
  expect(chosen()).toBe('all');
});

test('a click chooses', async () => {
  render(<Filters />);
  await userEvent.click(screen.getByRole('radio', { name: 'Ready 15' }));
  expect(chosen()).toBe('ready');
});

test('Tab reaches the chosen one, arrow keys go round', async () => {
  render(<Filters />);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'All 24' }));
  await userEvent.keyboard('{ArrowRight}');
  expect(chosen()).toBe('running');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(chosen()).toBe('ready');
});
