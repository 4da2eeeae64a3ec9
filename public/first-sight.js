// Until the page's own code has loaded: shows the board as it was when the page was last hidden, so that the first card
// is there at once, or else the heading of the first screen. src/app/keep-first-sight.ts takes the snapshot,
// lift-first-sight.ts removes it once the real page is behind it.
(function () {
  var TAGS = /^(?:a|article|b|button|code|div|h[1-4]|header|input|kbd|label|li|main|option|p|path|section|select|span|strong|svg|ul)$/;
  var ATTRIBUTES = ['class', 'd', 'viewBox', 'stroke-width', 'placeholder'];
  var box = document.getElementById('first-sight');

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

  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch (e) {
      // No storage, or nothing readable in it.
      return null;
    }
  }

  /** The same choice as in src/i18n/locales.ts; the host's setting is not known yet. */
  function language() {
    var prefs = read('rushes-prefs');
    var chosen = prefs && prefs.state && prefs.state.locale;
    var wanted = (chosen ? [chosen] : navigator.languages).filter(function (tag) {
      return /^(?:zh|en)\b/i.test(tag);
    });
    return /^zh/i.test(wanted[0]) ? 'zh-CN' : 'en';
  }

  var sight = read('rushes-first-sight');
  if (!sight) {
    var spoken = language();
    box.querySelectorAll('[lang]').forEach(function (words) {
      if (words.lang !== spoken) words.remove();
    });
    return;
  }
  box.replaceChildren();
  try {
    if (sight.width !== innerWidth || sight.hash !== location.hash) throw sight;
    sight.tree.forEach(function (node) {
      box.append(draw(node));
    });
  } catch (e) {
    // Another width, another view, or unreadable: the page will draw the cards.
    box.remove();
  }
})();
