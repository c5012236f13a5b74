// Signing in at another installation, and out there again. Each check prints one line; the exit code says whether all held.
//   node elsewhere.mjs <the program> <the issuer> <email> <password> <folder for screenshots> <browser>
import { join } from 'node:path';
import { check, end, must, nothingForAxe, nothingIsTooWide, pictures, program } from './checks.mjs';

const [base, issuer, email, password] = process.argv.slice(2);

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await program.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    const look = async (name) => {
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
      await nothingIsTooWide(page);
      await nothingForAxe(page);
    };
    await check(`what went wrong elsewhere is told, ${width} ${colorScheme}`, async () => {
      await page.goto(`${base}/sign-in?trouble=unknown`);
      must(page.url().startsWith(base), `leads to ${page.url()}`);
      await look('sign-in-elsewhere');
    });
    await check(`in elsewhere and out again, ${width} ${colorScheme}`, async () => {
      await page.goto(`${base}/app/stock`);
      must(page.url().startsWith(issuer), `signing in is asked for at ${page.url()}`);
      await page.fill('#email', email);
      await page.fill('#password', password);
      await page.click('button[type=submit]');
      await page.waitForURL(`${base}/app/stock`);
      await page.locator('form[action="/sign-out"] button').first().evaluate((button) => button.form.submit());
      await page.waitForURL(/\/connect\/logout/);
      await look('sign-out');
    });
    await context.close();
  }
}
await end();
