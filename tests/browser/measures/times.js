// tools/page-times: the largest paint on a slow phone (400 kbit/s, 400 ms, a processor four times slower), median of five.
import { LOOKING, ANSWERING } from '../harness/site_pages.js';
import { Visitor } from '../harness/visitor.js';
import { PHONE } from '../harness/weighing.js';
import { load, measuring, prints } from './ready.js';

const TIMES = 5;
const BYTES_A_SECOND = (400 * 1000) / 8;
const PLACES = [
  { name: 'gallery', most: 4_000, at: LOOKING.find((kind) => kind.name === 'gallery').at },
  { name: 'photo', most: 4_000, at: LOOKING.find((kind) => kind.name === 'photo').at },
  { name: 'form', most: 3_000, at: (v) => v.goes(`photo/${v.number}/respond/looking-for-me`) },
  { name: 'return', most: 3_000, at: ANSWERING.find((kind) => kind.name === 'return').at },
];

async function largestPaint(browser, lang, at) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const slow = { offline: false, latency: 400, downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND };
  await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const visitor = new Visitor(page, lang);
  visitor.number = process.env.KINLIGHT_TEST_PHOTO;
  await at(visitor);
  const paints = await page.evaluate(() => new Promise((done) => {
    const seen = [];
    new PerformanceObserver((list) => { seen.push(...list.getEntries()); })
      .observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => done(seen.map((one) => [one.startTime, one.element?.tagName ?? ''])), 4_000);
  }));
  await context.close();
  return paints.at(-1);
}

let isLate = false;
await measuring(async (browser) => {
  const rows = [];
  for (const lang of ['en', 'ar']) {
    for (const { name, most, at } of PLACES) {
      const paints = [];
      for (let time = 0; time < TIMES; time += 1) { paints.push(await largestPaint(browser, lang, at)); }
      paints.sort((one, other) => one[0] - other[0]);
      const [median, what] = paints[Math.floor(TIMES / 2)];
      isLate ||= median > most;
      rows.push([`${name}, ${lang}`, Math.round(paints[0][0]), Math.round(median), Math.round(paints.at(-1)[0]), most, what, load()]);
    }
  }
  console.log('Largest paint in milliseconds:\n');
  prints(['', 'fastest', 'median', 'slowest', 'at most', 'what', 'load'], rows);
});
process.exitCode = isLate ? 1 : 0;
