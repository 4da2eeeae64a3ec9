// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';

import { IconButton } from './icon-button';
import { Menu } from './menu';

afterEach(cleanup);

function Card() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [renaming, setRenaming] = useState(false);
  const [log, setLog] = useState('');
  return (
    <>
      <IconButton
        label="More actions"
        icon="more"
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      {renaming ? <input aria-label="Name" ref={(input) => input?.focus()} /> : null}
      <output>{log}</output>
      {anchor ? (
        <Menu
          anchor={anchor}
          onClose={() => setAnchor(null)}
          items={[
            { label: 'Rename', icon: 'pencil', onSelect: () => setRenaming(true) },
            {
              label: 'Copy video link',
              onSelect: () => setLog('copied'),
              disabledReason: 'There is no video yet',
            },
            { label: 'Check now', onSelect: () => setLog('checked') },
          ]}
        />
      ) : null}
    </>
  );
}

async function openMenu(): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
  return screen.findByRole('menu', { name: 'More actions' });
}

test('what is chosen happens, the menu goes, the focus is back at its button', async () => {
  render(<Card />);
  await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Check now' }));
  expect(screen.getByRole('status').textContent).toBe('checked');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More actions' }));
});

test('a field that the choice opens keeps the focus', async () => {
  render(<Card />);
  await openMenu();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Rename' }));
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
});

test('Tab closes the menu, and goes on from its button', async () => {
  render(<Card />);
  await openMenu();
  await userEvent.keyboard('{ArrowDown}');
  const button = screen.getByRole('button', { name: 'More actions' });
  const focus = vi.spyOn(button, 'focus');
  await userEvent.tab();
  expect(focus).toHaveBeenCalled();
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});

test('what cannot be chosen says why, and does nothing', async () => {
  render(<Card />);
  await openMenu();
  const item = screen.getByRole('menuitem', { name: /Copy video link/ });
  expect(item.getAttribute('aria-disabled')).toBe('true');
  expect(item.textContent).toContain('There is no video yet');
  await userEvent.click(item);
  expect(screen.getByRole('status').textContent).toBe('');
});

test.each([
  { how: 'by a key', seen: [':focus-visible', ':hover'], at: 'Rename' },
  { how: 'by a key that found no ring around its button', seen: [], at: 'Rename' },
  { how: 'by a pointer', seen: [':hover'], at: 'no item' },
])('opened $how, a menu starts at $at', async ({ seen, at }) => {
  render(<Card />);
  const button = screen.getByRole('button', { name: 'More actions' });
  // What each engine says of a button: there is none here that shows a focus or has a pointer.
  vi.spyOn(button, 'matches').mockImplementation((selector) => seen.includes(selector));
  await userEvent.click(button);
  await waitFor(() => expect(document.activeElement?.closest('[role="menu"]')).not.toBeNull());
  const item = document.activeElement?.closest('[role="menuitem"]');
  expect(item?.textContent ?? 'no item').toBe(at);
});
