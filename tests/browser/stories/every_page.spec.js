// Every kind of page, in four languages and two directions: it works with a screen reader, in a small window and at high
// magnification, and its title shows nothing to people nearby. `tests/browser/run --screens` walks the same way and takes a
// screenshot of each page at four widths instead.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsAreTold, reachesBeyond, tabsThrough, wayOutIsAtHand } from '../harness/looking_closely.js';
import { expectedTitle, prepares, WALKS } from '../harness/site_pages.js';
import { barriers, bringsAxe, expect, SHOTS, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const LANGS = { en: 'ltr', ar: 'rtl', ti: 'ltr', uk: 'ltr' };
// Languages whose pages are also tested with Tab, key by key: one of each direction, both with tall letters.
const BY_KEYS = ['ar', 'ti'];
const WIDTHS = [320, 360, 768, 1366];
// A window of 1280 by 1024 at 400 %, which is also the narrowest phone.
const MAGNIFIED = { width: 320, height: 256 };
const SMALLEST = { width: 320, height: 480 };

async function pictures(page, name, lang) {
  const folder = join(SHOTS, 'screens');
  mkdirSync(folder, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    // The page must be drawn at its new width before the screenshot.
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
    await page.screenshot({ path: join(folder, `${name}-${lang}-${width}.png`), fullPage: true });
  }
}

// A page's header and footer; their links' addresses are ignored.
const FRAME = ['body > .leave', 'body > header', 'body > footer'];

// Reads all that is checked in one call.
const told = (page) => page.evaluate((frame) => {
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  const { lang, dir } = document.documentElement;
  const parts = frame.map((part) => document.querySelector(part)?.outerHTML ?? '');
  return {
    title: document.title, lang, dir, headings: document.querySelectorAll('h1').length, ways: document.querySelectorAll('[data-leave]').length,
    frame: parts.join('').replace(/ (href|formaction)="[^"]*"/g, ''),
  };
}, FRAME);

async function holds(visitor, kind, framesSeen) {
  const { page, lang } = visitor;
  await page.setViewportSize(MAGNIFIED);
  const { title, frame, ...has } = await told(page);
  expect(title, kind.name).toMatch(expectedTitle(visitor, kind));
  const own = kind.name === 'chooser' ? { lang: 'en', dir: 'ltr' } : { lang, dir: LANGS[lang] };
  expect(has, kind.name).toEqual({ ...own, headings: 1, ways: kind.exit ? 1 : 0 });
  expect(await reachesBeyond(page), `${kind.name} is wider than ${MAGNIFIED.width} pixels`).toBeLessThanOrEqual(0);
  // Header and footer are checked, also with keys, only when they are new.
  const isKnown = framesSeen.has(frame);
  framesSeen.add(frame);
  expect(await barriers(page, isKnown ? FRAME : []), kind.name).toEqual([]);
  await page.setViewportSize(SMALLEST);
  if (kind.fault) { await faultsAreTold(page, true); }
  if (kind.exit) { await wayOutIsAtHand(page); }
  if (BY_KEYS.includes(lang)) { await tabsThrough(page, isKnown); }
}

for (const [walk, kinds] of Object.entries(WALKS)) {
  for (const lang of Object.keys(LANGS)) {
    test(`every page of ${walk} is there for everybody, in ${lang}`, { tag: '@scripts' }, async ({ opens, darkroom }) => {
      const visitor = new Visitor(await opens(), lang);
      const framesSeen = new Set();
      await bringsAxe(visitor.page);
      await prepares(visitor, walk, { opens, darkroom });
      for (const kind of kinds) {
        await test.step(kind.name, async () => {
          await kind.at(visitor);
          if (process.env.KINLIGHT_SCREENS) {
            await pictures(visitor.page, kind.name, lang);
          } else {
            await holds(visitor, kind, framesSeen);
          }
        });
      }
    });
  }
}
