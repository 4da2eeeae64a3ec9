// On the page for browsers that are too old for the real one (tools/too-old.ts): keeps the person's language, by the rule
// of first-sight.js, and their place in the address. Written for any browser; where it fails, every language is there.
(function () {
  var texts = [].slice.call(document.querySelectorAll('[lang]:not(html)'));
  var wanted = navigator.languages || [navigator.language];
  try {
    wanted = [JSON.parse(localStorage.getItem('rushes-prefs')).state.locale].concat(wanted);
  } catch (e) {
    // No storage, or nothing readable in it.
  }
  function languageOf(tag) {
    return String(tag).split('-')[0].toLowerCase();
  }
  // The script or the region, whichever comes first.
  function kindOf(tag) {
    return String(tag).split('-')[1];
  }
  // In the script that readers there write, else as is usual for the language: zh-HK reads zh-TW, zh-SG reads zh-CN.
  function textIn(tag) {
    var near = texts.filter(function (text) {
      return languageOf(text.lang) === languageOf(tag);
    });
    var same = near.filter(function (text) {
      var readers = (text.getAttribute('data-for') || '').toLowerCase().split(' ');
      return readers.indexOf(String(kindOf(tag)).toLowerCase()) >= 0;
    });
    var usual = near.filter(function (text) {
      return !text.getAttribute('data-for');
    });
    return same[0] || usual[0];
  }
  var spoken = wanted.map(textIn).filter(Boolean)[0] || texts[0];
  texts.forEach(function (text) {
    if (text !== spoken) text.parentNode.removeChild(text);
  });
  document.documentElement.lang = spoken.lang;
  spoken.querySelector('a').href = './' + location.hash;
})();
