import { expect } from '@playwright/test';

import { described, script, the, type Step } from './find';
import type { Session } from './webkit-driver';

type Steps = readonly [Step, ...Step[]];

/** WebDriver's name for a reference to an element, and its letters for keys that write nothing. */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS: Record<string, string> = {
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Control: '\uE009',
  Escape: '\uE00C',
  Home: '\uE011',
  Shift: '\uE008',
};
const WAIT = { timeout: 30_000, intervals: [50, 100, 200] };

/** What the page is told about the last press. */
interface Pressing {
  place?: string;
  pressed?: Element;
  heard?: boolean;
}

/** A tab of WebKit. Elements are named by steps from outside inwards, and waited for. */
export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  /** What a function in the page makes of the elements that are there now. */
  read<T, A extends unknown[]>(
    steps: readonly Step[],
    use: (found: Element[], ...args: A) => T,
    ...args: A
  ): Promise<T>;
  /** Runs a function in the page, as Playwright's `evaluate` does. */
  run<T, A extends unknown[]>(code: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  click(...steps: Steps): Promise<void>;
  /** Writes a text in the place of what stands in a field. */
  fill(text: string, ...steps: Steps): Promise<void>;
  /** The same by way of the clipboard, with the keys for it. */
  paste(text: string, ...steps: Steps): Promise<void>;
  choose(label: string, ...steps: Steps): Promise<void>;
  /** Chooses a file for a field, as a person does in the browser's own window. */
  chooseFile(path: string, ...steps: Steps): Promise<void>;
  /** Keys to whatever has the focus, such as `p` or `Shift+ArrowRight`. */
  press(...keys: string[]): Promise<void>;
  count(...steps: Steps): Promise<number>;
  expectCount(count: number, ...steps: Steps): Promise<void>;
  expectText(text: string | RegExp, ...steps: Steps): Promise<void>;
  /** The video in an element plays: its time goes on. */
  expectPlays(...steps: readonly Step[]): Promise<void>;
}

export function tabOf(session: Session, handle: string): Tab {
  /** WebDriver speaks to one tab at a time. */
  const call: Session['call'] = async (...command) => {
    await session.call('POST', '/window', { handle });
    return session.call(...command);
  };

  /** What a function of the page's makes of the elements found there now. */
  const read: Tab['read'] = (steps, use, ...args) =>
    call('POST', '/execute/sync', script(steps, use, ...args));

  /** Does something as soon as the element is there and takes it. */
  async function act(
    steps: Steps,
    doing: () => Promise<unknown>,
    isDone: () => Promise<boolean> = async () => false,
  ): Promise<void> {
    await expect(async () => {
      if (await isDone()) return;
      if ((await count(...steps)) === 0) {
        const [{ role }] = steps;
        const others = await read([the(role)], (found) => found.map((one) => one.textContent));
        throw new Error(`No ${described(steps)} among ${role}s: ${others.join(' | ')}`);
      }
      await doing();
    }).toPass(WAIT);
  }

  const count = (...steps: Steps): Promise<number> => read(steps, (found) => found.length);

  return {
    read,
    count,
    async run(code, ...args) {
      const outcome: { value: never; error?: string } = await call('POST', '/execute/async', {
        script: `const args = [...arguments], done = args.pop();
          new Promise((resolve) => resolve((${String(code)})(...args)))
            .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        args,
      });
      if (outcome.error !== undefined) throw new Error(outcome.error);
      return outcome.value;
    },
    goto: (url) => call('POST', '/url', { url }),
    reload: () => call('POST', '/refresh', {}),
    url: () => call('GET', '/url'),
    async click(...steps) {
      let driver: string | null = null;
      // Gone with its page or its place, or pressed.
      const isHeard = () =>
        read([], () => {
          const { heard = true, pressed } = globalThis as Pressing;
          return heard || !pressed?.isConnected;
        });
      await act(
        steps,
        async () => {
          const found = await read(steps, ([first]) => {
            const here = globalThis as Pressing;
            const { x, y, width, height } = first?.getBoundingClientRect() ?? new DOMRect();
            const before = here.place;
            here.place = [x, y, width, height].join(' ');
            // The driver aims once: what moves meanwhile is missed.
            if (here.place !== before) return null;
            const hit = document.elementFromPoint(x + width / 2, y + height / 2);
            if (first?.contains(hit)) {
              here.pressed = first;
              here.heard = false;
              first.addEventListener('click', () => (here.heard = true), { capture: true });
              return first as unknown as Record<string, string>;
            }
            // The driver scrolls the page, and not what scrolls within it; and while that scrolls, it takes no click.
            first?.scrollIntoView({ block: 'center' });
            return { missed: hit?.outerHTML.slice(0, 120) ?? 'nothing' };
          });
          const element = found?.[ELEMENT];
          if (element === undefined)
            throw new Error(`${described(steps)} moved, or was under ${found?.['missed']}`);
          driver = '';
          // Of a busy page the driver says that it failed, and the click arrives all the same, if later.
          await call('POST', `/element/${element}/click`, {}).catch((error: unknown) => {
            driver = String(error);
          });
          const message = `whether ${described(steps)} was pressed ${driver}`;
          await expect.poll(isHeard, { timeout: 5000, message }).toBe(true);
        },
        async () => driver !== null && isHeard(),
      );
    },
    fill: (text, ...steps) =>
      act(steps, () =>
        read(
          steps,
          ([first], words) => {
            const box = first as HTMLInputElement;
            box.focus();
            box.select();
            // The one way to type that React hears, and that knows a line break.
            // oxlint-disable-next-line typescript/no-deprecated
            document.execCommand(words === '' ? 'delete' : 'insertText', false, words);
          },
          text,
        ),
      ),
    async chooseFile(path, ...steps) {
      await act(steps, async () => {
        const field = await read(steps, ([first]) => first as unknown as Record<string, string>);
        await call('POST', `/element/${field[ELEMENT]}/value`, { text: path });
      });
    },
    async paste(text, ...steps) {
      await act(steps, () =>
        read(
          steps,
          ([first], words) => {
            const page = document.body.appendChild(document.createElement('textarea'));
            page.value = words;
            page.select();
            // WebKit lets no test write to the clipboard otherwise.
            // oxlint-disable-next-line typescript/no-deprecated
            if (!document.execCommand('copy')) throw new Error('The clipboard took nothing');
            page.remove();
            (first as HTMLElement).focus();
          },
          text,
        ),
      );
      await this.press('Control+v');
    },
    choose: (label, ...steps) =>
      act(steps, () =>
        read(
          steps,
          ([first], wanted) => {
            const box = first as HTMLSelectElement;
            const option = [...box.options].find(({ text }) => text === wanted);
            if (!option) throw new Error(`There is no choice ${wanted}`);
            box.value = option.value;
            for (const type of ['input', 'change']) {
              box.dispatchEvent(new Event(type, { bubbles: true }));
            }
          },
          label,
        ),
      ),
    async press(...keys) {
      const actions = keys.flatMap((key) => {
        const parts = key.split(/(?<=.)\+/).map((part) => KEYS[part] ?? part);
        return [
          ...parts.map((value) => ({ type: 'keyDown', value })),
          ...parts.toReversed().map((value) => ({ type: 'keyUp', value })),
        ];
      });
      await call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async expectCount(wanted, ...steps) {
      await expect.poll(() => count(...steps), { ...WAIT, message: described(steps) }).toBe(wanted);
    },
    async expectText(text, ...steps) {
      const texts = () => read(steps, (found) => found.map((one) => one.textContent).join('\n'));
      await expect.poll(texts, { ...WAIT, message: described(steps) }).toMatch(text);
    },
    async expectPlays(...within) {
      const state = () =>
        read([...within, the('video')], ([found]) => {
          const video = found as HTMLVideoElement | undefined;
          const { paused, readyState, networkState, error } = video ?? {};
          const how = { paused, readyState, networkState, error: error?.message };
          return { time: video?.currentTime ?? -1, how: JSON.stringify(how) };
        });
      const passes = (from: number) =>
        expect(async () => {
          const { time, how } = await state();
          expect(time, `the time of the video in ${described(within)}, ${how}`).toBeGreaterThan(
            from,
          );
        }).toPass(WAIT);
      await passes(0);
      await passes((await state()).time);
    },
  };
}
