// A robot does what people do at every step of every journey: Back, a reload, a footer link, another language, a second tab. This
// suite runs it in one language; `tests/browser/run --robot` in all nine.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { publishesAPhoto } from '../harness/publishing.js';
import { Shaker } from '../harness/shaking.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';
import { words } from '../harness/words.js';

const LOCALES = new URL('../../../locales/', import.meta.url);
const ALL = readdirSync(LOCALES).filter((name) => statSync(new URL(name, LOCALES)).isDirectory()
  && readFileSync(new URL(`${name}/language.toml`, LOCALES)).length > 0);
const LANGS = process.env.KINLIGHT_ROBOT ? ALL : ['ar'];

const NAME = 'Demirel ዴሚሬል Notareal';
const STORY = 'We shared a blue bicycle.\nIt had a bell that did not ring.';
const PHONE = '٠٩٩٩ 555 01 42';

// Without scripts, unsent text exists only in the page, so the robot first goes on and then presses Back.
async function fillsAndShakes(robot, what, fills, more) {
  await fills();
  if (!robot.hasScripts) { return; }
  // A pause, as a hand needs it to reach another button.
  await robot.page.waitForTimeout(1_200);
  await robot.shakes(`${what}, half typed`, more);
}

async function comesBack(robot, what, expected) {
  await robot.page.goBack();
  await robot.isWell(`${what}, by Back`);
  for (const [selector, value] of expected) { await expect(robot.page.locator(selector).first(), what).toHaveValue(value); }
  await robot.page.goForward();
  await robot.isWell(`${what}, and on again`);
}

async function answersADoor(robot, number, door) {
  const { visitor, page } = robot;
  const isFamily = ['looking-for-me', 'i-know'].includes(door);
  await visitor.goes(`photo/${number}/respond/${door}`);
  await robot.shakes(`${door}: the first screen`, { isFirst: true });
  if (isFamily) {
    await fillsAndShakes(robot, `${door}: relation`, () => visitor.chooses('respond-relation', 'relation-brother'), { isFirst: true });
    await visitor.presses('form-continue');
    await comesBack(robot, `${door}: relation`, [['[name=relation]:checked', 'brother']]);
    await robot.shakes(`${door}: story`);
  }
  await fillsAndShakes(robot, `${door}: story`, async () => {
    if (isFamily) { await visitor.writes('respond-name', NAME); }
    await page.locator('[name=message]').fill(STORY);
  }, { isFirst: !isFamily });
  await visitor.presses('form-continue');
  await comesBack(robot, `${door}: story`, [['[name=message]', STORY], ...(isFamily ? [['[name=name]', NAME]] : [])]);
  await robot.shakes(`${door}: contact`);
  await fillsAndShakes(robot, `${door}: contact`, async () => {
    await visitor.chooses('respond-contact-legend', 'respond-by-phone');
    await visitor.writes('respond-phone', PHONE);
  });
  await visitor.presses('form-continue');
  await comesBack(robot, `${door}: contact`, [['[name=phone]', PHONE]]);
  await robot.shakes(`${door}: safe contact`);
  await visitor.saysWhatIsSafe();
  await robot.shakes(`${door}: check`);
  await visitor.presses('captcha-cannot');
  await robot.shakes(`${door}: check without digits`);
  await visitor.presses('form-send');
  await robot.shakes(`${door}: receipt`);
  const { code } = await visitor.readsTheReceipt();
  await visitor.presses('receipt-saved');
  // However far Back leads, the page says that the form was sent.
  for (let step = 0; step < 4; step += 1) {
    await page.goBack();
    await page.reload();
    const said = [visitor.lang, robot.other].map((lang) => words(lang, 'respond-sent-title'));
    expect(said, `${door}: ${page.url()}`).toContain(await page.getByRole('heading', { level: 1 }).innerText());
    await robot.isWell(`${door}: finished, by Back`);
  }
  return code;
}

async function goesToTheMailbox(robot, code) {
  const { visitor, page } = robot;
  await visitor.goes('return');
  await robot.shakes('the code', { isFirst: true });
  await visitor.writes('return-code', '1234');
  await visitor.presses('form-continue');
  await robot.shakes('a wrong code');
  await visitor.writes('return-code', code);
  await visitor.presses('form-continue');
  await robot.shakes('the mailbox');
  await fillsAndShakes(robot, 'the mailbox', () => page.locator('[name=answer]').fill(STORY));
  await visitor.presses('return-erase-open');
  await robot.shakes('delete it?');
  await visitor.presses('return-erase-keep');
  await expect(page.locator('[name=answer]')).toHaveValue(STORY);
  await visitor.presses('form-send');
  await robot.shakes('an answer was sent');
  await visitor.presses('return-erase-open');
  await visitor.presses('return-erase-now');
  await robot.shakes('deleted');
}

async function searches(robot) {
  const { visitor } = robot;
  await visitor.goes('');
  await visitor.goes('?sex=woman');
  await robot.shakes('the digits');
  await visitor.presses('form-continue');
  await robot.shakes('no digits');
  await visitor.presses('captcha-another');
  await robot.shakes('another picture');
  await visitor.solves();
  await robot.shakes('what was found');
}

async function removes(robot, photo) {
  const { visitor } = robot;
  await visitor.goes('withdraw');
  await robot.shakes('the code of the paper', { isFirst: true });
  await visitor.writes('withdraw-code', photo.code);
  await visitor.presses('form-continue');
  await robot.shakes('remove it?');
  await visitor.presses('withdraw-now');
  await robot.shakes('removed');
}

for (const [at, lang] of LANGS.entries()) {
  test(`a robot goes back, loads again and strays at every step, in ${lang}`, async ({ opens, darkroom, hasScripts }) => {
    test.setTimeout(900_000);
    const photo = await publishesAPhoto({ opens, darkroom });
    const other = LANGS.length > 1 ? LANGS[(at + 1) % LANGS.length] : 'en';
    const robot = new Shaker(new Visitor(await opens(), lang), { hasScripts, other, typed: [NAME, STORY, PHONE] });
    const doors = process.env.KINLIGHT_ROBOT ? ['i-know', 'remove-my-photo', 'something-wrong', 'looking-for-me'] : ['remove-my-photo', 'looking-for-me'];
    let code;
    for (const door of doors) { code = await answersADoor(robot, photo.number, door); }
    await goesToTheMailbox(robot, code);
    await searches(robot);
    await removes(robot, photo);
    console.log(`robot, ${lang}, ${hasScripts ? 'with' : 'without'} JavaScript: ${robot.shaken} steps shaken, 0 error pages, 0 lost characters, 0 untrue sentences`);
  });
}
