// Before the first paint: the chosen theme, so that a dark room stays dark. The page itself takes over in
// src/app/follow-theme.ts; both know the same two colours.
(function () {
  var theme = 'system';
  try {
    var stored = JSON.parse(localStorage.getItem('rushes-prefs'));
    theme = (stored && stored.state && stored.state.theme) || theme;
  } catch (e) {
    // No storage, or nothing readable in it: the system's theme it is.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.querySelector('meta[name=theme-color]').content = dark ? '#12100e' : '#fbfaf7';
})();
