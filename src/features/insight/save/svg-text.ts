const SVG = 'http://www.w3.org/2000/svg';

/** A text as it stands on the page: one piece for each of its lines. @param left of the picture, @param top too */
export function svgText(text: Text, left: number, top: number): readonly Element[] {
  const parent = text.parentElement;
  if (!parent || text.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  if (style.visibility === 'hidden') return [];
  return linesOf(text, parent).map(({ words, box }) => {
    const line = document.createElementNS(SVG, 'text');
    line.textContent = words;
    line.setAttribute('x', String(box.left - left));
    line.setAttribute('y', String(box.top - top + box.height * baseline(style)));
    line.setAttribute('fill', style.color);
    line.setAttribute('font-family', style.fontFamily);
    line.setAttribute('font-size', style.fontSize);
    line.setAttribute('font-weight', style.fontWeight);
    if (style.textDecorationLine.includes('underline'))
      line.setAttribute('text-decoration', 'underline');
    return line;
  });
}

interface Line {
  words: string;
  box: DOMRect;
}

/** The lines that a text is broken into, as far as its box shows them: what is cut off ends with a sign. */
function linesOf(text: Text, parent: Element): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  const isCut = getComputedStyle(parent).overflowX === 'hidden';
  const end = parent.getBoundingClientRect().right + 1;
  let at = 0;
  for (const letter of text.data) {
    range.setStart(text, at);
    range.setEnd(text, (at += letter.length));
    const box = range.getBoundingClientRect();
    // Blanks at the end of a line take no room.
    if (box.width === 0 && box.height === 0) continue;
    const line = lines.at(-1);
    const isSame = line !== undefined && Math.abs(line.box.top - box.top) < box.height / 2;
    if (isSame && isCut && box.right > end) {
      if (!line.words.endsWith('…')) line.words = `${line.words.slice(0, -1)}…`;
    } else if (isSame) line.words += letter;
    else lines.push({ words: letter, box });
  }
  return lines.map(({ words, box }) => ({ words: words.replaceAll(/\s+/g, ' ').trimEnd(), box }));
}

const known = new Map<string, number>();

/** Where a font's letters stand, as a share of the height of their box. */
function baseline({ fontFamily, fontSize, fontWeight }: CSSStyleDeclaration): number {
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const before = known.get(font);
  if (before !== undefined) return before;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0.8;
  context.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x');
  const share = up + down > 0 ? up / (up + down) : 0.8;
  known.set(font, share);
  return share;
}
