// Looks at the operators' page with a real browser, without scripts, too. Each check prints one line; the exit code says whether all held.
//   node operate.mjs <address of the program> <an operator's email> <password> <folder for screenshots> <browser>
import { join } from 'node:path';
import { check, end, must, nothingForAxe, nothingIsTooWide, pictures, program } from './checks.mjs';

const [base, email, password] = process.argv.slice(2);

async function signedIn(name, options, work) {
  const context = await program.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await check(name, async () => {
    const page = await context.newPage();
    await page.goto(`${base}/sign-in?next=/operate`);
    await page.locator('input[name="email"]').fill(email);
    await page.locator('input[name="password"]').fill(password);
    await page.locator('input[name="password"]').press('Enter');
    await page.waitForURL(`${base}/operate`);
    await work(page);
  });
  await context.close();
}

for (const [width, height] of [[1280, 800], [390, 844]]) {
  for (const colorScheme of ['light', 'dark']) {
    await signedIn(`the operators' page, ${width} ${colorScheme}`, { viewport: { width, height }, colorScheme }, async (page) => {
      for (let tries = 0; tries < 20 && await page.locator('[data-test="program"]').count() < 2; tries++) {
        await page.waitForTimeout(1_000);
        await page.reload();
      }
      must(await page.locator('[data-test="program"]').count() >= 2, 'fewer than two programs');
      await page.screenshot({ path: join(pictures, `operate-${width}-${colorScheme}.png`), fullPage: true });
      await nothingIsTooWide(page);
      await page.locator('[popovertarget="help"]').first().click();
      must(await page.locator('#help').isVisible(), 'no help');
      await page.locator('#help [popovertargetaction="hide"]').click();
      must(await page.locator('#help').isHidden(), 'the help stays');
      await nothingForAxe(page);
    });
  }
}

await signedIn('an operator has a row tried again without scripts', { javaScriptEnabled: false }, async (page) => {
  const tries = () => page.locator('[data-test="failure"] [data-test="attempts"]').first().textContent();
  const before = Number(await tries());
  await page.locator('[data-test="try-again"]').first().click();
  await page.waitForURL(`${base}/operate`);
  for (let seconds = 0; seconds < 15 && Number(await tries()) === before; seconds++) {
    await page.waitForTimeout(1_000);
    await page.reload();
  }
  must(Number(await tries()) === before + 1, 'it was not tried again');
});

await end();
