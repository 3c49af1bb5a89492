// What every story stands on: staff who are signed in, a visitor, a darkroom, and pictures kept of each step.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { Darkroom } from './darkroom.js';
import { stateOf } from './staff.js';

export { expect };

export const SHOTS = resolve(dirname(fileURLToPath(import.meta.url)), '../shots');
const SIZES = [{ width: 360, height: 740 }, { width: 1366, height: 768 }];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const test = base.extend({
  // A window for a member of staff, or with no name for a visitor; each story has its own.
  opens: async ({ browser, javaScriptEnabled }, use, info) => {
    const windows = [];
    await use(async (name) => {
      const storageState = name ? stateOf(name) : undefined;
      const context = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true, storageState });
      windows.push(context);
      return context.newPage();
    });
    for (const context of windows) {
      for (const page of context.pages()) { info.annotations.push({ type: 'page', description: page.url() }); }
      await context.close();
    }
  },

  hasScripts: async ({ javaScriptEnabled }, use) => { await use(javaScriptEnabled ?? true); },

  darkroom: async ({ browser }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    await use(new Darkroom(await context.newPage()));
    await context.close();
  },

  // A picture of the whole page or of one part, as a phone and a desk show it, to be looked at by people. At no width may
  // the page reach beyond the window.
  keeps: async ({ hasScripts }, use) => {
    await use(async (page, step, part) => {
      const folder = join(SHOTS, hasScripts ? 'with-javascript' : 'without-javascript');
      mkdirSync(folder, { recursive: true });
      const lang = new URL(page.url()).pathname.split('/')[1];
      // Without scripts the wide page looks the same, but for the box to drag.
      for (const size of hasScripts ? SIZES : SIZES.slice(0, 1)) {
        await page.setViewportSize(size);
        const path = join(folder, `${step}-${lang}-${size.width}.png`);
        await (part ? part.screenshot({ path }) : page.screenshot({ path, fullPage: true }));
        const over = await page.evaluate(() => (
          document.documentElement.scrollWidth - document.documentElement.clientWidth
        ));
        expect(over, `${page.url()} is wider than ${size.width} pixels`).toBeLessThanOrEqual(0);
      }
    });
  },
});

// axe stands ready in every page that this one opens from now on; brought anew to each, it takes a third of its time.
export const bringsAxe = (page) => page.addInitScript(AXE);

// What axe finds wrong for people with a screen reader, little sight or no mouse: WCAG 2.2 AA and its best practices. It needs
// scripts. The size of what is pressed is new in 2.2, and axe measures it only where it is told to. Parts that were looked at
// already can be left out.
export async function barriers(page, without = []) {
  if (!await page.evaluate(() => 'axe' in globalThis)) { await page.evaluate(AXE); }
  const violations = await page.evaluate(async (exclude) => (await globalThis.axe.run({ exclude }, {
    resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
  })).violations, without);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
