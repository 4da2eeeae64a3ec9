// @vitest-environment happy-dom
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openMenusByArrows } from './menu-keys';

let stop = (): void => {};
let pressed: string[] = [];

beforeEach(() => {
  stop = openMenusByArrows();
  pressed = [];
  document.body.innerHTML = `
    <button id="menu" aria-haspopup="menu"></button>
    <button id="dialog" aria-haspopup="dialog"></button>
    <div role="grid"><button id="cell" aria-haspopup="menu"></button></div>`;
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () => pressed.push(button.id));
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

async function press(id: string, keys: string): Promise<string[]> {
  document.querySelector<HTMLElement>(`#${id}`)?.focus();
  await userEvent.keyboard(keys);
  return pressed;
}

test('an arrow key up or down opens a menu', async () => {
  expect(await press('menu', '{ArrowDown}')).toEqual(['menu']);
  expect(await press('menu', '{ArrowUp}')).toEqual(['menu', 'menu']);
});

test('other keys and other buttons do nothing of the kind', async () => {
  expect(await press('menu', '{ArrowRight}{Shift>}{ArrowDown}{/Shift}')).toEqual([]);
  expect(await press('dialog', '{ArrowDown}')).toEqual([]);
  expect(await press('cell', '{ArrowDown}')).toEqual([]);
});
