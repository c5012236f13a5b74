// Small manners of pages. All of them work without it.
(() => {
  // An answer that is no part of this page, such as the sign-in or a page of trouble, is shown as a whole.
  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail;
    const comesBack = ctx.sourceElement?.matches?.('[data-comes-back]'); // a form whose answer leads to its own page
    if ((!ctx.response.raw.redirected || comesBack) && ctx.response.status < 400) return;
    event.preventDefault();
    if (ctx.request.method === 'GET') location.assign(ctx.request.action);
    else location.reload();
  });

  // The shop's clock goes on.
  const clock = document.querySelector('[data-clock]');
  if (clock) {
    const offset = Number(clock.dataset.offset); // demo clocks are ahead
    const zone = clock.closest('[data-zone]').dataset.zone;
    const show = () => {
      const now = new Date(Date.now() + offset);
      clock.textContent = now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
    };
    setInterval(show, 10_000);
  }

  // Keys, one at a time. They rest while somebody types, in dialogs, during the burst of a scanner, and when switched off.
  const PLACES = !document.querySelector('nav.nav') ? {} : { h: '/app', s: '/app/stock', x: '/app/exceptions', c: '/app/catalog', d: '/app/deliveries' };
  const OFF = 'onhand-keys-off';
  const BURST_MS = 35;
  const toggle = document.querySelector('[data-keys-toggle]');
  if (toggle) {
    toggle.closest('label').hidden = false;
    toggle.checked = !localStorage.getItem(OFF);
    toggle.addEventListener('change', () => (toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')));
  }
  const rows = () => [...document.querySelectorAll('#rows a.name, #rows h3 a')];
  const step = (by) => {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  let before = '';
  let last = 0;
  document.addEventListener('keydown', (event) => {
    const burst = event.timeStamp - last < BURST_MS;
    last = event.timeStamp;
    const typed = event.target.closest('input, select, textarea, [contenteditable], dialog, [popover]');
    if (burst || typed || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
    const led = before;
    before = event.key;
    if (led === 'g' && PLACES[event.key]) location.assign(PLACES[event.key]);
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '?') document.getElementById('help')?.showPopover();
    else if (event.key === '/') {
      const field = document.querySelector('main form.filters input[type="search"]') ?? document.querySelector('.find-form input');
      if (field?.checkVisibility()) {
        event.preventDefault();
        field.focus();
      }
    }
  });
})();
