// tools/lighthouse: Lighthouse's result for gallery, photo, form and receipt on its slow phone. The receipt is the answer to a
// form, so Lighthouse watches the press of the button.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load, measuring, prints } from './ready.js';
import { words } from '../harness/words.js';

const from = createRequire(join(process.env.KINLIGHT_LIGHTHOUSE, 'package.json'));
const { startFlow } = await import(pathToFileURL(from.resolve('lighthouse')).href);
const puppeteer = (await import(pathToFileURL(from.resolve('puppeteer-core')).href)).default;
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };

async function presses(page, key) {
  const label = words('en', key);
  const buttons = await page.$$('main button');
  for (const button of buttons) {
    if (await button.evaluate((one) => one.textContent.trim()) === label) { return button.click(); }
  }
  throw new Error(`no button ${label}`);
}

async function goesOn(page, key) {
  await Promise.all([page.waitForNavigation(), presses(page, key)]);
}

let isLow = false;
await measuring(async () => {
  const [site, number] = [process.env.KINLIGHT_TEST_SITE, process.env.KINLIGHT_TEST_PHOTO];
  const browser = await puppeteer.launch({
    executablePath: process.env.KINLIGHT_CHROMIUM, headless: true, args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  const config = { extends: 'lighthouse:default', settings: { onlyCategories: Object.keys(LEAST) } };
  const flow = await startFlow(page, { config });
  await flow.navigate(`${site}/en/`, { name: 'gallery' });
  await flow.navigate(`${site}/en/photo/${number}`, { name: 'photo' });
  await flow.navigate(`${site}/en/photo/${number}/respond/looking-for-me`, { name: 'form' });
  await page.click('input[value=brother]');
  await goesOn(page, 'form-continue');
  await page.type('[name=name]', 'Demirel Notareal');
  await goesOn(page, 'form-continue');
  await page.click('input[value=code]');
  await goesOn(page, 'form-continue');
  await flow.navigate(() => presses(page, 'form-send'), { name: 'receipt' });
  const { steps } = await flow.createFlowResult();
  await browser.close();
  const faults = [];
  const rows = steps.map(({ name, lhr }) => {
    const scores = Object.keys(LEAST).map((one) => Math.round(lhr.categories[one].score * 100));
    Object.entries(LEAST).forEach(([one, least], at) => {
      isLow ||= scores[at] < least;
      for (const { id, weight } of lhr.categories[one].auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) { faults.push(`${name}: ${id}: ${audit.title} ${audit.displayValue ?? ''}`); }
      }
    });
    const paint = lhr.audits['largest-contentful-paint'];
    return [name, ...scores, paint?.displayValue ?? '', load()];
  });
  prints(['', ...Object.keys(LEAST), 'largest paint', 'load'], rows);
  faults.forEach((fault) => console.log(fault));
});
process.exitCode = isLow ? 1 : 0;
