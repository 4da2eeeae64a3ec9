// Until the page's own code has loaded: shows the board as it was when the page was last hidden, so that the first card
// is there at once, or else the heading of the first screen. src/app/save-snapshot.ts takes the snapshot,
// remove-snapshot.ts removes it once the real page is behind it.
(function () {
  // What Chrome 120, Firefox 121 and Safari 17 were the first to have both of: older browsers are told so on a page of
  // its own (tools/too-old.ts). For their sake this file is written for any.
  if (!URL.canParse || !CSS.supports('selector(:has(a))')) location.replace('too-old.html' + location.hash);
  var TAGS = /^(?:a|article|b|button|code|div|h[1-4]|header|input|kbd|label|li|main|option|p|path|section|select|span|strong|svg|ul)$/;
  var ATTRIBUTES = ['class', 'd', 'viewBox', 'stroke-width', 'placeholder'];
  /** The files of the parts that the page loads first, in English; written here when the page is built. */
  var FILES = {};
  /** As in src/prefs/choices.ts. */
  var LANGUAGES = ['en', 'de', 'es', 'pt-BR', 'ja', 'ko', 'zh-CN', 'zh-TW'];
  var box = document.getElementById('first-sight');

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

  /**
   * The language that the person chose, or the first of the browser's that we have, or English. The page reads it from
   * the document; what its host decided is not known yet.
   */
  function spokenOf() {
    var prefs = read('rushes-prefs');
    var chosen = prefs && prefs.state && prefs.state.locale;
    var wanted = chosen ? [chosen] : Array.from(navigator.languages);
    return wanted.map(nearest).find(Boolean) || 'en';
  }

  /** The one that its readers understand best: in their script, else at all. zh-HK reads zh-TW, pt-PT reads pt-BR. */
  function nearest(tag) {
    var wanted = kindOf(tag);
    var same = LANGUAGES.filter(function (one) {
      return kindOf(one).language === wanted.language;
    });
    var alike = same.find(function (one) {
      return kindOf(one).script === wanted.script;
    });
    return alike || same[0];
  }

  function kindOf(tag) {
    try {
      return new Intl.Locale(tag).maximize();
    } catch (e) {
      return {};
    }
  }

  /** Else each would be asked for only once the one before it has run. */
  function fetchSoon(file) {
    if (!file) return;
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.fetchPriority = 'low';
    link.href = file;
    document.head.append(link);
  }

  function fetchWords(files) {
    fetchSoon(files.first);
    if (!sight) fetchSoon(files.add);
  }

  var sight = read('rushes-first-sight');
  var spoken = spokenOf();
  // Han characters have the forms of the language, from the first on.
  document.documentElement.lang = spoken;
  fetchSoon(sight ? FILES.board : FILES.form);
  if (spoken === 'en') fetchWords(FILES);
  else {
    if (!sight) box.querySelector('section').remove();
    fetch('words/' + spoken + '.json')
      .then(function (reply) {
        return reply.json();
      })
      .then(function (words) {
        fetchWords(words.files);
        if (!sight) box.append(draw(words.tree));
      })
      // Then the page itself draws them, a little later.
      .catch(function () {});
  }
  if (!sight) return;
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
