// A visible pointer: a headless browser draws none, and viewers want to see what is clicked.

/** Draws a pointer at the mouse position, and a ring at each click. Runs in the page, before its own code. */
export function drawPointer() {
  addEventListener('DOMContentLoaded', () => {
    // Element by element: the page's own policy forbids HTML written as text.
    const draw = (name, attributes, css, ...children) => {
      const isHtml = name === 'div';
      const space = isHtml ? 'http://www.w3.org/1999/xhtml' : 'http://www.w3.org/2000/svg';
      const element = document.createElementNS(space, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (css) element.style.cssText = css;
      element.append(...children);
      return element;
    };
    const ring = draw(
      'div',
      {},
      'position:absolute;left:-16px;top:-16px;width:32px;height:32px;border-radius:50%;background:#3550c055;border:2px solid #3550c0;opacity:0',
    );
    const arrow = draw('path', {
      d: 'M2 2v20l5-4.6 3.2 7.6 3.8-1.6-3.2-7.4h7z',
      fill: '#111',
      stroke: '#fff',
      'stroke-width': '2',
      'stroke-linejoin': 'round',
    });
    const size = { width: '22', height: '28', viewBox: '0 0 22 28' };
    const pointer = draw(
      'div',
      { 'aria-hidden': 'true' },
      'position:fixed;left:0;top:0;z-index:2147483647;pointer-events:none;display:none',
      ring,
      draw('svg', size, 'position:absolute;left:-2px;top:-2px', arrow),
    );
    document.documentElement.append(pointer);
    const follow = ({ clientX, clientY }) => {
      pointer.style.display = 'block';
      pointer.style.transform = `translate(${clientX}px, ${clientY}px)`;
    };
    addEventListener('mousemove', follow, { capture: true });
    addEventListener(
      'mousedown',
      (event) => {
        follow(event);
        ring.animate(
          [
            { opacity: 1, transform: 'scale(0.4)' },
            { opacity: 0, transform: 'scale(1.3)' },
          ],
          { duration: 500, easing: 'ease-out' },
        );
      },
      { capture: true },
    );
  });
}

/** Moves a page's mouse like a hand: it takes time, and is slow at both ends. */
export function createHand(page) {
  let at = null;

  const moveTo = async (target, ms = 550) => {
    const box = await target.boundingBox();
    if (!box) throw new Error('There is nothing to point at.');
    const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const from = at ?? { x: to.x + 160, y: to.y + 90 };
    const start = performance.now();
    for (let way = 0; way < 1;) {
      way = Math.min(1, (performance.now() - start) / ms);
      const eased = way * way * (3 - 2 * way);
      await page.mouse.move(from.x + (to.x - from.x) * eased, from.y + (to.y - from.y) * eased);
      await page.waitForTimeout(30);
    }
    at = to;
  };

  const press = async (target, ms) => {
    await moveTo(target, ms);
    await page.waitForTimeout(200);
    await page.mouse.down();
    await page.waitForTimeout(80);
    await page.mouse.up();
  };

  const scrollTo = async (target) => {
    const isBelow = async () => {
      const { y, height } = await target.boundingBox();
      return y + height > page.viewportSize().height - 24;
    };
    while (await isBelow()) {
      await page.mouse.wheel(0, 40);
      await page.waitForTimeout(40);
    }
  };

  return { moveTo, press, scrollTo };
}
