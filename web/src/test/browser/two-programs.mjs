// Two browsers on two programs that share a database. Each check prints one line; the exit code says whether all held.
//   node two-programs.mjs <one program> <the other> <email> <password> <API key> <key of a hook> <its secret, base64> <folder for screenshots> <browser>
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { check, end, must, nothingForAxe, nothingIsTooWide, pictures, program } from './checks.mjs';

const [one, other, email, password, apiKey, hook, secret] = process.argv.slice(2);
const SKU = 'TEA-EARL-100';
const SHOPS = ['LONDON', 'PARIS', 'NEWYORK'];
const TOGETHER = 8;
const PATIENCE_MS = 15_000;

// The network between a browser and its program; what is cut stays cut until it is mended.
const lines = new Set();
let whole = true;
const network = createServer((line) => {
  if (!whole) return line.destroy();
  const behind = connect(Number(new URL(other).port), '127.0.0.1');
  for (const [from, to] of [[line, behind], [behind, line]]) {
    lines.add(from);
    from.on('error', () => to.destroy());
    from.on('close', () => { lines.delete(from); to.destroy(); });
    from.pipe(to);
  }
});
await new Promise((done) => network.listen(0, '127.0.0.1', done));
const cut = () => { whole = false; lines.forEach((line) => line.destroy()); };
const mend = () => { whole = true; };

async function send(events) {
  const body = JSON.stringify({ events });
  const id = `msg-${randomUUID()}`;
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${time}.${body}`).digest('base64');
  const answer = await fetch(`${one}/hooks/${hook}`, { method: 'POST', body,
    headers: { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` } });
  must(answer.status === 200, `the hook answered ${answer.status}`);
}

const event = (type, quantity, sku = SKU) => send([{ externalId: randomUUID(), type, location: 'LONDON',
  occurredAt: new Date().toISOString(), lines: [{ sku, quantity: String(quantity) }] }]);
const value = (text) => Number(text.trim().replace('−', '-').replaceAll(',', ''));
const number = (page) => page.locator(`[data-test="on-hand"][data-sku="${SKU}"][data-location="LONDON"]`);
const stands = (page, word, ms) => page.waitForFunction(
  (wanted) => document.querySelector('[data-test="live-status"]').textContent === wanted, word, { timeout: ms });

async function becomes(page, wanted, ms) {
  const started = Date.now();
  while (Date.now() - started < ms) {
    if (value(await number(page).textContent()) === wanted) return Date.now() - started;
    await page.waitForTimeout(20);
  }
  throw new Error(`shows ${await number(page).textContent()} and not ${wanted} after ${ms} ms`);
}

async function open(base, path) {
  const context = await program.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${base}/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL(`${base}${path}`);
  await stands(page, 'Live', 20_000);
  await page.evaluate(() => { window.samePage = true; });
  return page;
}

const same = async (...pages) => {
  for (const page of pages) must(await page.evaluate(() => window.samePage), 'a page was loaded again');
};

await event('count', 100);
const here = await open(one, '/app/stock?location=LONDON');
const there = await open(`http://127.0.0.1:${network.address().port}`, '/app/stock?location=LONDON');
let onHand = 100;

await check('a sale through the hook of one program changes the open pages of both', async () => {
  await Promise.all([becomes(here, onHand, 10_000), becomes(there, onHand, 10_000)]);
  await event('sale', 2);
  onHand -= 2;
  const took = await Promise.all([becomes(here, onHand, PATIENCE_MS), becomes(there, onHand, PATIENCE_MS)]);
  console.log(`  on the program that took it after ${took[0]} ms, on the other after ${took[1]} ms`);
  await same(here, there);
});

await check('a page that is cut off says Reconnecting, then Stale since when', async () => {
  cut();
  await there.context().setOffline(true);
  await stands(there, 'Reconnecting', PATIENCE_MS);
  must(await there.locator('[data-test="live-since"]').isHidden(), 'says since when while it is only reconnecting');
  await event('sale', 5);
  onHand -= 5;
  await becomes(here, onHand, PATIENCE_MS);
  await stands(there, 'Stale', 25_000);
  must(/\d\d:\d\d/.test(await there.locator('[data-test="live-since"]').textContent()), 'does not say since when');
  must(value(await number(there).textContent()) === onHand + 5, 'shows a number that it cannot have heard of');
  must(await here.locator('[data-test="live-status"]').textContent() === 'Live', 'the other page does not say Live');
  await there.screenshot({ path: join(pictures, 'two-programs-stale.png') });
});

await check('when the network is back it says Live, and its numbers are right', async () => {
  await event('sale', 1);
  onHand -= 1;
  mend();
  await there.context().setOffline(false);
  await stands(there, 'Live', 40_000);
  await becomes(there, onHand, PATIENCE_MS);
  must(await there.locator('[data-test="live-since"]').isHidden(), 'still says since when');
  await event('sale', 3);
  onHand -= 3;
  await Promise.all([becomes(here, onHand, PATIENCE_MS), becomes(there, onHand, PATIENCE_MS)]);
  await same(here, there);
});

await check('a message with an unknown name is kept, settled on the page, and named by the number that it moved', async () => {
  const unknown = `TILL-${Date.now()}`;
  await event('sale', 4, unknown);
  const page = await open(one, '/app/exceptions');
  await page.locator(`[data-subject$="/${unknown}"] h3 a`).waitFor({ timeout: 10_000 });
  await page.click(`[data-subject$="/${unknown}"] h3 a`);
  await page.fill('#pick', 'earl');
  await page.click(`.picklist a:has-text("${SKU}")`);
  await page.locator('[data-test="change"]').first().waitFor();
  await page.click('.settle-foot button.primary');
  await page.waitForURL(/settled=1/);
  onHand -= 4;
  await Promise.all([becomes(here, onHand, PATIENCE_MS), becomes(there, onHand, PATIENCE_MS)]);
  await same(here, there);
  await page.goto(`${one}/app/stock/${SKU}/LONDON`);
  const stop = page.locator('[data-test="movement"]').first();
  must((await stop.textContent()).includes('Sale of 4'), 'the sale is not the first stop');
  await stop.locator('[data-test="raw-message"]').click();
  await page.waitForURL(/\/app\/deliveries\//);
  must((await page.locator('pre.raw').textContent()).includes(unknown), 'the message that moved the number is not shown');
  await page.screenshot({ path: join(pictures, 'two-programs-message.png') });
  await nothingForAxe(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await nothingIsTooWide(page);
  await page.screenshot({ path: join(pictures, 'two-programs-message-390.png') });
  await page.context().close();
});

// Five real trading days; see online-retail/README.md for what an invoice becomes.
function invoices() {
  const text = readFileSync('../resources/online-retail/2010-12.csv', 'utf8');
  const found = new Map();
  for (const row of text.trim().split('\n').slice(1)) {
    const fields = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1]);
    const [invoice, sku, , quantity, at] = fields;
    if (!found.has(invoice)) found.set(invoice, []);
    found.get(invoice).push({ sku, quantity: Number(quantity), at });
  }
  return [...found].map(([invoice, rows]) => {
    const back = invoice.startsWith('C');
    return { externalId: invoice, type: back ? 'return' : 'sale', location: SHOPS[Number(invoice.replace('C', '')) % SHOPS.length],
      occurredAt: rows[0].at, lines: rows.map((row) => ({ sku: row.sku, quantity: String(back ? -row.quantity : row.quantity) })) };
  });
}

async function stock(skus) {
  for (let from = 0; from < skus.length; from += 100) {
    const answer = await fetch(`${one}/api/v1/products`, { method: 'POST',
      headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({ name: 'Online Retail', variants: skus.slice(from, from + 100).map((sku) => ({ sku })) }) });
    must(answer.status === 201, `products: ${answer.status} ${await answer.text()}`);
  }
}

const shown = (page) => page.$$eval('[data-test="on-hand"][data-location="LONDON"]',
  (all) => all.map((one) => [one.dataset.sku, one.textContent]));

await check('an open page keeps up with five real trading days through the hook', async () => {
  const all = invoices();
  const wanted = new Map([[SKU, onHand]]);
  for (const invoice of all.filter((one) => one.location === 'LONDON')) {
    for (const line of invoice.lines) {
      wanted.set(line.sku, (wanted.get(line.sku) ?? 0) + (invoice.type === 'sale' ? -1 : 1) * Number(line.quantity));
    }
  }
  await stock([...new Set(all.flatMap((one) => one.lines.map((line) => line.sku)))]);
  for (const page of [here, there]) {
    await page.goto(page.url());
    await stands(page, 'Live', 20_000);
    await page.evaluate(() => { window.samePage = true; });
  }
  const rows = (await shown(here)).length;
  must(rows >= 20, `only ${rows} rows`);
  const queue = [...all];
  const started = Date.now();
  await Promise.all(Array.from({ length: TOGETHER }, async () => {
    while (queue.length) await send([queue.shift()]);
  }));
  const sent = Date.now();
  const wrong = async (page) => (await shown(page)).filter(([sku, text]) => (value(text) || 0) !== (wanted.get(sku) ?? 0));
  let left = [];
  do {
    left = [...await wrong(here), ...await wrong(there)];
    if (left.length) await here.waitForTimeout(50);
  } while (left.length && Date.now() - sent < 30_000);
  must(left.length === 0, `wrong in the end: ${left.slice(0, 5).join('; ')}`);
  for (const page of [here, there]) must(await page.locator('[data-test="live-status"]').textContent() === 'Live', 'a page is not Live');
  await same(here, there);
  console.log(`  ${all.length} invoices kept within ${sent - started} ms; both pages right ${Date.now() - sent} ms after the last`);
  await there.screenshot({ path: join(pictures, 'two-programs-real.png') });
});

network.close();
await end();
