// Small manners of signed-in pages. All of them work without it.
(() => {
  // An answer that is no part of this page, such as the sign-in or a page of trouble, is shown as a whole.
  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail;
    if (!ctx.response.raw.redirected && ctx.response.status < 400) return;
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
})();
