// Sells at the demo's till with a real browser. Each check prints one line; the exit code says whether all held.
//   node till.mjs <address of the program> <folder for screenshots> <browser>
import { join } from 'node:path';
import { check, end, must, nothingForAxe, nothingIsTooWide, pictures, program } from './checks.mjs';

const [base] = process.argv.slice(2);
const SKU = 'TEA-EARL-100';
const PATIENCE_MS = 15_000;

async function opened(name, options, work) {
  const context = await program.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (line) => { if (line.type() === 'error') page.complaints.push(line.text()); });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) page.complaints.push(`asked ${request.url()}`);
  });
  await check(name, async () => {
    await work(page);
    must(page.complaints.length === 0, page.complaints.join('; '));
  });
  await context.close();
}

const test = (page, name) => page.locator(`[data-test="${name}"]`);
const key = (page, sku = SKU) => page.locator(`[data-key="${sku}"]`);
const number = (page, sku = SKU) => page.locator(`[data-test="mirror"] [data-test="on-hand"][data-sku="${sku}"]`);
const value = async (locator) => Number((await locator.textContent()).trim().replace('−', '-').replaceAll(',', ''));
const live = (page) => page.waitForFunction(() => document.querySelector('[data-test="live-status"]').textContent === 'Live', null, { timeout: 30_000 });

async function becomes(page, locator, wanted, ms = PATIENCE_MS) {
  const started = Date.now();
  while (Date.now() - started < ms) {
    if (await value(locator) === wanted) return;
    await page.waitForTimeout(30);
  }
  throw new Error(`shows ${await locator.textContent()} and not ${wanted} after ${ms} ms`);
}

async function find(page, text) {
  await page.locator('#find').fill(text);
  await key(page).waitFor();
  await page.waitForFunction((wanted) => new URL(location.href).searchParams.get('q') === wanted, text);
}

async function told(page, part) {
  await page.waitForFunction((wanted) => document.querySelector('[data-test="told"]').textContent.includes(wanted), part);
}

await opened('a sale changes the number, without a reload, and three messages count once', {}, async (page) => {
  await page.goto(`${base}/demo/till`);
  await live(page);
  await page.evaluate(() => { window.samePage = true; });
  await find(page, 'earl grey');
  await key(page).click();
  await number(page).waitFor();
  await key(page).click();
  await page.waitForFunction(() => document.querySelector('[data-test="ticket-line"] b').textContent === '2');
  const before = await value(number(page));
  await page.getByLabel('Send 3 times').check();
  await test(page, 'pay').click();
  await told(page, 'Sold');
  await becomes(page, number(page), before - 2);
  must(await page.evaluate(() => window.samePage), 'the page was loaded again');
  await page.screenshot({ path: join(pictures, 'till-sold.png') });
  await page.waitForTimeout(1_500); // the other two messages come meanwhile
  must(await value(number(page)) === before - 2, 'more than the sale was taken off');
  await test(page, 'back').first().click();
  await told(page, 'Taken back');
  await becomes(page, number(page), before);
});

await opened('without network sales wait, and come with their time when it is back', {}, async (page) => {
  await page.goto(`${base}/demo/till?q=earl+grey`);
  await live(page);
  await key(page).click();
  await number(page).waitFor();
  const before = await value(number(page));
  await test(page, 'network').click();
  await told(page, 'no network');
  await test(page, 'pay').click();
  await told(page, 'waits');
  must((await test(page, 'waiting').textContent()).includes('1 deed'), await test(page, 'waiting').textContent());
  await page.waitForTimeout(500);
  must(await value(number(page)) === before, 'the number changed although nobody told of the sale');
  await page.screenshot({ path: join(pictures, 'till-no-network.png') });
  await test(page, 'network').click();
  await told(page, 'network is back');
  await becomes(page, number(page), before - 1);
  await test(page, 'why').first().click();
  await page.waitForURL(`${base}/demo/stock/${SKU}/LONDON`);
  must((await page.locator('[data-test="movement"]').first().textContent()).includes('Sale of 1'), 'the sale is not the first stop');
});

await opened('a recount at the till is what is there', {}, async (page) => {
  await page.goto(`${base}/demo/till?q=earl+grey&basket=1:${SKU}`);
  await live(page);
  const wanted = await value(number(page)) + 5;
  await page.getByLabel('How many there are').fill(String(wanted));
  await test(page, 'count').click();
  await told(page, 'Counted');
  await becomes(page, number(page), wanted);
  await page.getByLabel('Send 3 times').check();
  await page.getByLabel('How many there are').fill(String(wanted + 1));
  await page.getByLabel('How many there are').press('Enter');
  await becomes(page, number(page), wanted + 1);
  must(await page.getByLabel('Send 3 times').isChecked(), 'counting switched something off');
  must(await page.locator('[data-test="ticket-line"]').count() === 1, 'counting emptied the basket');
});

await opened('without JavaScript it sells, too', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${base}/demo/till`);
  await page.locator('#find').fill('earl grey');
  await page.locator('#find').press('Enter');
  await key(page).click();
  const before = await value(number(page));
  await page.getByLabel('Send 3 times').check();
  await test(page, 'pay').click();
  must((await test(page, 'told').textContent()).includes('Sold'), 'it is not said to be sold');
  const started = Date.now();
  while (await value(number(page)) !== before - 1 && Date.now() - started < PATIENCE_MS) {
    await page.waitForTimeout(200);
    await page.reload();
  }
  must(await value(number(page)) === before - 1, 'the number did not change');
  await page.getByLabel('How many there are').fill('7');
  await page.getByLabel('How many there are').press('Enter');
  must((await test(page, 'told').textContent()).includes('Counted'), 'Enter did not count');
});

await opened('a form of a foreign page presses no key', {}, async (page) => {
  const answer = await page.request.post(`${base}/demo/till/pay`, { form: { basket: `1:${SKU}` }, headers: { 'Sec-Fetch-Site': 'cross-site' } });
  must(answer.status() === 403, `answered ${answer.status()}`);
});

for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    await opened(`till, ${theme}, ${width} px: nothing for axe, nothing sticks out`,
      { colorScheme: theme, viewport: { width, height: width < 500 ? 844 : 800 } }, async (page) => {
        await page.goto(`${base}/demo/till?basket=2:${SKU}&basket=1:TEA-SENC-100`);
        await live(page);
        must(!(await page.content()).includes('??'), 'a text is missing');
        await page.screenshot({ path: join(pictures, `till-${theme}-${width}.png`) });
        await page.locator('.mirror').last().scrollIntoViewIfNeeded();
        await page.locator('.till-switch').last().scrollIntoViewIfNeeded();
        await page.screenshot({ path: join(pictures, `till-end-${theme}-${width}.png`) });
        await nothingIsTooWide(page);
        must(page.complaints.length === 0, page.complaints.join('; '));
        await nothingForAxe(page);
        page.complaints.length = 0; // axe tries inline styles, which the page's policy refuses
      });
  }
}

await end();
