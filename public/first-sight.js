// Before the page's own code has come: the board as it was when the page was last put away, so that the first card is
// there at once. src/app/keep-first-sight.ts takes
// the picture, lift-first-sight.ts lifts it off when the real cards stand below.
(function () {
  var TAGS = /^(?:a|article|b|button|code|div|h[1-4]|header|input|kbd|label|li|main|option|p|path|section|select|span|strong|svg|ul)$/;
  var ATTRIBUTES = ['class', 'd', 'viewBox', 'stroke-width', 'placeholder'];

  function draw(node) {
    if (typeof node === 'string') return document.createTextNode(node);
    if (!Array.isArray(node) || !TAGS.test(node[0])) return document.createTextNode('');
    var isDrawing = node[0] === 'svg' || node[0] === 'path';
    var element = isDrawing
      ? document.createElementNS('http://www.w3.org/2000/svg', node[0])
      : document.createElement(node[0]);
    ATTRIBUTES.forEach(function (name) {
      if (typeof node[1][name] === 'string') element.setAttribute(name, node[1][name]);
    });
    if (typeof node[1].style === 'string') element.style.cssText = node[1].style;
    node.slice(2).forEach(function (child) {
      element.append(draw(child));
    });
    return element;
  }

  try {
    var sight = JSON.parse(localStorage.getItem('rushes-first-sight'));
    var fits = sight && sight.width === innerWidth && sight.hash === location.hash;
    if (!fits) return;
    var box = document.createElement('div');
    box.id = 'first-sight';
    // Nothing in it can be pressed, and a screen reader waits for the real cards.
    box.inert = true;
    box.ariaHidden = 'true';
    box.style.cssText = 'position:fixed;inset:0;z-index:70;overflow:hidden;background:var(--bg)';
    sight.tree.forEach(function (node) {
      box.append(draw(node));
    });
    document.body.prepend(box);
  } catch (e) {
    // No storage, or nothing readable in it: the cards come with the page.
  }
})();
