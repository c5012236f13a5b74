// Connects a till of the demo's vendor, maps it and looks after it with a real browser. Each check prints one line; the exit code says whether all held.
//   node connections.mjs <address of the program> <e-mail> <password> <plugin> <secrets as JSON> <folder for screenshots> <browser>
import { join } from 'node:path';
import { check, end, must, nothingForAxe, nothingIsTooWide, pictures, program } from './checks.mjs';

const [base, email, password, plugin, told] = process.argv.slice(2);
const CODE = `second-${Date.now()}`;
const HERE = `/app/connections/${CODE}`;
const PATIENCE_MS = 30_000;
const test = (page, name) => page.locator(`[data-test="${name}"]`);

async function signedIn(options) {
  const context = await program.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL('**/app');
  return page;
}

async function until(page, address, what) {
  const started = Date.now();
  while (!await what()) {
    must(Date.now() - started < PATIENCE_MS, `not after ${PATIENCE_MS} ms at ${address}`);
    await page.waitForTimeout(500);
    await page.goto(base + address);
  }
}

const page = await signedIn({});

await check('a till is connected by its plugin’s own fields', async () => {
  await page.goto(`${base}/app/connections`);
  await test(page, 'connect').click();
  await page.locator(`[data-plugin="${plugin}"]`).click();
  await page.locator('[name="code"]').fill('');
  await test(page, 'make').click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await page.locator('[name="code"]').fill(CODE);
  for (const [name, value] of Object.entries(JSON.parse(told))) await page.locator(`[name="${name}"]`).fill(value);
  await test(page, 'make').click();
  await page.waitForURL(`**${HERE}?done=made`);
  must((await test(page, 'hook').textContent()).includes('/hooks/'), 'no address for messages');
  must((await test(page, 'hook').textContent()).length > 40, 'the address can be guessed');
});

await check('the access works, and the vendor names its places', async () => {
  await test(page, 'access').click();
  await test(page, 'access-result').waitFor();
  must((await test(page, 'access-result').textContent()).includes('3 places'), await test(page, 'access-result').textContent());
});

await check('its places are suggested and mapped by one press', async () => {
  await page.goto(`${base}${HERE}/mapping`);
  await until(page, `${HERE}/mapping`, async () => await test(page, 'place').count() === 3);
  must(await page.locator('[data-test="place"] .badge').count() === 3, 'not every place is suggested');
  await test(page, 'map-places').click();
  await page.waitForURL('**/mapping?done=places');
  must(await page.locator('[data-test="place"] .badge').count() === 0, 'a place is still only suggested');
});

await check('its items are found, and one is mapped by hand', async () => {
  const row = page.locator('[data-test="item"][data-external$="TEA-EARL-100"]');
  // also when it is mapped by itself meanwhile
  await page.goto(`${base}${HERE}/mapping?all=true&q=earl`);
  await until(page, `${HERE}/mapping?all=true&q=earl`, async () => await row.count() > 0);
  await row.locator('[name="sku"]').fill('TEA-NOTHING');
  await row.getByRole('button').click();
  await page.waitForURL('**done=unknown');
  await row.locator('[name="sku"]').fill('TEA-EARL-100');
  await row.getByRole('button').click();
  await page.waitForURL('**done=item');
});

await check('it is paused and goes on', async () => {
  await page.goto(base + HERE);
  await test(page, 'pause').click();
  await page.waitForURL('**?done=paused');
  must(await test(page, 'state').getAttribute('data-state') === 'paused', 'it is not paused');
  await page.screenshot({ path: join(pictures, 'connection-paused.png') });
  await test(page, 'pause').click();
  await page.waitForURL('**?done=resumed');
  must(await test(page, 'state').getAttribute('data-state') !== 'paused', 'it is still paused');
});

await check('the till’s numbers are compared with ours', async () => {
  await page.goto(`${base}${HERE}/comparison`);
  await test(page, 'compare').click({ timeout: 70_000 });
  await page.locator('.figs').waitFor({ timeout: 70_000 });
});

const PAGES = { plugins: '/app/connect', connect: `/app/connect?plugin=${plugin}`, connection: HERE, mapping: `${HERE}/mapping?all=true`, comparison: `${HERE}/comparison`, settings: `${HERE}/settings` };
for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    const seen = await signedIn({ colorScheme: theme, viewport: { width, height: width < 500 ? 844 : 800 } });
    for (const [name, address] of Object.entries(PAGES)) {
      await check(`${name}, ${theme}, ${width} px: nothing for axe, nothing sticks out`, async () => {
        await seen.goto(base + address);
        must(!(await seen.content()).includes('??'), 'a text is missing');
        await seen.screenshot({ path: join(pictures, `${name}-${theme}-${width}.png`) });
        await nothingIsTooWide(seen);
        await nothingForAxe(seen);
      });
    }
    await seen.context().close();
  }
}

await end();
