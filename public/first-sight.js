// Until the page's own code has loaded: shows the board as it was when the page was last hidden, so that the first card
// is there at once, or else the heading of the first screen. src/app/save-snapshot.ts takes the snapshot,
// remove-snapshot.ts removes it once the real page is behind it.
(function () {
  // What Chrome 120, Firefox 121 and Safari 17 were the first to have both of: older browsers are told so on a page of
  // its own (tools/too-old.ts). For their sake this file is written for any.
  if (!URL.canParse || !CSS.supports('selector(:has(a))')) location.replace('too-old.html' + location.hash);
  var TAGS = /^(?:a|article|b|button|code|div|h[1-4]|header|input|kbd|label|li|main|option|p|path|section|select|span|strong|svg|ul)$/;
  var ATTRIBUTES = ['class', 'd', 'viewBox', 'stroke-width', 'placeholder'];
  /** What stands in the names of the files of the parts that the page loads first; written here when it is built. */
  var MARKS = {};
  var box = document.getElementById('first-sight');
  var sections = Array.from(box.querySelectorAll('[lang]'));

  function draw(node) {
    if (typeof node === 'string') return node;
    if (!Array.isArray(node) || !TAGS.test(node[0])) return '';
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

  /** As in src/i18n/locales.ts; what the host of the page decided is not known yet. */
  function spokenOf(languages) {
    var prefs = read('rushes-prefs');
    var chosen = prefs && prefs.state && prefs.state.locale;
    var wanted = (chosen ? [chosen] : Array.from(navigator.languages)).find(function (tag) {
      return languages.some(like(tag));
    });
    return wanted === undefined ? languages[0] : languages.find(like(wanted));
  }

  function like(tag) {
    return function (other) {
      return other.split('-')[0].toLowerCase() === tag.split('-')[0].toLowerCase();
    };
  }

  /** Else each would be asked for only once the one before it has run. */
  function fetchSoon(names) {
    names.forEach(function (name) {
      if (!MARKS[name]) return;
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.fetchPriority = 'low';
      link.href = 'assets/' + name + '-' + MARKS[name] + '.js';
      document.head.append(link);
    });
  }

  var sight = read('rushes-first-sight');
  var spoken = spokenOf(
    sections.map(function (words) {
      return words.lang;
    }),
  );
  fetchSoon(sight ? ['board', spoken] : ['form', spoken, spoken + '_add']);
  if (!sight) {
    sections.forEach(function (words) {
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
