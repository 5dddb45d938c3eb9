import { defineConfig } from '@playwright/test';

const phone = { width: 320, height: 640 };
const desktop = { width: 1280, height: 900 };
const journeys = ['journeys/*.spec.ts', 'keyboard.spec.ts'];
/** These hold at any width, and are many: each is tried with scripts on a phone and without on a desktop. */
const atAnyWidth = ['keyboard.spec.ts', 'journeys/provider.spec.ts', 'journeys/both-sides.spec.ts', 'journeys/conflicts.spec.ts', 'journeys/desk.spec.ts', 'journeys/desk-talk.spec.ts', 'journeys/mistakes.spec.ts', 'journeys/sign-in.spec.ts', 'journeys/signed-out.spec.ts', 'journeys/passkeys.spec.ts', 'journeys/provider-lies.spec.ts', 'journeys/photos.spec.ts', 'journeys/drafts*.spec.ts'];

/** Parts of the browser's own windows that are pages themselves, and cost as much as those under test. */
const unseen = ['AimEnabled', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** `OWN_TERMS_BIN` is the server, `CHROMIUM` the browser; `cargo xtask test` names both. */
export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // A test that fails now and then is a fault to be found, not to be hidden by trying again.
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  reporter: process.env.CI ? [['dot'], ['html', { open: 'never' }]] : [['dot']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // One of each test that failed, for whoever looks for why: it costs every test a tenth of its time.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 5_000,
    navigationTimeout: 10_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Takes the place of Playwright's own list, so what counts of it is repeated.
        `--disable-features=${[...unseen, 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'Translate', 'OptimizationHints'].join(',')}`,
      ],
    },
  },
  projects: [
    { name: 'phone', testMatch: journeys, use: { viewport: phone } },
    { name: 'desktop', testMatch: journeys, testIgnore: atAnyWidth, use: { viewport: desktop } },
    { name: 'phone, no scripts', testMatch: journeys, testIgnore: atAnyWidth, use: { viewport: phone, javaScriptEnabled: false } },
    { name: 'desktop, no scripts', testMatch: journeys, use: { viewport: desktop, javaScriptEnabled: false } },
    // These choose widths and settings for themselves.
    { name: 'pages', testMatch: ['a11y.spec.ts', 'api.spec.ts', 'aria.spec.ts', 'budgets.spec.ts', 'whole-loop.spec.ts'], use: { viewport: phone } },
  ],
});
