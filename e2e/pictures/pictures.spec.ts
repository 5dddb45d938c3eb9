import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { awake, expect, test, type Page } from '../fixtures';
import { smaller } from './smaller';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const PHONE = { width: 320, height: 640 };
const DESKTOP = { width: 1100, height: 820 };
/** Small enough for the README of a service that counts its bytes. */
const MOST_BYTES = 120_000;
const MOST_HEIGHT = 720;

/** A picture of what is in the window, or of one part of the page. */
async function picture(page: Page, name: string, path: string, size: { width: number; height: number }, part?: string): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(path);
  await awake(page);
  const box = part ? await page.locator(part).boundingBox() : null;
  const clip = box ? { ...box, height: Math.min(box.height, MOST_HEIGHT) } : undefined;
  const png = smaller(await page.screenshot({ animations: 'disabled', clip, fullPage: !!clip }));
  expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
  await writeFile(join(FOLDER, `${name}.png`), png);
}

/** What Jo asks Rosa to share, and offers her. */
const ASKED = '/sharing/one?which=00000000000080008000000000000c01';
const OFFERED = '/appointments/one?which=00000000000080008000000000000a01';

test('pictures of what is asked and offered', async ({ page, signIn }) => {
  await signIn('rosa');
  await picture(page, 'sharing', ASKED, DESKTOP);
  await picture(page, 'appointment-phone', OFFERED, PHONE);
});

test('pictures', async ({ page, context, signIn, service }) => {
  await picture(page, 'start', '/', DESKTOP);
  await signIn('alex');
  await picture(page, 'home-phone', '/home', PHONE);
  await picture(page, 'home', '/home', DESKTOP);
  await picture(page, 'goals', '/goals', DESKTOP);
  await picture(page, 'goals-phone', '/goals', PHONE);
  await picture(page, 'contact', '/contact', DESKTOP);
  await picture(page, 'terms', '/appointments/terms', { width: 962, height: 820 }, '.with-picture');
  await picture(page, 'month-phone', '/appointments/terms', PHONE, 'figure');
  await picture(page, 'held', '/held', DESKTOP);
  await picture(page, 'who-sees', '/held/seen', PHONE, '.sight');
  await picture(page, 'receipt', '/receipts/one?number=12', DESKTOP);
  await context.addCookies([{ name: 'own-terms-reading', value: 'usual.usual.dark.en', url: service.url }]);
  await picture(page, 'home-dark', '/home', DESKTOP);
  await context.addCookies([{ name: 'own-terms-reading', value: 'largest.usual.device.cy', url: service.url }]);
  await picture(page, 'home-welsh-phone', '/home', PHONE);
});
