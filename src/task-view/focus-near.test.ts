// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';

import { keepFocusNear } from './focus-near';

let stop = (): void => {};
beforeEach(() => {
  stop = keepFocusNear();
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

const CARDS = ['A', 'B', 'C']
  .map((name) => `<article data-card="${name}"><button id="${name}">${name}</button></article>`)
  .join('');

function draw(html: string): void {
  document.body.innerHTML = html;
}

/** Focuses it, takes it or what it is in away, and says what has the focus then. */
async function lose(focused: string, gone = focused, take = remove): Promise<string> {
  find(focused).focus();
  take(find(gone));
  await frames(36);
  const { activeElement } = document;
  return (
    activeElement?.id || activeElement?.getAttribute('data-card') || String(activeElement?.tagName)
  );
}

async function frames(left: number): Promise<void> {
  await new Promise(requestAnimationFrame);
  if (left > 1) await frames(left - 1);
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

function remove(element: HTMLElement): void {
  element.remove();
}

test('the focus goes on to what is next', async () => {
  draw('<main tabindex="-1"><p><button id="a"></button><button id="b"></button></p></main>');
  expect(await lose('#a')).toBe('b');
});

test('it goes back where nothing is next, and over what cannot take it', async () => {
  draw(
    '<main><p><button id="a"></button><i></i><button disabled></button><button id="c"></button></p></main>',
  );
  expect(await lose('#c')).toBe('a');
});

test('it goes to the next card as a whole', async () => {
  draw(`<main tabindex="-1"><section>${CARDS}</section></main>`);
  expect(await lose('#B', '[data-card=B]')).toBe('C');
  expect(await lose('[data-card=C]')).toBe('A');
});

test('it stays in its card', async () => {
  draw(`<main><section>${CARDS}</section></main>`);
  expect(await lose('#B')).toBe('B');
  expect(document.activeElement?.matches('article')).toBe(true);
});

test('what is turned off under the focus hands it on', async () => {
  draw('<main><nav><button id="a"></button><button id="b"></button></nav></main>');
  const turnOff = (button: HTMLElement): void => button.setAttribute('disabled', '');
  expect(await lose('#b', '#b', turnOff)).toBe('a');
});

test('one part of the page is not near another: the card that had the focus before is', async () => {
  draw(
    `<main tabindex="-1"><div><section>${CARDS}</section></div><div id="bar"><button id="x"></button></div></main>`,
  );
  find('#A').focus();
  expect(await lose('#x', '#bar')).toBe('A');
});

test('where that card goes too, the one beside it is', async () => {
  draw(
    `<main tabindex="-1"><div><section>${CARDS}</section></div><div id="bar"><button id="x"></button></div></main>`,
  );
  find('#A').focus();
  const takeBoth = (bar: HTMLElement): void => {
    find('[data-card=A]').remove();
    bar.remove();
  };
  expect(await lose('#x', '#bar', takeBoth)).toBe('B');
});

test('with nothing near, it goes to the content of the page', async () => {
  draw('<main tabindex="-1" id="content"><div><button id="x"></button></div></main>');
  expect(await lose('#x', 'div')).toBe('content');
});

test('what the page has put elsewhere stays there, and so does a person’s own choice of nothing', async () => {
  draw(
    '<main tabindex="-1"><p><button id="a"></button><button id="b"></button></p><input id="field" /></main>',
  );
  const takeAndFocus = (button: HTMLElement): void => {
    button.remove();
    find('#field').focus();
  };
  expect(await lose('#a', '#a', takeAndFocus)).toBe('field');
  find('#b').focus();
  find('#b').blur();
  await frames(2);
  find('#b').remove();
  await frames(36);
  expect(document.activeElement).toBe(document.body);
});
