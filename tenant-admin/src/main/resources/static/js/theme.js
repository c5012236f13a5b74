// Light, dark, or what the system says. Runs before the first paint, so that the page does not flash.
(() => {
  const root = document.documentElement;
  const stored = localStorage.getItem('onhand-theme');
  if (stored) root.dataset.theme = stored;

  document.addEventListener('DOMContentLoaded', () => {
    for (const toggle of document.querySelectorAll('[data-theme-toggle]')) {
      toggle.hidden = false;
      toggle.addEventListener('click', () => {
        const dark = root.dataset.theme
          ? root.dataset.theme === 'dark'
          : matchMedia('(prefers-color-scheme: dark)').matches;
        root.dataset.theme = dark ? 'light' : 'dark';
        localStorage.setItem('onhand-theme', root.dataset.theme);
      });
    }
  });
})();
