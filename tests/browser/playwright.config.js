// How the stories run: one browser, each story with and without JavaScript, nothing tried twice.
import { defineConfig } from '@playwright/test';

const chromium = process.env.KINLIGHT_CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'stories',
  outputDir: 'failures',
  globalSetup: './harness/opening.js',
  reporter: [['./harness/reporter.js']],
  // One program serves them all; while one story waits for a photo, the other goes on.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Far more than a story takes: a busy machine is no failure.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    viewport: { width: 1366, height: 768 },
    screenshot: { mode: 'only-on-failure', fullPage: true },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: chromium,
      args: [
        // Nothing outside this machine is reached, whatever a page asks for; that it asked is seen all the same.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'with JavaScript', grepInvert: /@no-scripts/ },
    // A story that needs a script, or that tells the same with and without one, is walked once.
    { name: 'without JavaScript', use: { javaScriptEnabled: false }, grepInvert: /@scripts/ },
  ],
});
