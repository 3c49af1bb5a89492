// Prints one line per test as it ends, and at the end the counts in the form that tests/run adds up.
export default class Reporter {
  passed = 0;
  failed = 0;
  skipped = 0;

  onTestEnd(test, result) {
    const name = `${test.title} (${test.parent.project().name})`;
    const took = `${(result.duration / 1000).toFixed(1)} s`;
    if (result.status === 'skipped') {
      this.skipped += 1;
      const why = test.annotations.find((note) => note.type === 'skip')?.description;
      console.log(`test ${name} ... not run\n  skipped: ${why ?? 'no reason was given'}`);
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
    const counts = `${this.passed} passed; ${this.failed} failed; ${this.skipped} ignored`;
    console.log(`\ntest result: ${word}. ${counts}`);
  }

  printsToStdio() {
    return true;
  }
}
