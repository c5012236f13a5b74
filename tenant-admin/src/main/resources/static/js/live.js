// The numbers of a page follow the ledger. Each carries its level's version: what is older is ignored,
// so it does not matter in which order a reading of the page and a live frame arrive.
// The stream itself, with its positions and pauses, is in live-stream.js.
(() => {
  const status = document.querySelector('[data-live-source], [data-live-topics]');
  if (!status) return;
  const MARKED_MS = 6_000;
  const MARKED_MAX = 10;
  const HIDDEN_MAX_MS = 60_000;
  const tape = document.querySelector('[data-live-tape]');

  const beside = document.querySelector('[data-live] ~ [data-since]');
  const say = (state, since) => {
    status.hidden = false;
    status.dataset.state = state;
    if (status.textContent !== status.dataset[state]) status.textContent = status.dataset[state];
    if (beside) {
      beside.hidden = state !== 'stale' || !since;
      if (!beside.hidden) {
        beside.textContent = beside.dataset.since.replace('{0}',
          new Date(since).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }));
      }
    }
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

  const find = (change) => document.querySelectorAll(
    `[data-test="on-hand"][data-sku="${CSS.escape(change.sku)}"][data-location="${CSS.escape(change.location)}"]`);
  const isNewer = (change, number) => Number(change.version) > Number(number.dataset.version);

  // Beside the number on hand a row may show other accounts of the same level.
  const ACCOUNTS = ['available', 'committed', 'unavailable'];
  const accountOf = (number, account) => number.closest('tr')?.querySelector(`[data-account="${account}"]`);
  // On hand is available, committed and unavailable; a frame leaves the last one to be told from the others.
  const rest = (change) => millionths(change.onHand) - millionths(change.available) - millionths(change.committed);
  const accountIn = (change, account) => (account !== 'unavailable' ? change[account] && millionths(change[account])
    : change.available && change.committed ? rest(change) : undefined);
  const showBeside = (number, change) => {
    for (const account of ACCOUNTS) {
      const cell = accountOf(number, account);
      if (cell && change.shown?.[account]) cell.replaceWith(change.shown[account].cloneNode(true));
      else if (cell && accountIn(change, account) !== undefined) show(cell, accountIn(change, account));
    }
  };

  const applyTo = (number, change, marked, counts) => {
    const by = millionths(change.onHand) - count(number);
    number.dataset.version = change.version;
    showBeside(number, change);
    if (by === 0n) return;
    show(number, millionths(change.onHand));
    const total = counts && totalOf(change.sku);
    if (total) show(total, count(total) + by);
    if (marked) mark(number, by);
    if (marked && tape && number.dataset.item) tape.textContent = `${number.dataset.place}: ${figure(by, '+')} ${number.dataset.item}`;
  };
  const apply = (changes, marked) => {
    for (const change of changes) {
      [...find(change)].filter((number) => isNewer(change, number))
        .forEach((number, place) => applyTo(number, change, marked, place === 0));
    }
  };

  // What stands on the page may have come by more than one address: the first, and those that were added to it.
  let addresses = [location.href];
  const reread = async (address) => {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };
  // A page with data-follow is shown anew: when a number on it changed, or ("all") whenever anything did.
  const follows = () => document.querySelector('main[data-follow]');
  const followsAll = () => document.querySelector('main[data-follow="all"]');
  const numbers = (page) => [...page.querySelectorAll('[data-test="on-hand"]')];
  const isUsed = (main) => main.querySelector('form:focus-within, [popover]:popover-open, input:checked:not([checked]), main details[open]');
  const refresh = async () => {
    const main = document.querySelector('main');
    if (isUsed(main)) return; // nobody's typing is taken away
    const before = new Map(numbers(main).map((n) => [`${n.dataset.sku} ${n.dataset.location}`, count(n)]));
    const address = location.href;
    const fresh = (await reread(address)).querySelector('main');
    if (!fresh || isUsed(main) || location.href !== address) return;
    if (window.htmx) await window.htmx.swap({ text: fresh.innerHTML, target: main, sourceElement: main, swap: 'innerMorph' });
    else main.replaceChildren(...fresh.childNodes);
    for (const number of numbers(main)) {
      delete number.dataset.count;
      const by = count(number) - (before.get(`${number.dataset.sku} ${number.dataset.location}`) ?? count(number));
      if (by !== 0n) mark(number, by);
    }
  };
  // A total counts places that have no number on the page, too: what these come to is read with it.
  const sums = (found) => {
    const levels = new Map(found.map((n) => [`${n.dataset.sku} ${n.dataset.location}`, n]));
    const bySku = new Map();
    for (const n of levels.values()) bySku.set(n.dataset.sku, (bySku.get(n.dataset.sku) ?? 0n) + count(n));
    return bySku;
  };
  const totals = (page) => [...page.querySelectorAll('[data-total]')];
  const totalOf = (sku) => document.querySelector(`[data-total="${CSS.escape(sku)}"]`);
  const showTotals = (pages) => {
    const read = sums(pages.flatMap(numbers));
    const shown = sums(numbers(document));
    for (const fresh of pages.flatMap(totals)) {
      const sku = fresh.dataset.total;
      const total = totalOf(sku);
      if (total) show(total, millionths(fresh.dataset.onHand) - (read.get(sku) ?? 0n) + (shown.get(sku) ?? 0n));
    }
  };
  const hasOtherTotal = (page) => totals(page).some((fresh) => {
    const total = totalOf(fresh.dataset.total);
    return total && count(total) !== millionths(fresh.dataset.onHand);
  });
  const isElsewhere = (change) => totalOf(change.sku) && !find(change).length;

  // Reads the page again, once the stream stands: so nothing falls between page and stream.
  const catchUp = async () => {
    if (followsAll()) return refresh();
    const pages = await Promise.all(addresses.map(reread));
    const read = pages.flatMap(numbers).map((n) => ({
      sku: n.dataset.sku, location: n.dataset.location, onHand: n.dataset.onHand, version: n.dataset.version,
      shown: Object.fromEntries(ACCOUNTS.map((account) => [account, accountOf(n, account)])),
    }));
    const isBehind = read.some((change) => [...find(change)].some((number) => isNewer(change, number)));
    if (follows() && (isBehind || pages.some(hasOtherTotal))) return refresh();
    apply(read, true);
    showTotals(pages);
  };

  const FOLLOW_PAUSE_MS = 2_000;
  let later = 0;
  const readSoon = () => {
    later ||= setTimeout(() => {
      later = 0;
      if (!document.hidden) stream.readAgain();
    }, FOLLOW_PAUSE_MS);
  };

  const stream = window.onhandLiveStream({
    source: status.dataset.liveSource,
    // what the page names, and whatever else it shows
    topics: [...new Set([...(status.dataset.liveTopics ?? '').split(' ').filter(Boolean),
      ...[...document.querySelectorAll('[data-test="on-hand"][data-location]')].map((n) => `stock:${n.dataset.location}`)])],
    say,
    catchUp,
    levels: (levels) => {
      if (followsAll() || levels.some(isElsewhere)) readSoon();
      if (followsAll()) return;
      if (!follows()) apply(levels, levels.length <= MARKED_MAX);
      else if (levels.some((l) => [...find(l)].some((number) => isNewer(l, number)))) stream.readAgain();
    },
  });

  // What no topic tells of, such as new exceptions, is looked for now and then.
  const seconds = Number(document.querySelector('main').dataset.followSeconds);
  if (seconds) setInterval(() => { if (!document.hidden) readSoon(); }, seconds * 1_000);

  // Parts of the page that were loaded anew may be older than the last frame.
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    if (ctx.sourceElement?.matches?.('main')) return;
    if (ctx.sourceElement?.matches?.('[rel="next"]')) addresses.push(ctx.request.action);
    else addresses = [location.href];
    stream.readAgain();
  });

  let hiddenAt = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > HIDDEN_MAX_MS) stream.readAgain();
  });
})();
