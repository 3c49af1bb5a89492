// A visitor changes the language in the middle of the form, and later deletes the message: nothing typed is lost on the way, and
// at the end nothing of it is left.
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const NAME = 'Demirel Notareal';
const STORY = 'We shared a blue bicycle.';

for (const [lang, other] of [['en', 'ar'], ['ar', 'ti']]) {
  test(`a form goes on in another language and its message is deleted, from ${lang} to ${other}`, async ({ opens, keeps }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    await visitor.enters(process.env.KINLIGHT_TEST_PHOTO);
    await visitor.saysWhoTheyAre();
    await visitor.writes('respond-name', NAME);
    await page.locator(`#languages button[lang="${other}"]`).click();
    visitor.lang = other;
    await expect(page.locator('html')).toHaveAttribute('lang', other);
    await expect(visitor.field('respond-name')).toHaveValue(NAME);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await keeps(page, `changing-1-${other}`);
    await visitor.tells(NAME, STORY);
    await page.locator('input[name=contact][value=code]').check();
    await visitor.presses('form-continue');
    await expect(visitor.heading('respond-check')).toBeVisible();
    await visitor.presses('captcha-cannot');
    await visitor.presses('form-send');
    const { code } = await visitor.readsTheReceipt();

    await visitor.comesBackWith(code);
    await visitor.presses('return-erase-open');
    await expect(visitor.heading('return-erase-title')).toBeVisible();
    await keeps(page, `changing-2-${other}`);
    await visitor.presses('return-erase-keep');
    await expect(visitor.text('return-state-received')).toBeVisible();
    await visitor.presses('return-erase-open');
    await visitor.presses('return-erase-now');
    await expect(visitor.heading('return-erased-heading')).toBeVisible();
    expect(await page.context().cookies()).toEqual([]);
    await visitor.comesBackWith(code);
    await expect(visitor.text('return-code-unknown').first()).toBeVisible();
  });
}
