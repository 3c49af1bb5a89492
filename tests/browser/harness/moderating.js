// A moderator who reads the answer to a photo and writes back.
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
