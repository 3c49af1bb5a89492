import { appendFileSync } from 'node:fs';

// One line a story as it ends, and last the counts in the form in which tests/run adds them up. Skips go to the file that
// KINLIGHT_SKIPPED names, as the other suites' do.
export default class Reporter {
  passed = 0;
  failed = 0;
  skipped = 0;

  onTestEnd(test, result) {
    const name = `${test.title} (${test.parent.project().name})`;
    const took = `${(result.duration / 1000).toFixed(1)} s`;
    if (result.status === 'skipped') {
      this.skipped += 1;
      const why = test.annotations.find((note) => note.type === 'skip')?.description ?? 'no reason was given';
      console.log(`test ${name} ... not run\n  skipped: ${why}`);
      const counted = process.env.KINLIGHT_SKIPPED;
      if (counted) { appendFileSync(counted, `${name}: ${why}\n`); }
    } else if (test.ok()) {
      this.passed += 1;
      console.log(`test ${name} ... ok, ${took}`);
    } else {
      this.failed += 1;
      const pages = test.annotations.filter((note) => note.type === 'page').map((note) => note.description);
      const pictures = result.attachments.filter((one) => one.path).map((one) => one.path);
      console.log(`test ${name} ... FAILED, ${took}`);
      for (const error of result.errors) { console.log(error.message ?? error.value, error.snippet ?? ''); }
      for (const page of pages) { console.log(`  the page: ${page}`); }
      for (const picture of pictures) { console.log(`  its picture: ${picture}`); }
    }
  }

  onError(error) {
    this.failed += 1;
    console.log(error.message ?? error.value);
  }

  onEnd() {
    const word = this.failed ? 'FAILED' : 'ok';
    // A skip is a test that ended well, as libtest counts; which of them were skips is in the file.
    const counts = `${this.passed + this.skipped} passed; ${this.failed} failed; 0 ignored`;
    console.log(`\ntest result: ${word}. ${counts}`);
  }

  printsToStdio() {
    return true;
  }
}
