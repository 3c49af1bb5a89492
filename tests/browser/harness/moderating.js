// A moderator who reads the answer to a photo, writes back, and closes it at the end.
import { follows } from './drafting.js';
import { words } from './words.js';

export async function asksAQuestion(page, number, question) {
  const says = (key) => words('en', key);
  await page.goto(`${process.env.KINLIGHT_TEST_DESK}/en/queue`);
  const inFours = `${number.slice(0, 4)} ${number.slice(4)}`;
  await follows(page, page.locator('[data-row]').filter({ hasText: inFours }).locator('[data-row-link]').first());
  await follows(page, page.getByRole('main').getByRole('button', { name: says('response-claim'), exact: true }));
  await page.getByRole('textbox', { name: says('response-question') }).fill(question);
  await follows(page, page.getByRole('button', { name: says('response-question-send'), exact: true }));
}

// Starts on the page on which the question was asked.
export async function closesIt(page) {
  const says = (key) => words('en', key);
  await page.goto(page.url().split(/[?#]/)[0]);
  const panel = page.locator('#close');
  for (const key of ['close-outcome-no-match', 'close-photo-no']) { await panel.locator('.choice').filter({ hasText: says(key) }).click(); }
  await follows(page, panel.getByRole('button', { name: says('close-send'), exact: true }));
}
