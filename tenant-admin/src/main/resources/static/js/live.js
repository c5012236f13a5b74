// The numbers of a page follow the ledger. Each carries its level's version: what is older is ignored,
// so it does not matter in which order a reading of the page and a live frame arrive.
(() => {
  const status = document.querySelector('[data-live-source]');
  if (!status) return;
  const STALE_AFTER_MS = 25_000; // the server says something every 10 s
  const MARKED_MS = 6_000;
  const MARKED_MAX = 10;
  const tape = document.querySelector('[data-live-tape]');
  let heard = Date.now();

  const say = (state) => {
    status.hidden = false;
    status.dataset.state = state;
    if (status.textContent !== status.dataset[state]) status.textContent = status.dataset[state];
    document.querySelector('main').classList.toggle('stale', state === 'stale');
  };

  // Quantities are exact decimals with up to six places: counted in millionths, never as floating point.
  const millionths = (text) => {
    const [, minus, units, places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    return BigInt(minus + units + places.padEnd(6, '0'));
  };
  const figure = (count, plus = '') => {
    const size = count < 0n ? -count : count;
    const places = String(size % 1_000_000n).padStart(6, '0').replace(/0+$/, '');
    return (count < 0n ? '−' : count > 0n ? plus : '')
      + (size / 1_000_000n).toLocaleString('en-GB') + (places && `.${places}`);
  };

  const show = (number, count) => {
    const before = number.textContent.trim();
    number.textContent = figure(count);
    number.dataset.count = count;
    number.classList.toggle('neg', count < 0n);
    number.classList.toggle('zero', count === 0n);
    const label = number.getAttribute('aria-label');
    if (label?.startsWith(before)) number.setAttribute('aria-label', number.textContent + label.slice(before.length));
  };
  const count = (number) => BigInt(number.dataset.count ?? millionths(number.dataset.onHand));

  const mark = (number, by) => {
    const cell = number.closest('td') ?? number;
    const sum = by + BigInt(cell.dataset.marked ?? 0);
    clearTimeout(Number(cell.dataset.timer));
    cell.dataset.marked = sum;
    number.dataset.delta = figure(sum, '+');
    cell.classList.remove('is-live');
    void cell.offsetWidth; // starts the fading anew
    cell.classList.add('is-live');
    cell.dataset.timer = setTimeout(() => {
      delete number.dataset.delta;
      delete cell.dataset.marked;
      cell.classList.remove('is-live');
    }, MARKED_MS);
  };

  const find = (change) => document.querySelector(
    `[data-test="on-hand"][data-sku="${CSS.escape(change.sku)}"][data-location="${CSS.escape(change.location)}"]`);

  const apply = (changes, marked) => {
    let newer = 0;
    for (const change of changes) {
      const number = find(change);
      if (!number || Number(change.version) <= Number(number.dataset.version)) continue;
      const by = millionths(change.onHand) - count(number);
      number.dataset.version = change.version;
      newer++;
      if (by === 0n) continue;
      show(number, millionths(change.onHand));
      const total = document.querySelector(`[data-total="${CSS.escape(change.sku)}"]`);
      if (total) show(total, count(total) + by);
      if (marked) mark(number, by);
      if (marked && tape && number.dataset.item) tape.textContent = `${number.dataset.place}: ${figure(by, '+')} ${number.dataset.item}`;
    }
    return newer;
  };

  // Reads the page again: once after each connecting, so that nothing falls between page and stream.
  const reread = async () => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };
  const catchUp = async () => {
    const read = [...(await reread()).querySelectorAll('[data-test="on-hand"]')];
    apply(read.map((n) => ({ sku: n.dataset.sku, location: n.dataset.location, onHand: n.dataset.onHand, version: n.dataset.version })), true);
  };
  const refresh = async () => {
    const fresh = (await reread()).querySelector('main');
    document.querySelector('main').replaceChildren(...fresh.childNodes);
  };

  const connect = () => {
    const stream = new EventSource(status.dataset.liveSource);
    const alive = () => { heard = Date.now(); say('live'); };
    stream.addEventListener('open', () => { heard = Date.now(); });
    stream.addEventListener('hello', () => catchUp().then(alive, () => say('reconnecting')));
    stream.addEventListener('ping', alive);
    stream.addEventListener('levels', (event) => {
      const { levels } = JSON.parse(event.data);
      const follows = document.querySelector('main[data-follow]');
      if (follows ? levels.some((l) => Number(l.version) > Number(find(l)?.dataset.version ?? Infinity)) : false) refresh();
      else apply(levels, levels.length <= MARKED_MAX);
      alive();
    });
    stream.addEventListener('error', () => {
      if (status.dataset.state !== 'stale') say('reconnecting');
      if (stream.readyState === EventSource.CLOSED) setTimeout(connect, 2_000 + Math.random() * 3_000);
    });
  };

  setInterval(() => { if (Date.now() - heard > STALE_AFTER_MS) say('stale'); }, 1_000);
  say('reconnecting');
  connect();
})();
