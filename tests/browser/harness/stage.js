// What every test uses: signed-in staff, a visitor, a darkroom, and screenshots of each step.
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
  // Opens a window for a member of staff, or for a visitor without a name. Each test has its own.
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

  // Takes a screenshot of the whole page or of one part, at a phone's and at a desk's width, for people to look at. At no width
  // may the page be wider than the window.
  keeps: async ({ hasScripts }, use) => {
    await use(async (page, step, part) => {
      const folder = join(SHOTS, hasScripts ? 'with-javascript' : 'without-javascript');
      mkdirSync(folder, { recursive: true });
      const lang = new URL(page.url()).pathname.split('/')[1];
      // Without scripts the wide page looks the same, except for the box to drag.
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

// Loads axe into every page that this one opens from now on. Injecting it into each page would take a third of axe's time.
export const bringsAxe = (page) => page.addInitScript(AXE);

// What axe finds wrong for people with a screen reader, low vision or no mouse: WCAG 2.2 AA and its best practices. It needs
// scripts. The size of targets is new in 2.2, and must be switched on. Parts that were checked before can be left out.
export async function barriers(page, without = []) {
  if (!await page.evaluate(() => 'axe' in globalThis)) { await page.evaluate(AXE); }
  const violations = await page.evaluate(async (exclude) => (await globalThis.axe.run({ exclude }, {
    resultTypes: ['violations'], rules: { 'target-size': { enabled: true } },
  })).violations, without);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
