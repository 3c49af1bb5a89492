// How the tests run: one browser, each test with and without JavaScript, no retries.
import { defineConfig } from '@playwright/test';

const chromium = process.env.KINLIGHT_CHROMIUM ?? '/usr/bin/chromium';

const LONGEST = /robot\.spec\.js/;

const both = [
  { name: 'with JavaScript', grepInvert: /@no-scripts/ },
  // A test that needs a script, or that is the same with and without one, runs once.
  { name: 'without JavaScript', use: { javaScriptEnabled: false }, grepInvert: /@scripts/ },
];

export default defineConfig({
  testDir: 'stories',
  outputDir: 'failures',
  globalSetup: './harness/opening.js',
  reporter: [['./harness/reporter.js']],
  // One program serves them all; while one test waits for a photo, another goes on.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Far more than a test takes: a busy machine must not be a failure.
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
        // Nothing outside this machine can be reached, whatever a page requests; the request itself is still seen.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    },
  },
  // What walks longest begins first, so that nothing waits for it at the end.
  projects: [
    ...both.map((project) => ({ ...project, name: `${project.name}, longest`, testMatch: LONGEST })),
    ...both.map((project) => ({ ...project, testIgnore: LONGEST })),
  ],
});
