// Draws the chosen theme, contrast and size of text: before the first paint, so that a dark room stays dark, and then
// whenever a choice, or the system's, changes. src/app/follow-theme.ts calls it with the choices.
(function () {
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');
  var more = matchMedia('(prefers-contrast: more)');
  var chosen = {};

  window.drawLooks = function (choices) {
    chosen = choices;
    var theme = chosen.theme === 'dark' || (chosen.theme !== 'light' && dark.matches) ? 'dark' : 'light';
    root.dataset.theme = theme;
    root.toggleAttribute('data-contrast', chosen.contrast === 'more' || more.matches);
    root.style.fontSize = chosen.textSize > 100 ? chosen.textSize + '%' : '';
    document.querySelector('meta[name=theme-color]').content = theme === 'dark' ? '#12100e' : '#fbfaf7';
  };
  dark.onchange = more.onchange = function () {
    window.drawLooks(chosen);
  };

  try {
    chosen = JSON.parse(localStorage.getItem('rushes-prefs')).state || chosen;
  } catch (e) {
    // No storage, or nothing readable in it: use the system's.
  }
  window.drawLooks(chosen);
})();
