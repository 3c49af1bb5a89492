// The demo's made-up staff: signed in once with password and one-time code; the session is stored.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// RFC 6238: six digits, SHA-1, steps of 30 seconds.
const STEP_MS = 30_000;

function oneTimeCode(secret, now) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / STEP_MS)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const from = hash.at(-1) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1e6).padStart(6, '0');
}

export function stateOf(name) {
  return join(process.env.KINLIGHT_TEST_FOLDER, `${name}.json`);
}

// Fills in the sign-in form on the page, and continues to the page that it leads to.
export async function entersWith(page, name) {
  const everyone = JSON.parse(readFileSync(join(process.env.KINLIGHT_TEST_FOLDER, 'data', 'demo-staff.json')));
  const one = everyone.find((known) => known.name === name);
  await page.fill('[name=name]', one.name);
  await page.fill('[name=password]', one.password);
  await page.click('main button.main');
  await page.fill('[name=code]', oneTimeCode(Buffer.from(one.totp), Date.now()));
  await page.click('main button.main');
}

export async function signIn(browser, name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const desk = process.env.KINLIGHT_TEST_DESK;
  await page.goto(`${desk}/en/sign-in`);
  await entersWith(page, name);
  await page.waitForURL(`${desk}/en/`);
  await context.storageState({ path: stateOf(name) });
  await context.close();
}

// A one-time code works once, so this waits for the next one, within half a minute.
export const untilTheNextCode = () => new Promise((go) => { setTimeout(go, STEP_MS - (Date.now() % STEP_MS) + 500); });
