// A brother answers a photo, keeps his code, comes back, is asked, answers, and takes the answer back. At the end nothing is left
// of it.
import { asksAQuestion } from '../harness/moderating.js';
import { publishesAPhoto } from '../harness/publishing.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const NAME = 'ዴሚሬል Notareal';
const STORY = 'We shared a blue bicycle with a bell that did not ring.';
const PHONE = '٠٩٩٩ 555 01 42';

async function nothingOfItIsShown(page) {
  const seen = await page.locator('body').innerText();
  for (const personal of [NAME, STORY, PHONE]) { expect(seen).not.toContain(personal); }
  const typed = await page.locator('input:not([type=hidden]), textarea').evaluateAll((all) => all.map((one) => one.value));
  for (const personal of [NAME, STORY, PHONE]) { expect(typed.join('\n')).not.toContain(personal); }
}

for (const lang of ['en', 'ar']) {
  test(`a brother answers, is asked and answers again, in ${lang}`, async ({ opens, darkroom, hasScripts, keeps }) => {
    const photo = await publishesAPhoto({ opens, darkroom });
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    const addresses = [];
    page.on('request', (request) => addresses.push(request.url()));

    await visitor.enters(photo.number);
    await expect(visitor.text('child-note')).toBeVisible();
    await expect(visitor.text('leave-explained')).toBeVisible();
    await visitor.saysWhoTheyAre();
    // Back keeps what was answered.
    await visitor.presses('back');
    await expect(page.getByRole('radio', { checked: true })).toHaveValue('brother');
    await visitor.presses('form-continue');
    await visitor.tells(NAME, STORY);
    await visitor.givesAPhone(PHONE);
    await visitor.presses('back');
    await expect(visitor.field('respond-phone')).toHaveValue(PHONE);
    await visitor.presses('form-continue');
    await expect(visitor.text('caller-check-rule')).toBeVisible();
    await visitor.saysWhatIsSafe();
    await expect(visitor.heading('respond-check')).toBeVisible();
    for (const said of [NAME, STORY, PHONE]) { await expect(page.getByRole('main')).toContainText(said); }
    await keeps(page, 'answer-1-check');
    if (lang === 'ar') { await visitor.writesTheDigits(); }
    await visitor.presses('form-send');
    await expect(visitor.heading('receipt-heading')).toBeVisible();
    await keeps(page, 'answer-2-receipt');
    const { code, callerCheck } = await visitor.readsTheReceipt();
    expect(code).toMatch(/^\d{4}( \d{4}){3}(( \d{4}){2})?$/);
    expect(callerCheck).toMatch(/^\d{4}$/);

    // A file with a name that tells nothing.
    const coming = page.waitForEvent('download');
    await visitor.button('receipt-file').click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('note.txt');
    const parts = [];
    for await (const part of await file.createReadStream()) { parts.push(part); }
    expect(Buffer.concat(parts).toString()).toContain(code);

    // With scripts the code is copied as digits alone; without them there is no button that does nothing.
    if (hasScripts) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await visitor.button('code-copy').click();
      await expect(visitor.button('code-copied')).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.replaceAll(' ', ''));
    } else {
      await expect(page.locator('[data-copy]')).toBeHidden();
      await expect(page.locator('[data-print]')).toBeHidden();
    }

    const [cookie, ...more] = await page.context().cookies();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    await visitor.presses('receipt-saved');
    await expect(visitor.heading('receipt-done-heading')).toBeVisible();
    expect(await page.context().cookies()).toEqual([]);
    for (let step = 0; step < 4; step += 1) {
      await page.goBack({ waitUntil: 'commit', timeout: 3_000 }).catch(() => null);
      await nothingOfItIsShown(page);
    }
    // No address contained anything personal, or a code.
    const read = addresses.map(decodeURIComponent).join('\n');
    for (const personal of [NAME, STORY, PHONE, code, code.replaceAll(' ', '')]) { expect(read).not.toContain(personal); }

    await visitor.comesBackWith(visitor.inOwnDigits(code.replaceAll(' ', '-')));
    await expect(visitor.text('return-state-received')).toBeVisible();
    await expect(page.locator('[data-caller-check]')).toHaveText(callerCheck);
    await nothingOfItIsShown(page);
    const question = 'Which colour was the bell?';
    await asksAQuestion(await opens('zahiru'), photo.number, question);
    await visitor.comesBackWith(code);
    await expect(visitor.text('return-state-question')).toBeVisible();
    await expect(page.getByText(question)).toBeVisible();
    await keeps(page, 'answer-3-question');
    await visitor.writes('return-answer', STORY);
    await visitor.presses('form-send');
    await expect(visitor.text('return-sent-title')).toBeVisible();
    await nothingOfItIsShown(page);
    await visitor.presses('return-delete');
    await expect(visitor.text('return-deleted-title')).toBeVisible();
    await expect(visitor.button('return-delete')).toHaveCount(0);
    await visitor.presses('return-finish');
    await expect(visitor.heading('receipt-done-heading')).toBeVisible();
    expect(await page.context().cookies()).toEqual([]);

    await takesItDown(opens, photo, lang);
  });
}

// The enquirer withdraws with the code on the paper; then the photo's page and picture are gone.
async function takesItDown(opens, photo, lang) {
  const enquirer = new Visitor(await opens(), lang);
  const { page } = enquirer;
  await enquirer.goes(`photo/${photo.number}`);
  const picture = new URL(await page.locator('.framed img').getAttribute('src'), page.url()).href;
  await enquirer.follows('photo-withdraw');
  await enquirer.writes('withdraw-code', enquirer.inOwnDigits(photo.code));
  await enquirer.presses('form-continue');
  await expect(enquirer.heading('withdraw-confirm-heading')).toBeVisible();
  await enquirer.presses('withdraw-now');
  await expect(enquirer.heading('withdraw-done-heading')).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  // A browser that has seen the photo may cache it for some minutes; everyone else gets the new page at once.
  const another = new Visitor(await opens(), lang);
  expect((await another.goes(`photo/${photo.number}`)).status()).toBe(410);
  await expect(another.heading('error-gone-title')).toBeVisible();
  expect((await another.page.request.get(picture)).status()).toBe(410);
}
