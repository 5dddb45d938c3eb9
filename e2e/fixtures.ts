import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { Elsewhere, Service } from './service';
import { Watch } from './watch';

export { expect };
export type { Page };

/** Those who work in the demonstration. */
export type Staff = 'jo' | 'samira' | 'gwen' | 'owen';
export type Who = 'alex' | 'priya' | 'tom' | 'megan' | 'rosa' | 'jamie' | 'sam';

interface Fixtures {
  /** True where the server is reached by a name, as passkeys need it. */
  named: boolean;
  /** True where people can sign in through an identity provider. */
  known: boolean;
  /** The server of this test, and its database, which no other test touches. */
  service: Service;
  /** True where scripts run. */
  scripts: boolean;
  /** Signs in without the page for it, which has tests of its own. */
  signIn: (who: Who, context?: BrowserContext) => Promise<void>;
  /** Signs in at the desk, and opens the first who asked to talk, if there is anyone. */
  atDesk: (word: Staff, context?: BrowserContext) => Promise<void>;
  /** Another browser, as good as another device: of the same sort as the first, or of this one. */
  anotherDevice: (sort?: BrowserContextOptions) => Promise<BrowserContext>;
}

const withoutScripts = new WeakSet<BrowserContext>();

export const test = base.extend<Fixtures, { elsewhere: Elsewhere; made: string }>({
  elsewhere: [
    async ({}, use) => {
      const elsewhere = await Elsewhere.start();
      await use(elsewhere);
      await elsewhere.stop();
    },
    { scope: 'worker' },
  ],
  made: [
    async ({ elsewhere }, use) => {
      const made = await Service.prepare(elsewhere.url);
      await use(made);
      await rm(made, { recursive: true });
    },
    { scope: 'worker' },
  ],
  named: [false, { option: true }],
  known: [false, { option: true }],
  service: async ({ elsewhere, made, named, known }, use) => {
    const service = await Service.start(made, elsewhere.url, named, known);
    await use(service);
    await service.stop();
    expect(service.log.filter((line) => / (ERROR|WARN) (?!this is a demonstration)/.test(line)), 'the log').toEqual([]);
  },
  baseURL: async ({ service }, use) => use(service.url),
  scripts: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  context: async ({ context, service, scripts }, use) => {
    if (!scripts) withoutScripts.add(context);
    const watch = new Watch(context, service.url);
    await use(context);
    expect(await watch.faults(), 'what went wrong unseen').toEqual([]);
  },
  page: async ({ page }, use) => {
    await use(page);
    await awake(page);
  },
  signIn: async ({ context, service }, use) => {
    await use(async (who, into = context) => {
      const headers = { origin: service.url };
      const answer = await into.request.post(`${service.url}/sign-in`, { form: { person: who }, headers, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
    });
  },
  atDesk: async ({ context, service }, use) => {
    await use(async (staff, into = context) => {
      const headers = { origin: service.url };
      const send = (path: string, form: Record<string, string>) => into.request.post(`${service.url}${path}`, { form, headers, maxRedirects: 0 });
      expect((await send('/desk/sign-in', { staff })).status()).toBe(303);
      const list = await (await into.request.get(`${service.url}/desk`)).text();
      const first = (name: string) => new RegExp(`name="${name}" value="([0-9a-f]+)"`).exec(list.split('<main')[1] ?? '')?.[1];
      const [token, who] = [first('token'), first('who')];
      if (token && who) expect((await send('/desk', { token, who })).status()).toBe(303);
    });
  },
  anotherDevice: async ({ browser, contextOptions, service, viewport, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (sort = {}) => {
      const options = { ...contextOptions, viewport, javaScriptEnabled, ...sort, baseURL: service.url };
      const context = await browser.newContext(options);
      if (options.javaScriptEnabled === false) withoutScripts.add(context);
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Waits until the islands of the page are awake; without scripts there is nothing to wait for. */
export async function awake(page: Page): Promise<void> {
  if (withoutScripts.has(page.context()) || page.isClosed()) return;
  const hasScripts = await page.locator('script[src*="/assets/islands"], script[src*="/assets/check"], script[src*="/assets/passkey"]').count();
  if (hasScripts > 0) await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** No violation of WCAG 2.2 A and AA, nor of good practice, that axe can find. */
export async function axe(page: Page, softly = false): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const twin = withoutScripts.has(page.context()) ? await withTimers(page) : undefined;
  const { violations } = await new AxeBuilder({ page: twin ?? page }).setLegacyMode().withTags(tags).analyze();
  await twin?.context().close();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} (${node.failureSummary})`));
  (softly ? expect.soft : expect)(found, `axe on ${where(page)}`).toEqual([]);
}

/** The same page where timers run, which axe cannot do without; the page's own scripts still do not. */
async function withTimers(page: Page): Promise<Page> {
  const context = await page.context().browser()!.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true });
  const twin = await context.newPage();
  const body = await page.content();
  await twin.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ body, contentType: 'text/html' })
    : route.request().resourceType() === 'script' ? route.abort()
    : route.continue(),
  );
  await twin.goto(page.url());
  return twin;
}

/** The page fits its width: nothing is to be scrolled sideways. */
export async function noScroll(page: Page, softly = false): Promise<void> {
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 0.5);
    return [`${document.documentElement.scrollWidth} of ${width}`, ...wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  });
  (softly ? expect.soft : expect)(over, `too wide on ${where(page)}`).toEqual([]);
}

function where(page: Page): string {
  return new URL(page.url()).pathname;
}
