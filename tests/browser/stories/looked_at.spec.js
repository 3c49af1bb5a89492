// If the program sees no face, or could not look, a person has to look.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseWorker, follows } from '../harness/drafting.js';
import { barriers, expect, test } from '../harness/stage.js';

// Makes the draft one of an older version, which did not look for faces yet.
function forgetsWhatWasSeen(id) {
  const folder = join(process.env.KINLIGHT_TEST_FOLDER, 'data');
  const database = join(folder, readdirSync(folder).find((name) => name.endsWith('.sqlite')));
  const change = `update publications set look = null where id = x'${id.replaceAll('-', '')}'; select changes();`;
  const changed = execFileSync('sqlite3', ['-cmd', '.timeout 10000', database, change]);
  expect(changed.toString().trim()).toBe('1');
}

for (const lang of ['en', 'ar']) {
  test(`a photo without a face asks the case worker to look, in ${lang}`, async ({ opens, hasScripts, darkroom, keeps }) => {
    const worker = new CaseWorker(await opens('olunda'), lang);
    await worker.startsADraft();
    await worker.uploads(await darkroom.landscape());
    const faces = worker.panel('faces');
    await expect(faces).toContainText(worker.says('drafting-advice-no-face'));
    await expect(faces).toContainText(worker.says('drafting-faces-none'));
    await expect(worker.face(1)).toHaveCount(0);
    await keeps(worker.page, 'no-face', faces);
    if (hasScripts) { expect(await barriers(worker.page)).toEqual([]); }

    // A colleague reads the other language: changing it keeps the draft's page.
    const other = lang === 'en' ? 'ar' : 'en';
    await follows(worker.page, worker.page.locator(`.languages button[lang=${other}]`));
    expect(worker.page.url()).toContain(`${worker.desk}/${other}/drafts/${worker.id}`);
    worker.lang = other;
    await expect(worker.panel('faces')).toContainText(worker.says('drafting-advice-no-face'));
  });

  test(`a photo that nobody has looked at waits until a person has, in ${lang}`, async ({ opens, darkroom, keeps }) => {
    const worker = new CaseWorker(await opens('olunda'), lang);
    const { page } = worker;
    await worker.startsADraft();
    await worker.savesTheFacts();
    await worker.savesTheConsent();
    await worker.uploads(await darkroom.landscape());
    await worker.drawsTheCode();
    forgetsWhatWasSeen(worker.id);
    await worker.opens();
    await expect(worker.panel('faces')).toContainText(worker.says('drafting-faces-not-checked'));
    await worker.sends();
    await expect(page.locator('#errors')).toContainText(worker.says('drafting-lacks-not-checked'));
    await keeps(page, 'not-checked', worker.panel('picture'));

    await page.getByText(worker.says('drafting-looked-at'), { exact: true }).click();
    await worker.savesTheFaces();
    await expect(page.getByText(worker.says('drafting-lacks-not-checked'))).toHaveCount(0);
    await worker.sends();
    await expect(page).toHaveURL(/\/drafts(\?|$)/);
  });
}
