// Looks at the demo's pages with a real browser. Each check prints one line; the exit code says whether all held.
//   node pages.mjs <address of the program> <key that may send events> <folder for screenshots> <browser>
import { join } from 'node:path';
import { check, end, must, nothingForAxe, pictures, program } from './checks.mjs';

const [base, key] = process.argv.slice(2);
const SKU = 'TEA-EARL-100';
const PATIENCE_MS = 15_000;
const WHY = `/demo/stock/${SKU}/LONDON`;

async function open(options) {
  const context = await program.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (line) => { if (line.type() === 'error') page.complaints.push(line.text()); });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) page.complaints.push(`asked ${request.url()}`);
  });
  return { context, page };
}

async function opened(name, options, work) {
  const { context, page } = await open(options);
  await check(name, async () => {
    await work(page);
    if (page.complaints.length) throw new Error(page.complaints.join('; '));
  });
  await context.close();
}

async function sell(quantity) {
  const answer = await fetch(`${base}/api/v1/source-events`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ connection: 'demo-generic-leaf', events: [{
      externalId: `browser-${Date.now()}-${Math.random()}`, type: 'sale', location: 'LONDON',
      occurredAt: new Date().toISOString(), lines: [{ sku: SKU, quantity: String(quantity) }] }] }),
  });
  const body = await answer.json();
  must(body.results?.[0]?.outcome === 'applied', `the sale was not applied: ${JSON.stringify(body)}`);
}

const number = (page) => page.locator(`[data-test="on-hand"][data-sku="${SKU}"][data-location="LONDON"]`);
const status = (page) => page.locator('[data-test="live-status"]');
const value = (text) => Number(text.trim().replace('−', '-').replaceAll(',', ''));
const live = (page) => page.waitForFunction(() => document.querySelector('[data-test="live-status"]').textContent === 'Live', null, { timeout: 30_000 });

async function becomes(page, locator, wanted, ms) {
  const started = Date.now();
  while (Date.now() - started < ms) {
    if (value(await locator.textContent()) === wanted) return Date.now() - started;
    await page.waitForTimeout(20);
  }
  throw new Error(`shows ${await locator.textContent()} and not ${wanted} after ${ms} ms`);
}

await opened('a sale sent to the API changes the cell, without a reload', {}, async (page) => {
  await page.goto(`${base}/demo?q=earl`);
  await live(page);
  await page.evaluate(() => { window.samePage = true; });
  const total = page.locator(`[data-total="${SKU}"]`);
  let difference = null;
  let took = 0;
  // a frame that many items share marks none of them; the next sale is then alone
  for (let tries = 0; tries < 3 && difference === null; tries++) {
    const before = value(await number(page).textContent());
    const all = value(await total.textContent());
    await sell(2);
    took = await becomes(page, number(page), before - 2, PATIENCE_MS);
    difference = await number(page).getAttribute('data-delta');
    must(value(await total.textContent()) === all - 2, 'the total did not follow');
  }
  must(difference === '−2', `the difference is shown as ${difference}`);
  must(await page.evaluate(() => window.samePage), 'the page was loaded again');
  console.log(`  on screen ${took} ms after the answer`);
  await page.screenshot({ path: join(pictures, 'demo-changed.png') });
});

await opened('an open explanation follows, too', {}, async (page) => {
  await page.goto(base + WHY);
  await live(page);
  const before = value(await number(page).textContent());
  await sell(1);
  await becomes(page, number(page), before - 1, PATIENCE_MS);
  must((await page.locator('[data-test="movement"]').first().textContent()).includes('Sale of 1'), 'the sale is not the first stop');
  must((await page.locator('[data-test="proof"]').textContent()).includes('equal'), 'the proof is not equal');
  must(await page.locator('[data-test="proof"] svg').count() === 1, 'the proof has two signs');
});

await opened('without a stream the page says so, and recovers', {}, async (page) => {
  await page.route('**/demo/live', (route) => route.abort());
  await page.goto(`${base}/demo`);
  await page.waitForFunction(() => document.querySelector('[data-test="live-status"]').textContent === 'Reconnecting');
  await page.unroute('**/demo/live');
  await live(page);
  page.complaints.length = 0; // the browser tells of the stream that we broke
});

await opened('an older frame is ignored', {}, async (page) => {
  await page.route('**/demo/live', (route) => route.fulfill({ contentType: 'text/event-stream',
    body: `data: {"topic":"stock:LONDON","epoch":"e","seq":0,"subscribed":true}\n\ndata: {"topic":"stock:LONDON","epoch":"e","seq":1,"levels":[{"sku":"${SKU}","onHand":"999","available":"999","committed":"0","version":1}]}\n\n` }));
  const told = page.waitForResponse('**/demo/live');
  await page.goto(`${base}/demo?q=${SKU}`);
  await told;
  await page.waitForTimeout(300);
  must(value(await number(page).textContent()) !== 999, 'an older frame was shown');
  page.complaints.length = 0;
});

await opened('a total follows a place that has no column', {}, async (page) => {
  const elsewhere = { topic: 'stock:ELSEWHERE', epoch: 'e' };
  await page.route('**/demo/live', (route) => route.fulfill({ contentType: 'text/event-stream',
    body: [{ ...elsewhere, seq: 0, subscribed: true },
      { ...elsewhere, seq: 1, levels: [{ sku: SKU, onHand: '7', available: '7', committed: '0', version: 1 }] }]
      .map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('') }));
  await page.goto(`${base}/demo?q=${SKU}`);
  const total = page.locator(`[data-total="${SKU}"]`);
  const before = value(await total.getAttribute('data-on-hand'));
  // what the page says from now on: as much more as moved elsewhere
  await page.route(`**/demo?q=${SKU}`, async (route) => {
    const answer = await route.fetch();
    const told = new RegExp(`(data-total="${SKU}" data-on-hand=")(-?[0-9]+)`);
    const body = (await answer.text()).replace(told, (_, start, units) => start + (Number(units) + 7));
    await route.fulfill({ response: answer, body });
  });
  await becomes(page, total, before + 7, PATIENCE_MS);
  page.complaints.length = 0; // the browser tells of the stream that ends
});

await opened('a signed-in page follows by its cookie, and its other accounts with it', {}, async (page) => {
  await page.goto(`${base}/sign-in`);
  await page.locator('input[name="email"]').fill('owner@leaf.demo');
  await page.locator('input[name="password"]').fill('onhand-demo');
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL('**/app');
  await page.goto(`${base}/app/stock?location=LONDON&q=${SKU}`);
  await live(page);
  await page.evaluate(() => { window.samePage = true; });
  const before = value(await number(page).textContent());
  const available = page.locator('tr', { has: number(page) }).locator('[data-account="available"]');
  const free = value(await available.textContent());
  await sell(3);
  await becomes(page, number(page), before - 3, PATIENCE_MS);
  must(value(await available.textContent()) === free - 3, 'available did not follow');
  await page.context().setOffline(true);
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await sell(1);
  await page.context().setOffline(false);
  await becomes(page, number(page), before - 4, 20_000);
  must(await page.evaluate(() => window.samePage), 'the page was loaded again');
  page.complaints.length = 0; // the browser tells of the network that we took away
});

await opened('without JavaScript: table, search, explanation', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${base}/demo`);
  must(await page.locator('tbody tr').count() === 50, 'a page is not 50 rows');
  must(await page.locator('.empty').count() === 0, 'a full table says that it is empty');
  await page.locator('a[rel="next"]').click();
  must(await page.locator('tbody tr').count() > 0, 'there is no next page');
  await page.locator('input[name="q"]').fill('earl grey 100');
  await page.locator('input[name="q"]').press('Enter');
  const shown = await number(page).textContent();
  await number(page).click();
  must(page.url() === base + WHY, `the number leads to ${page.url()}`);
  must((await page.getByRole('heading', { level: 1 }).textContent()).trim().startsWith(shown.trim()), 'the explanation is of another number');
  // a late sale and its correction are one stop with two numbers; what came again is a stop with none
  const numbers = (await page.locator('[data-test="movement"] .seq').allTextContents())
    .flatMap((text) => text.match(/\d+/g) ?? []);
  must(numbers.length === 50 && new Set(numbers).size === 50, `there are not 50 movements but ${numbers.join(' ')}`);
  await page.goto(`${base}/demo?q=oolongg`);
  must((await page.locator('.empty').textContent()).includes('oolongg'), 'no match is not said');
});

for (const [name, path] of [['demo', '/demo'], ['explanation', WHY]]) {
  for (const theme of ['light', 'dark']) {
    for (const width of [390, 1280]) {
      await opened(`${name}, ${theme}, ${width} px: nothing for axe, nothing sticks out`,
        { colorScheme: theme, viewport: { width, height: width < 500 ? 844 : 800 } }, async (page) => {
          await page.goto(base + path);
          await live(page);
          must(!(await page.content()).includes('??'), 'a text is missing');
          await page.waitForTimeout(400);
          await page.screenshot({ path: join(pictures, `${name}-${theme}-${width}.png`) });
          must(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth
            && document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth + 1), 'something sticks out');
          must(page.complaints.length === 0, page.complaints.join('; '));
          await nothingForAxe(page);
          page.complaints.length = 0; // axe tries inline styles, which the page's policy refuses
        });
    }
  }
}

await opened('the toggle turns light into dark, also on the next page', { colorScheme: 'light' }, async (page) => {
  await page.goto(`${base}/demo`);
  await page.locator('[data-theme-toggle]').click();
  await page.goto(base + WHY);
  must(await page.evaluate(() => document.documentElement.dataset.theme) === 'dark', 'it is light again');
});

await end();
