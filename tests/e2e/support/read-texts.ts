import type { Locator } from '@playwright/test';

/** A piece of text as it is drawn. */
export interface DrawnText {
  /** Where it stands in the document, the same whatever the size of the font. */
  path: string;
  text: string;
  fontSize: number;
  /** Its lines, in px. */
  lines: Box[];
  /** What of it an ancestor cuts off, in px, where no dots say so. */
  cut: number;
  /** Lies on a ground of its own, over what it is meant to cover: *More* over the end of a prompt. */
  covers: boolean;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Every visible text below an element; and the fields and buttons, which have no lines of their own. */
export function readTexts(root: Locator): Promise<DrawnText[]> {
  return root.evaluate((element) => {
    const found: DrawnText[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      if (!parent || text === '' || isHidden(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { lines, cut } = seenOf([...range.getClientRects()], parent);
      if (lines.length > 0)
        found.push({ ...placeOf(node, parent), text, lines, cut, covers: covers(parent) });
    }
    for (const control of element.querySelectorAll('input, select, textarea, button')) {
      if (control.matches('[type=radio], [type=range]') || isHidden(control)) continue;
      const { cut } = seenOf([control.getBoundingClientRect()], control);
      const text = control.getAttribute('aria-label') ?? control.tagName;
      found.push({ ...placeOf(control, control), text, lines: [], cut, covers: false });
    }
    return found;

    function placeOf(node: Node, parent: Element): Pick<DrawnText, 'path' | 'fontSize'> {
      return { path: pathOf(node), fontSize: Number.parseFloat(getComputedStyle(parent).fontSize) };
    }

    function covers(parent: Element): boolean {
      const lifted = parent.closest('.absolute');
      if (!lifted || lifted === element || !element.contains(lifted)) return false;
      return !/rgba|\//.test(getComputedStyle(lifted).backgroundColor);
    }

    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what stands in here gets into the page
    function isHidden(one: Element): boolean {
      if (one.closest('option, style, script')) return true;
      return !one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    }

    function pathOf(one: Node): string {
      const steps: number[] = [];
      for (let at: Node = one; at !== element && at.parentNode; at = at.parentNode) {
        steps.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode));
      }
      return steps.join('.');
    }

    /** The lines within what every ancestor lets through. Text for screen readers alone is let through by none. */
    function seenOf(rects: Box[], parent: Element): { lines: Box[]; cut: number } {
      let lines = rects;
      let cut = 0;
      for (
        let at: Element | null = parent;
        at && at !== element.ownerDocument.body;
        at = at.parentElement
      ) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) return { lines: [], cut: 0 };
        // A strip fades out towards what it can be scrolled to.
        const says =
          style.textOverflow === 'ellipsis' ||
          style.webkitLineClamp !== 'none' ||
          at.matches('.strip');
        for (const line of lines) {
          const over = [
            box.left - line.left,
            line.right - box.right,
            box.top - line.top,
            line.bottom - box.bottom,
          ];
          if (!says) cut = Math.max(cut, ...over);
        }
        lines = lines
          .map((line) => ({
            left: Math.max(line.left, box.left),
            top: Math.max(line.top, box.top),
            right: Math.min(line.right, box.right),
            bottom: Math.min(line.bottom, box.bottom),
          }))
          .filter((line) => line.right > line.left && line.bottom > line.top);
      }
      return { lines, cut };
    }
  });
}

/** Two texts, one drawn over the other; a line's box is a little higher than its letters. */
export function overlapsAmong(texts: readonly DrawnText[]): string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => one.covers === other.covers)
      .filter((other) => one.lines.some((a) => other.lines.some((b) => overlap(a, b))))
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}

function overlap(a: Box, b: Box): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 1 && high > 0.2 * Math.min(a.bottom - a.top, b.bottom - b.top);
}
