// tools/page-bytes: what each kind of page costs in each language of the site, against the budget in
// harness/weighing.js.
import { ANSWERING, LOOKING } from '../harness/site_pages.js';
import { Visitor } from '../harness/visitor.js';
import { BUDGET, gzipped, overBudget, PHONE, scalesUnder } from '../harness/weighing.js';
import { measuring, prints } from './ready.js';

// The pages that need no photo of the visitor's own.
const KINDS = [...LOOKING, ...ANSWERING.slice(0, ANSWERING.findIndex((kind) => kind.name === 'mailbox') + 1)];
const over = [];

async function weighs(browser, lang, kinds, { accept } = {}) {
  const context = await browser.newContext(PHONE);
  // An old phone does not accept WebP, and gets pages with JPEG.
  if (accept) { await context.route(`**/${lang}/**`, (route) => route.continue({ headers: { ...route.request().headers(), accept } })); }
  const visitor = new Visitor(await context.newPage(), lang);
  visitor.number = process.env.KINLIGHT_TEST_PHOTO;
  visitor.photo = { number: visitor.number };
  const reads = await scalesUnder(visitor.page);
  const found = new Map();
  for (const kind of kinds) {
    await kind.at(visitor);
    const figures = await reads();
    found.set(kind.name, figures);
    over.push(...overBudget(`${kind.name}`, figures, Boolean(accept)).map((fault) => `${lang}: ${fault}`));
  }
  await context.close();
  return found;
}

await measuring(async (browser) => {
  const home = await (await fetch(process.env.KINLIGHT_TEST_SITE)).text();
  const langs = [...home.matchAll(/<a class="door" href="\/([^/"]+)\/"/g)].map((found) => found[1]);
  const [gallery, rows, encodings] = [[], new Map(), new Set()];
  const only = LOOKING.filter((kind) => kind.name === 'gallery');
  for (const lang of langs) {
    const all = await weighs(browser, lang, KINDS);
    const gzip = await gzipped(`${process.env.KINLIGHT_TEST_SITE}/${lang}/`);
    const jpeg = (await weighs(browser, lang, only, { accept: 'text/html,image/jpeg' })).get('gallery');
    const one = all.get('gallery');
    encodings.add(one.encoding);
    gallery.push([lang, one.html, one.css, one.script, one.frame, gzip, one.thumbnails, jpeg.thumbnails, one.requests]);
    for (const [name, figures] of all) { rows.set(name, [...(rows.get(name) ?? []), figures.all]); }
  }
  console.log(`Bytes on the wire, headers too, cold, ${[...encodings].join(' and ')} as the browser asks. The gallery:\n`);
  prints(['', 'HTML', 'CSS', 'JS', 'together', 'gzip', 'WebP', 'JPEG', 'requests'], [
    ...gallery, ['at most', '', '', BUDGET.script, BUDGET.frame, BUDGET.frame, BUDGET.webp, BUDGET.jpeg, BUDGET.requests],
  ]);
  console.log('Everything that a page loads:\n');
  const most = (name) => (name === 'photo' ? BUDGET.photo : name.startsWith('gallery') ? '' : BUDGET.form);
  prints(['', ...langs, 'at most'], [...rows].map(([name, figures]) => [name, ...figures, most(name)]));
});
over.forEach((fault) => console.log(`over: ${fault}`));
process.exitCode = over.length ? 1 : 0;
