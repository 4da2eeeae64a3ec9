import type { Page } from '@playwright/test';

/** Something that nobody should ship, as it is drawn now. */
export interface Fault {
  kind:
    | 'axe'
    | 'sideways'
    | 'cut off'
    | 'out of its box'
    | 'no title'
    | 'overlap'
    | 'error'
    | 'not reached'
    | 'English';
  what: string;
}

/** What is wrong with how texts are laid out, of what lies on top; and all texts that are seen. */
export function readLayout(page: Page): Promise<{ faults: Fault[]; texts: string[] }> {
  return page.evaluate(() => {
    const faults: Fault[] = [];
    const tell = (kind: Fault['kind'], what: string): void => void faults.push({ kind, what });
    const root =
      [...document.querySelectorAll('[role="dialog"], [role="menu"]')].at(-1) ?? document.body;
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) tell('sideways', `the page, by ${wide} px`);
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      const over = one.scrollWidth - one.clientWidth;
      if (over <= 1 || !/auto|scroll/.test(getComputedStyle(one).overflowX)) continue;
      // Strips fade out towards what they can be scrolled to; a table has more columns than room.
      if (
        one.matches('textarea, [class*=strip], [role="grid"], pre') ||
        one.querySelector('[role="grid"], table')
      )
        continue;
      if (one.clientWidth > 1) tell('sideways', `${nameOf(one)}, by ${over} px`);
    }

    const drawn: { text: string; lines: DOMRect[]; layer: Element | null; parent: Element }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      if (!parent || text === '' || parent.closest('option, style, script, svg')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const all = [...range.getClientRects()].filter(({ width }) => width > 0);
      const lines = clipped(all, parent).filter((line) => isOnTop(line, parent));
      if (lines.length === 0) continue;
      drawn.push({ text, lines, layer: layerOf(parent), parent });
      checkCut(text, all, parent);
      checkBox(text, lines, parent);
    }
    checkOverlaps();
    return { faults, texts: drawn.map(({ text }) => text) };

    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what stands in here gets into the page
    function nameOf(one: Element): string {
      const label = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? '';
      return `<${one.tagName.toLowerCase()}> “${label}”`;
    }

    /** What of it every ancestor lets through. */
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what stands in here gets into the page
    function clipped(lines: readonly DOMRect[], parent: Element): DOMRect[] {
      let seen = [...lines];
      for (let at: Element | null = parent; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) return [];
        seen = seen.map(({ left, top, right, bottom }) => {
          const [x, y] = [Math.max(left, box.left), Math.max(top, box.top)];
          const [endX, endY] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
          return new DOMRect(x, y, Math.max(0, endX - x), Math.max(0, endY - y));
        });
      }
      return seen.filter(({ width, height }) => width > 0 && height > 0);
    }

    function isOnTop({ left, top, width, height }: DOMRect, parent: Element): boolean {
      return [0.1, 0.5, 0.9].some((part) => {
        const met = document.elementFromPoint(left + width * part, top + height / 2);
        return (
          met !== null && (parent.contains(met) || (met.contains(parent) && root.contains(met)))
        );
      });
    }

    function layerOf(parent: Element): Element | null {
      for (let at: Element | null = parent; at && at !== root; at = at.parentElement) {
        if (/fixed|sticky|absolute/.test(getComputedStyle(at).position)) return at;
      }
      return null;
    }

    /** An ancestor hides a part of it, and no dots say so; or they do, and nothing says the rest. */
    function checkCut(text: string, lines: readonly DOMRect[], parent: Element): void {
      for (let at: Element | null = parent; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(at);
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return;
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        // For screen readers alone.
        if (box.width <= 1 || box.height <= 1) return;
        const cut = Math.max(
          ...lines.flatMap((line) => [
            box.left - line.left,
            line.right - box.right,
            box.top - line.bottom + line.height * 0.7,
            line.top - box.bottom + line.height * 0.7,
          ]),
        );
        if (cut <= 1) continue;
        const isSaid = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
        if (!isSaid) tell('cut off', `“${text.slice(0, 60)}” by ${Math.round(cut)} px`);
        else if (webkitLineClamp === 'none' && !parent.closest('[title], [aria-label]')) {
          tell('no title', `“${text.slice(0, 60)}”`);
        }
        return;
      }
    }

    function checkBox(text: string, lines: readonly DOMRect[], parent: Element): void {
      const box = parent.closest(
        'button, a, label, summary, th, td, [role="dialog"], [role="menu"]',
      );
      if (!box || getComputedStyle(box).display === 'inline') return;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const out = Math.max(
        ...lines.flatMap((line) => [
          left - line.left,
          line.right - right,
          top - line.top - 3,
          line.bottom - bottom - 3,
        ]),
      );
      if (out > 1) tell('out of its box', `“${text.slice(0, 60)}” by ${Math.round(out)} px`);
    }

    function checkOverlaps(): void {
      drawn.forEach((one, at) => {
        for (const other of drawn.slice(at + 1)) {
          if (one.layer !== other.layer) continue;
          const meet = one.lines.some((a) =>
            other.lines.some((b) => {
              const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              return width > 1 && height > 0.25 * Math.min(a.height, b.height);
            }),
          );
          if (meet) tell('overlap', `“${one.text.slice(0, 40)}” and “${other.text.slice(0, 40)}”`);
        }
      });
    }
  });
}
