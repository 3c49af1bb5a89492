// A visitor has 20 MB left this month: no page costs more than was promised. `tools/page-bytes` prints the figures in every
// language, with photos of real people.
import { ALL_KINDS, prepares } from '../harness/site_pages.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';
import { overBudget, PHONE, scalesUnder } from '../harness/weighing.js';

// Tigrinya, whose letters take three bytes each.
const lang = 'ti';

test('no page costs more than was promised', { tag: '@scripts' }, async ({ browser, opens, darkroom }) => {
  const context = await browser.newContext(PHONE);
  const visitor = new Visitor(await context.newPage(), lang);
  await prepares(visitor, 'all', { opens, darkroom });
  const weighs = await scalesUnder(visitor.page);
  const over = [];
  for (const kind of ALL_KINDS) {
    await kind.at(visitor);
    const figures = await weighs();
    expect(figures.html, `${kind.name} must have been measured`).toBeGreaterThan(500);
    over.push(...overBudget(kind.name, figures));
  }
  expect(over).toEqual([]);
  await context.close();
});
