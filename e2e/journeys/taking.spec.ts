import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { axe, expect, noScroll, test, type Page } from '../fixtures';
import { Keyboard } from '../pages/keyboard';
import { Portal } from '../pages/portal';

const SPREADSHEET = /^Download for a spreadsheet/;

class Taking extends Portal {
  readonly bar = this.main.getByRole('progressbar', { name: 'How much is here' });
  readonly stop = this.button('Stop');
  readonly again = this.button('Try again');
  readonly said = this.main.locator('.told:not(:empty)');
}

/** What fetches a file on the page is held back here piece by piece, as a slow line does. */
async function inPieces(page: Page, pieces: string[], about: number): Promise<void> {
  await page.evaluate(
    ({ pieces, about }) => {
      const real = window.fetch;
      const held: { next: () => void; lose: () => void } = { next: () => {}, lose: () => {} };
      Object.assign(window, { held });
      window.fetch = async (input, options) => {
        if (!String(input).includes('/held/download/file')) return real(input, options);
        const left = [...pieces];
        const body = new ReadableStream({
          start(to) {
            held.next = () => {
              const piece = left.shift();
              if (piece === undefined) to.close();
              else to.enqueue(new TextEncoder().encode(piece));
            };
            held.lose = () => to.error(new TypeError('network error'));
            options?.signal?.addEventListener('abort', () => to.error(new DOMException('stopped', 'AbortError')));
          },
        });
        const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="papers-1.csv"', 'x-about-length': `${about}` };
        return new Response(body, { headers });
      };
    },
    { pieces, about },
  );
}

const next = (page: Page) => page.evaluate(() => (window as any).held.next());
const lose = (page: Page) => page.evaluate(() => (window as any).held.lose());

test.beforeEach(({ scripts }) => {
  test.skip(!scripts, 'without scripts the link is a plain one: download.spec.ts');
});

test('a file on its way says how far it is, at each quarter, and is saved under the same name as without scripts', async ({ page, signIn }) => {
  await signIn('alex');
  const taking = new Taking(page);
  await taking.open('/held/download');
  await expect(taking.bar).toBeHidden();
  await inPieces(page, ['a'.repeat(10), 'b'.repeat(20), 'c'.repeat(60), 'd'.repeat(30)], 100);
  await taking.link(SPREADSHEET).click();
  await expect(taking.said).toHaveText('The file is on its way.');
  await expect(taking.said).toHaveAttribute('aria-live', 'polite');
  await next(page);
  await expect(taking.bar).toHaveAttribute('value', '10');
  await expect(taking.said, 'nothing is said before the first quarter').toHaveText('The file is on its way.');
  await next(page);
  await expect(taking.said).toHaveText('30% is here.');
  await noScroll(page);
  await axe(page);
  await next(page);
  await expect(taking.said).toHaveText('90% is here.');
  // It is longer than it was said to be: it is not all there yet.
  await next(page);
  await expect(taking.bar).toHaveAttribute('value', '99');
  const [download] = await Promise.all([page.waitForEvent('download'), next(page)]);
  expect(download.suggestedFilename()).toBe('papers-1.csv');
  expect((await readFile(await download.path(), 'utf8')).length).toBe(120);
  await expect(taking.said).toHaveText('It is all here. Your browser saves it under the name papers-1.csv.');
  await expect(taking.bar).toBeHidden();
  await expect(taking.stop).toBeHidden();
  await noScroll(page);
  await axe(page);
});

test('nothing on the page moves from the first word to the last', async ({ page, signIn }) => {
  await signIn('alex');
  const taking = new Taking(page);
  await taking.open('/held/download');
  await inPieces(page, ['a'.repeat(50), 'b'.repeat(50)], 100);
  await taking.link(SPREADSHEET).click();
  await expect(taking.said).toHaveText('The file is on its way.');
  const after = taking.link(/^Download for another program/);
  const top = async () => Math.round((await after.boundingBox())!.y + (await page.evaluate(() => scrollY)));
  const before = await top();
  for (const said of ['50% is here.', '99% is here.']) {
    await next(page);
    await expect(taking.said).toHaveText(said);
    expect(await top()).toBe(before);
  }
  await Promise.all([page.waitForEvent('download'), next(page)]);
  await expect(taking.said).toContainText('It is all here.');
  expect(await top()).toBe(before);
});

test('it can be stopped, with the keyboard alone, and nothing is saved', async ({ page, signIn }) => {
  await signIn('alex');
  const [taking, keyboard] = [new Taking(page), new Keyboard(page)];
  await taking.open('/held/download');
  await inPieces(page, ['a'], 100);
  let saved = 0;
  page.on('download', () => (saved += 1));
  await keyboard.press(taking.link(SPREADSHEET));
  await expect(taking.said).toHaveText('The file is on its way.');
  await page.keyboard.press('Tab');
  await expect(taking.stop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(taking.said).toHaveText('Stopped. Nothing was saved.');
  await expect(taking.link(SPREADSHEET), 'the focus is where it began').toBeFocused();
  await expect(taking.bar).toBeHidden();
  expect(saved).toBe(0);
});

test('a lost connection is said, and another try gets the file', async ({ page, signIn }) => {
  await signIn('alex');
  const taking = new Taking(page);
  await taking.open('/held/download');
  await inPieces(page, ['a'.repeat(40)], 100);
  let saved = 0;
  page.on('download', () => (saved += 1));
  await taking.link(SPREADSHEET).click();
  await next(page);
  await expect(taking.said).toHaveText('40% is here.');
  await taking.stop.focus();
  await lose(page);
  await expect(taking.said).toHaveText('The connection was lost, so nothing was saved. You can try again.');
  await expect(taking.again).toBeFocused();
  await noScroll(page);
  await axe(page);
  expect(saved).toBe(0);
  await taking.again.click();
  await expect(taking.said).toHaveText('The file is on its way.');
  await next(page);
  await Promise.all([page.waitForEvent('download'), next(page)]);
  await expect(taking.said).toContainText('It is all here.');
});

test('no connection at all is said as well, and the next try gets what the service sends', async ({ page, signIn }) => {
  await signIn('alex');
  const taking = new Taking(page);
  await taking.open('/held/download');
  await page.route('**/held/download/file*', (route) => route.abort('aborted'));
  await taking.link(SPREADSHEET).click();
  await expect(taking.said).toContainText('The connection was lost');
  await page.unroute('**/held/download/file*');
  const [download] = await Promise.all([page.waitForEvent('download'), taking.again.click()]);
  expect(download.suggestedFilename()).toMatch(/^papers-\d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('Get out of the house');
  await expect(taking.said).toContainText('It is all here.');
});

test('a connection that really breaks off half way is said to be lost', async ({ anotherDevice, signIn }) => {
  // The service's answer as far as it came: a piece, and then no more.
  const broken = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="papers-1.csv"', 'x-about-length': '100' });
    answer.write('a'.repeat(60), () => answer.socket?.end());
  });
  await new Promise<void>((listening) => broken.listen(0, '127.0.0.1', listening));
  const context = await anotherDevice();
  await signIn('alex', context);
  const taking = new Taking(await context.newPage());
  await taking.open('/held/download');
  await taking.page.route('**/held/download/file*', (route) => route.continue({ url: `http://127.0.0.1:${(broken.address() as AddressInfo).port}/` }));
  await taking.link(SPREADSHEET).click();
  await expect(taking.said).toContainText('The connection was lost');
  await expect(taking.again).toBeVisible();
  await taking.page.unrouteAll();
  const [download] = await Promise.all([taking.page.waitForEvent('download'), taking.again.click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain('Get out of the house');
  broken.close();
});

test('one press too many begins nothing anew, and another file is taken as without scripts', async ({ page, signIn }) => {
  await signIn('alex');
  const taking = new Taking(page);
  await taking.open('/held/download');
  await inPieces(page, ['a'.repeat(40), 'b'.repeat(60)], 100);
  await taking.link(SPREADSHEET).click();
  await next(page);
  await expect(taking.said).toHaveText('40% is here.');
  await taking.link(SPREADSHEET).click();
  await expect(taking.said).toHaveText('40% is here.');
  const [other] = await Promise.all([page.waitForEvent('download'), taking.link(/^Download to read or print/).click()]);
  expect(other.suggestedFilename()).toMatch(/\.pdf$/);
  await next(page);
  const [download] = await Promise.all([page.waitForEvent('download'), next(page)]);
  expect((await readFile(await download.path(), 'utf8')).length).toBe(100);
});

test('who was signed out meanwhile is led to sign in, and nothing is saved as if it were the file', async ({ page, context, signIn }) => {
  await signIn('alex');
  const taking = new Taking(page);
  await taking.open('/held/download');
  await context.clearCookies();
  await taking.link(SPREADSHEET).click();
  await expect(page).toHaveURL('/sign-in');
});
