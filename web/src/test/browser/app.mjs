// Looks at the signed-in pages with a real browser. Each check prints one line; the exit code says whether all held.
//   node app.mjs <address of the program> <email> <password> <folder for screenshots> <browser>
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [base, email, password, pictures, browser] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = { home: '', stock: '/stock', place: '/stock?location=LONDON', level: '/stock/TEA-EARL-100/LONDON',
  variant: '/variants/TEA-EARL-100', exceptions: '/exceptions', connections: '/connections', deliveries: '/deliveries',
  locations: '/locations', catalog: '/catalog', audit: '/audit' };
mkdirSync(pictures, { recursive: true });
const program = await chromium.launch({ executablePath: browser, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
let failed = 0;

function must(holds, what) {
  if (!holds) throw new Error(what);
}

async function check(name, work) {
  try {
    await work();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}: ${error.message}`);
  }
}

async function look(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  must(wide <= 0, `${wide} px too wide`);
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
  must(found.violations.length === 0, found.violations.map((v) => `${v.id}: ${v.nodes[0].html}`).join('; '));
}

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await program.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    const where = `${width} ${colorScheme}`;
    await check(`sign in, ${where}`, async () => {
      await page.goto(`${base}/sign-in`);
      await look(page, `sign-in-${width}-${colorScheme}`);
      await page.fill('#email', email);
      await page.fill('#password', password);
      await page.click('button[type=submit]');
      await page.waitForURL(`${base}/app`);
    });
    for (const [name, path] of Object.entries(PAGES)) {
      await check(`${name}, ${where}`, async () => {
        const answer = await page.goto(`${base}/app${path}`);
        must(answer.status() === 200, `answered ${answer.status()}`);
        if (name === 'stock') await page.locator('[data-test="live-status"][data-state="live"]').waitFor({ timeout: 15_000 });
        await look(page, `${name}-${width}-${colorScheme}`);
      });
    }
    await context.close();
  }
}
await program.close();
process.exit(failed ? 1 : 0);
