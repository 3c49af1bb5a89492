// Before the first story: the program with its demo, and everyone who is needed signed in once, because a one-time code works
// only once. Afterwards all of it is gone.
import { chromium } from '@playwright/test';
import { startsTheDemo } from './program.js';
import { signIn } from './staff.js';

// Enough for a second page of the gallery.
const PEOPLE = 16;

export default async function opening(config) {
  const ends = await startsTheDemo({ people: PEOPLE });
  try {
    const browser = await chromium.launch(config.projects[0].use.launchOptions);
    for (const name of ['olunda', 'perrin', 'zahiru']) {
      await signIn(browser, name);
    }
    await browser.close();
  } catch (fault) {
    await ends();
    throw fault;
  }
  return ends;
}
