// What the scripts here share: the browser, checks that print a line each, and what holds for every page.
// The last two arguments of each script are the folder for screenshots and the browser.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let failed = 0;

const [folder, browser] = process.argv.slice(-2);
export const pictures = folder;
mkdirSync(pictures, { recursive: true });
export const program = await chromium.launch({ executablePath: browser, args: FLAGS }); // with a profile of its own

export function must(holds, what) {
  if (!holds) throw new Error(what);
}

export async function check(name, work) {
  try {
    await work();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}: ${error.message}`);
  }
}

export async function nothingIsTooWide(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  must(wide <= 0, `${wide} px too wide`);
}

export async function nothingForAxe(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules }), RULES);
  must(found.violations.length === 0, found.violations
    .map((v) => `${v.id} at ${v.nodes.map((n) => n.target).join(', ')}: ${v.nodes[0].html}`).join('; '));
}

export async function end() {
  await program.close();
  process.exit(failed === 0 ? 0 : 1);
}
