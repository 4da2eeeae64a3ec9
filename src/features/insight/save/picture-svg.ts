import { svgText } from './svg-text';

const SVG = 'http://www.w3.org/2000/svg';
/** What of a shape's look comes from style sheets. */
const LOOK = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'vector-effect'] as const;
const FONT = ['font-family', 'font-size', 'font-weight', 'text-anchor'] as const;

/**
 * What is seen of an element as an SVG that needs nothing besides: its ground, its texts where they stand, its shapes and
 * the lines below its cells. Buttons, and what only screen readers hear, are left out.
 */
export function pictureSvg(frame: Element): { svg: SVGSVGElement; width: number; height: number } {
  const { left, top, width, height } = frame.getBoundingClientRect();
  const svg = document.createElementNS(SVG, 'svg');
  set(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(rect(0, 0, width, height, getComputedStyle(frame).backgroundColor));
  const draw = (element: Element): void => {
    if (element.matches('button, .sr-only, [role="menu"]')) return;
    if (element instanceof SVGSVGElement) return svg.append(shapes(element, left, top));
    const line = lineBelow(element, left, top);
    if (line) svg.append(line);
    for (const child of element.childNodes) {
      if (child instanceof Text) svg.append(...svgText(child, left, top));
      else if (child instanceof Element) draw(child);
    }
  };
  for (const child of frame.children) draw(child);
  return { svg, width, height };
}

/** A drawing within the picture, where it is, in the colours it has now. */
function shapes(from: SVGSVGElement, left: number, top: number): Element {
  const copy = from.cloneNode(true) as SVGSVGElement;
  const box = from.getBoundingClientRect();
  const originals = [...from.querySelectorAll('*')];
  for (const [index, shape] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (!original || original instanceof SVGSVGElement) continue;
    const style = getComputedStyle(original);
    shape.removeAttribute('style');
    shape.removeAttribute('class');
    const names = original instanceof SVGTextElement ? [...LOOK, ...FONT] : LOOK;
    for (const name of names) shape.setAttribute(name, style.getPropertyValue(name));
  }
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  set(copy, {
    x: box.left - left,
    y: box.top - top,
    width: box.width,
    height: box.height,
    overflow: getComputedStyle(from).overflow,
  });
  return copy;
}

/** The lines of tables, and between lanes. */
function lineBelow(element: Element, left: number, top: number): Element | null {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (parseFloat(style.borderBottomWidth) > 0)
    return rect(box.left - left, box.bottom - top - 1, box.width, 1, style.borderBottomColor);
  if (parseFloat(style.borderTopWidth) > 0)
    return rect(box.left - left, box.top - top, box.width, 1, style.borderTopColor);
  return null;
}

function rect(x: number, y: number, width: number, height: number, fill: string): Element {
  const made = document.createElementNS(SVG, 'rect');
  set(made, { x, y, width, height, fill });
  return made;
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
