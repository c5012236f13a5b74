// Looks at the signed-in pages with a real browser. Each check prints one line; the exit code says whether all held.
//   node app.mjs <address of the program> <email> <password> <folder for screenshots> <browser>
import { join } from 'node:path';
import { check, end, must, nothingForAxe, nothingIsTooWide, pictures, program } from './checks.mjs';

const [base, email, password] = process.argv.slice(2);
const PAGES = { home: '', stock: '/stock', place: '/stock?location=LONDON', level: '/stock/TEA-EARL-100/LONDON',
  variant: '/variants/TEA-EARL-100', exceptions: '/exceptions', connections: '/connections', deliveries: '/deliveries',
  locations: '/locations', catalog: '/catalog', audit: '/audit', help: '/help/stock', none: '/stock?q=oolongg', trouble: '/nowhere' };
// Somebody's own tool asks to act for the person; nobody is where its answer leads.
const TOOL = new URLSearchParams({ response_type: 'code', client_id: 'onhand-cli', scope: 'openid api',
  redirect_uri: 'http://127.0.0.1:9/callback', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' });
const BESIDE = { tenants: '/tenants', consent: `/oauth2/authorize?${TOOL}` };
const KEY = 'oh_demo_leaf_owner';
const UNKNOWN = `SQ-${Date.now()}`;

async function look(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await nothingIsTooWide(page);
  await nothingForAxe(page);
}

async function signIn(page) {
  await page.goto(`${base}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.waitForURL(`${base}/app`);
}

async function tell(id, location, sku, quantity) {
  const answer = await fetch(`${base}/api/v1/source-events`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ connection: 'demo-generic-leaf', events: [{ externalId: `${id}-${Date.now()}`, type: 'sale', location,
      occurredAt: new Date().toISOString(), lines: [{ sku, quantity: String(quantity) }] }] }),
  });
  must(answer.status === 200, `the sale was answered ${answer.status}`);
}

// What somebody has to settle, for the pictures and the checks.
await tell('app-a', 'LONDON', UNKNOWN, 2);
await tell('app-b', 'PARIS', 'OLD-1', 1);
await tell('app-c', 'MILANO', 'TEA-EARL-100', 1);

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await program.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    const where = `${width} ${colorScheme}`;
    await check(`welcome, ${where}`, async () => {
      await page.goto(`${base}/`);
      await look(page, `welcome-${width}-${colorScheme}`);
    });
    await check(`sign in, ${where}`, async () => {
      await page.goto(`${base}/sign-in`);
      await look(page, `sign-in-${width}-${colorScheme}`);
      await signIn(page);
    });
    for (const [name, path] of Object.entries(PAGES)) {
      await check(`${name}, ${where}`, async () => {
        const answer = await page.goto(`${base}/app${path}`);
        must(answer.status() === (name === 'trouble' ? 404 : 200), `answered ${answer.status()}`);
        must(!(await page.content()).includes('??'), 'a text is missing');
        if (name === 'stock') await page.locator('[data-test="live-status"][data-state="live"]').waitFor({ timeout: 15_000 });
        await look(page, `${name}-${width}-${colorScheme}`);
      });
    }
    for (const [name, path] of Object.entries(BESIDE)) {
      await check(`${name}, ${where}`, async () => {
        const answer = await page.goto(`${base}${path}`);
        must(answer.status() === 200, `answered ${answer.status()}`);
        must(page.url().includes(name), `leads to ${page.url()}`);
        await look(page, `${name}-${width}-${colorScheme}`);
      });
    }
    await check(`settle panel, ${where}`, async () => {
      await page.goto(`${base}/app/exceptions`);
      await page.click(`[data-subject$="/${UNKNOWN}"] h3 a`);
      await page.fill('#pick', 'peach');
      await page.click('.picklist li:first-child a');
      await page.locator('[data-test="effect"] [data-test="change"]').waitFor();
      await look(page, `settle-${width}-${colorScheme}`);
    });
    await context.close();
  }
}

async function use(name, options, work) {
  const context = await program.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const refused = [];
  page.on('console', (line) => { if (/Content Security Policy/.test(line.text())) refused.push(line.text()); });
  await check(name, async () => {
    await signIn(page);
    await work(page);
    must(refused.length === 0, refused.join('; '));
  });
  await context.close();
}

const live = (page) => page.locator('[data-test="live-status"][data-state="live"]').waitFor();
const rows = (page) => page.locator('#rows tr').count();

await use('home follows by itself', {}, async (page) => {
  await live(page);
  const sold = page.locator('[data-test="sold-today"][data-location="NEWYORK"]');
  const before = Number(await sold.textContent());
  await tell('app-home', 'NEWYORK', 'TEA-EARL-100', 1);
  await page.waitForFunction(([was]) => Number(document.querySelector('[data-test="sold-today"][data-location="NEWYORK"]').textContent) > was, [before]);
});

await use('stock is searched as one types, and rows come below those that are there', {}, async (page) => {
  await page.goto(`${base}/app/stock`);
  await live(page);
  const first = await rows(page);
  await page.locator('a[rel="next"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((was) => document.querySelectorAll('#rows tr').length > was, first);
  must(await page.evaluate(() => document.activeElement.rel === 'next'), 'the focus is lost');
  const cell = page.locator('#rows tr').nth(first + 3).locator('[data-test="on-hand"][data-location="NEWYORK"]');
  const [sku, before] = [await cell.getAttribute('data-sku'), Number(await cell.textContent())];
  await tell('app-row', 'NEWYORK', sku, 1);
  await page.waitForFunction(([s, was]) => Number(document.querySelector(`[data-test="on-hand"][data-sku="${s}"][data-location="NEWYORK"]`).textContent) === was, [sku, before - 1]);
  await page.keyboard.press('/');
  must(await page.evaluate(() => document.activeElement.name === 'q'), 'the key / does not lead to the filter');
  await page.keyboard.type('earl 100');
  await page.waitForFunction(() => location.search.includes('q=earl') && document.querySelectorAll('#rows tr').length < 10);
});

await use('an unknown name is mapped on the page, and the number says why', {}, async (page) => {
  await page.goto(`${base}/app/exceptions`);
  await page.click(`[data-subject$="/${UNKNOWN}"] h3 a`);
  await page.fill('#pick', 'peach');
  await page.click('.picklist li:first-child a');
  const change = page.locator('[data-test="change"]').first();
  await change.waitFor();
  const then = (await change.locator('td').last().textContent()).trim();
  const sku = (await change.locator('td').nth(1).textContent()).trim();
  await page.click('.settle-foot button.primary');
  await page.waitForURL(/settled=1/);
  await page.goto(`${base}/app/stock/${sku}/LONDON`);
  must((await page.locator('h1 [data-test="on-hand"]').textContent()).trim() === then, 'the number is not what the preview said');
  must((await page.locator('[data-test="movement"]').first().textContent()).includes('Sale of 2'), 'the sale is not the first stop');
});

await use('who says no to a program gives it nothing', {}, async (page) => {
  await page.goto(`${base}${BESIDE.consent}`);
  const told = page.waitForRequest((request) => request.url().startsWith('http://127.0.0.1:9/callback'));
  await page.click('[data-test="refuse"]');
  must((await told).url().includes('error=access_denied'), 'the program is not told no');
});

await use('without scripts: filter, show more, settle, save a view', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${base}/app/stock`);
  await page.click('a[rel="next"]');
  must(await rows(page) > 0, 'there is no next page');
  await page.goto(`${base}/app/stock?q=earl`);
  await page.click('#saved summary');
  await page.fill('#view-name', 'Earl Grey');
  await page.click('#saved details button');
  must(await page.locator('[data-test="view"][aria-current="page"]').textContent() === 'Earl Grey', 'the view is not there');
  await page.click('#saved form button');
  must(await page.locator('[data-test="view"]').count() === 0, 'the view is still there');
  await page.goto(`${base}/app/exceptions`);
  await page.check('[data-subject$="/OLD-1"] input');
  await page.check('[data-subject$="/MILANO"] input');
  await page.click('.bulk-line button');
  await page.click('[data-way="ignore"]');
  await page.click('.settle-foot button.primary');
  must(page.url().includes('settled=2'), `settling leads to ${page.url()}`);
});
await end();
