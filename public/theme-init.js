// Sets the chosen theme before the first paint, so that a dark room stays dark. The page takes over in
// src/app/follow-theme.ts; both use the same two colours.
(function () {
  var theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('rushes-prefs')).state.theme;
  } catch (e) {
    // No storage, or nothing readable in it: use the system's theme.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.querySelector('meta[name=theme-color]').content = dark ? '#12100e' : '#fbfaf7';
})();
