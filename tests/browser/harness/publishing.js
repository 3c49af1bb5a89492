// A photo for one test to answer, ask about and remove: drafted by one member of staff, published by another.
import { CaseWorker } from './drafting.js';
import { approves } from './visiting.js';

// Returns its number, the withdrawal code on the paper, and who drafted it. `facts` and `file` replace the usual ones.
export async function publishesAPhoto({ opens, darkroom }, { facts, file } = {}) {
  const lang = 'en';
  const worker = new CaseWorker(await opens('olunda'), lang);
  await worker.startsADraft(facts);
  await worker.uploads(file?.bytes ?? await darkroom.nobodyElse(), file?.name);
  await worker.savesTheFacts();
  await worker.savesTheConsent();
  const code = await worker.drawsTheCode();
  await worker.sends();
  await worker.page.waitForURL(/\/drafts(\?|$)/);
  const number = await approves(await opens('perrin'), lang, worker.id);
  return { number, code, worker };
}
