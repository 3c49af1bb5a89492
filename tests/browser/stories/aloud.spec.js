// A visitor who reads little has a page read aloud: by a voice on their own phone, or not at all. What they wrote is never
// spoken.
import { publishesAPhoto } from '../harness/publishing.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const STORY = 'We shared a blue bicycle with a bell.';

// A browser with these voices. What it says, and that it stops, is recorded outside the page.
async function hears(page, voices) {
  const heard = [];
  await page.exposeFunction('heard', (what) => { heard.push(what); });
  await page.addInitScript((known) => {
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => known,
      speak: ({ text, lang, voice }) => { window.heard({ text, lang, isLocal: voice.localService }); },
      cancel: () => { window.heard('silence'); },
    } });
  }, voices);
  return heard;
}

const said = (heard) => heard.filter((one) => one.text);
const words = (heard) => said(heard).map(({ text }) => text).join('\n');

for (const lang of ['en', 'ar']) {
  const own = { lang: `${lang}-XX`, localService: true };

  test(`who reads little hears the page, in ${lang}`, async ({ opens, hasScripts }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    const listen = page.locator('[data-listen]');
    if (!hasScripts) {
      await visitor.goes('safety');
      await expect(listen).toBeHidden();
      return;
    }
    const heard = await hears(page, [{ lang: 'tlh', localService: true }, { ...own, localService: false }, own]);
    await visitor.goes('safety');
    await expect(listen).toHaveText(visitor.says('listen-page'));
    await listen.click();
    await expect(listen).toHaveText(visitor.says('listen-stop'));
    await expect.poll(() => words(heard)).toContain(visitor.says('safety-title'));
    expect(words(heard)).toContain(visitor.says('leave-explained'));
    expect(words(heard).split('\n')).not.toContain(visitor.says('menu-help'));
    for (const one of said(heard)) { expect(one).toMatchObject({ isLocal: true, lang: own.lang }); }
    // A second press stops it, and so does the quick exit.
    heard.length = 0;
    await listen.click();
    await expect(listen).toHaveText(visitor.says('listen-page'));
    await expect.poll(() => heard).toContain('silence');
    await listen.click();
    await expect.poll(() => said(heard).length).toBeGreaterThan(5);
    heard.length = 0;
    await page.locator('[data-leave]').click();
    await expect.poll(() => heard).toContain('silence');
  });

  test(`of a photo its description is said, and of a form no answer, in ${lang} @scripts`, async ({ opens }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    const heard = await hears(page, [own]);
    await visitor.goes(`photo/${process.env.KINLIGHT_TEST_PHOTO}`);
    await page.locator('[data-listen]').click();
    const description = await page.locator('.photo').getAttribute('alt');
    await expect.poll(() => words(heard)).toContain(description);
    for (const key of ['photo-door-looking-for-me', 'caller-check-rule']) { expect(words(heard)).toContain(visitor.says(key)); }

    await visitor.follows('photo-door-looking-for-me');
    heard.length = 0;
    await page.locator('[data-listen]').click();
    await expect.poll(() => words(heard)).toContain(visitor.says('relation-brother'));
    expect(words(heard)).toContain(visitor.says('child-note'));
    expect(words(heard)).not.toContain(lang === 'en' ? 'العربية' : 'English');
    await visitor.saysWhoTheyAre();
    await visitor.writes('respond-message-looking-for-me', STORY);
    // The name is missing, so the page comes again with what was written.
    await visitor.presses('form-continue');
    await expect(visitor.field('respond-message-looking-for-me')).toHaveValue(STORY);
    heard.length = 0;
    await page.locator('[data-listen]').click();
    await expect.poll(() => words(heard)).toContain(visitor.says('respond-message-looking-for-me'));
    expect(words(heard)).not.toContain(STORY);
  });
}

test('a voice from the network is not asked, and no code is ever said @scripts', async ({ opens, darkroom }) => {
  const far = await opens();
  await hears(far, [{ lang: 'en-GB', localService: false }, { lang: 'ar', localService: true }]);
  const stranger = new Visitor(far, 'en');
  await stranger.goes('safety');
  await expect(far.locator('[data-listen]')).toBeHidden();

  const photo = await publishesAPhoto({ opens, darkroom });
  const visitor = new Visitor(await opens(), 'en');
  const { page } = visitor;
  await hears(page, [{ lang: 'en', localService: true }]);
  const isSilent = async () => expect(page.locator('[data-listen]'), page.url()).toHaveCount(0);
  await visitor.enters(photo.number);
  await expect(page.locator('[data-listen]')).toBeVisible();
  await visitor.saysWhoTheyAre();
  await visitor.tells('Demirel Notareal', STORY);
  await visitor.givesAPhone('+999 555 0142');
  await visitor.saysWhatIsSafe();
  await expect(visitor.heading('respond-check')).toBeVisible();
  await isSilent();
  await visitor.presses('form-send');
  const { code } = await visitor.readsTheReceipt();
  await isSilent();
  await visitor.goes('return');
  await isSilent();
  await visitor.comesBackWith(code);
  await expect(visitor.heading('return-heading')).toBeVisible();
  await isSilent();
  await visitor.goes('withdraw');
  await isSilent();
});
