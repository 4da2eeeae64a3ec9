// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';

import { Select } from './select';

afterEach(cleanup);

function Keep({ hideLabel = false }: { hideLabel?: boolean }) {
  const [value, setValue] = useState<'tab' | 'device'>('tab');
  return (
    <>
      <Select
        label="Remember the key"
        hideLabel={hideLabel}
        hint="On a shared computer, choose the first."
        value={value}
        onChange={setValue}
        options={[
          { value: 'tab', label: 'Until I close this tab' },
          { value: 'device', label: 'On this device' },
        ]}
      />
      <output>{value}</output>
    </>
  );
}

test('is a combobox named by its label and described by its hint', () => {
  render(<Keep />);
  const box = screen.getByRole('combobox', { name: 'Remember the key' });
  const hint = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toContain('shared computer');
});

test('keeps its name where the label is not drawn', () => {
  render(<Keep hideLabel />);
  expect(screen.getByRole('combobox', { name: 'Remember the key' })).toBeTruthy();
});

test('hands over the chosen value', async () => {
  render(<Keep />);
  await userEvent.selectOptions(screen.getByRole('combobox'), 'On this device');
  expect(screen.getByRole('status').textContent).toBe('device');
});
