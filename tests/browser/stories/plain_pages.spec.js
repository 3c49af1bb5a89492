// An old phone without style sheets, without SVG pictures, or without grid and variables: each page still works as a whole.
import { join } from 'node:path';
import { ALL_KINDS, prepares } from '../harness/site_pages.js';
import { reachesBeyond } from '../harness/looking_closely.js';
import { expect, SHOTS, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

// Links and buttons without text or label: without their picture they would say nothing.
const wordless = (page) => page.locator('a, button:not([aria-hidden])').evaluateAll((all) => all
  .filter((one) => !one.textContent.trim() && !one.getAttribute('aria-label')).map((one) => one.outerHTML.slice(0, 120)));

// Where the block ends that begins with the first brace after `start`.
function endOfBlock(css, start) {
  let depth = 0;
  for (let at = css.indexOf('{', start); at < css.length; at += 1) {
    depth += { '{': 1, '}': -1 }[css[at]] ?? 0;
    if (depth === 0) { return at + 1; }
  }
  throw new Error('a block of the style has no end');
}

// The style sheet, cut as an old browser reads it that skips what it does not know.
function withoutNews(css) {
  const start = css.search(/@supports\s*\(display:\s*grid\)/);
  if (start < 0) { throw new Error('the style has no rules for newer browsers'); }
  return (css.slice(0, start) + css.slice(endOfBlock(css, start)))
    .replace(/[^{};]*:has\([^{}]*\{[^{}]*\}/g, '')
    .replace(/[\w-]*(?:grid|flex|gap|inline|block|aspect|clamp|sticky)[\w-]*:[^;}]*;?/g, (rule) => (
      /^display:\s*((inline-)?block|inline)/.test(rule) ? rule : ''
    ));
}

const PHONES = {
  'knows no style sheet': async (page) => page.route('**/*.css', (route) => route.abort()),
  'knows no pictures drawn as SVG': async (page) => page.route('**/*.svg', (route) => route.abort()),
  'knows neither grid nor newer rules': async (page) => page.route('**/*.css', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: withoutNews(await answer.text()) });
  }),
};

for (const [phone, takes] of Object.entries(PHONES)) {
  test(`a phone that ${phone} shows every page whole`, { tag: '@no-scripts' }, async ({ opens, darkroom }) => {
    const visitor = new Visitor(await opens(), 'ar');
    const { page } = visitor;
    await page.setViewportSize({ width: 320, height: 480 });
    await takes(page);
    await prepares(visitor, 'all', { opens, darkroom });
    for (const kind of ALL_KINDS) {
      await kind.at(visitor);
      await expect(page.getByRole('heading', { level: 1 }), kind.name).toHaveCount(1);
      expect(await wordless(page), kind.name).toEqual([]);
      // The order in the page: heading, then fields, then the button that sends them.
      const order = await page.locator('main').evaluate((main) => Array.from(
        main.querySelectorAll('h1, input:not([type=hidden]):not([type=submit]), textarea, button.main'),
        (one) => (one.tagName === 'H1' ? 'heading' : one.tagName === 'BUTTON' ? 'button' : 'field'),
      ));
      if (kind.name !== 'chooser' && !kind.name.startsWith('mailbox')) { expect(order[0], kind.name).toBe('heading'); }
      // Without any style the widest picture may be wider than the phone.
      if (phone !== 'knows no style sheet') {
        expect(await reachesBeyond(page), `${kind.name} is wider than the window`).toBeLessThanOrEqual(0);
      }
      if (['gallery', 'photo', 'respond-relation', 'receipt'].includes(kind.name)) {
        await page.screenshot({ path: join(SHOTS, `${phone.replaceAll(' ', '-')}-${kind.name}.png`), fullPage: true });
      }
    }
  });
}
