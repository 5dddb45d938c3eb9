import { readFile } from 'node:fs/promises';
import { axe, expect, noScroll, test } from '../fixtures';
import { Desk } from '../pages/desk';
import { Photos } from '../pages/photos';

/** A photo that is kept has at most so many bytes. */
const MOST_KEPT = 8 * 1024;
/** A picture that is another's. */
const PICTURE = new URL('../../server/src/demo/portraits/jo.png', import.meta.url);

test('a case worker puts a photo there, somebody chooses by the face, and it is gone once it is taken away', async ({ page, anotherDevice, signIn }) => {
  const [desk, photos] = [new Desk(page), new Photos(page)];
  await desk.signInAs('Samira Khan');
  await desk.open('/desk/account');
  await desk.link('Put a photo there or take it away').click();
  await expect(photos.of('Samira Khan')).toBeVisible();
  const before = (await photos.of('Samira Khan').getAttribute('src'))!;
  await photos.put('me.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await expect(photos.wrong).toContainText('This is no JPEG and no PNG.');
  await expect(photos.field('Which picture?')).toHaveAccessibleDescription(/This is no JPEG and no PNG\./);
  await axe(page);
  await noScroll(page);
  await photos.put('me.png', 'image/png', await readFile(PICTURE));
  await expect(photos.done).toContainText('Your photo is there.');
  await expect(photos.of('Samira Khan')).not.toHaveAttribute('src', before);
  await expect(photos.of('Samira Khan')).toHaveJSProperty('naturalWidth', 192);
  await axe(page);
  await noScroll(page);
  // Somebody presses the face.
  const context = await anotherDevice();
  await signIn('alex', context);
  const hers = new Photos(await context.newPage());
  await hers.open('/people/case-worker');
  const samira = hers.main.getByRole('radio', { name: 'Samira Khan, case worker at Riverside Support', exact: true });
  await expect(samira).not.toBeChecked();
  await hers.beside('Samira Khan').click();
  await expect(samira).toBeChecked();
  await axe(hers.page);
  await noScroll(hers.page);
  await hers.saved('You can change it at any time.');
  await expect(hers.of('Samira Khan')).toHaveJSProperty('naturalWidth', 192);
  await expect(hers.main.getByRole('img')).toHaveCount(1);
  // She takes it away, and nothing is in its place.
  await photos.button('Take it away').click();
  await expect(photos.done).toContainText('Your photo is gone.');
  await hers.page.reload();
  await expect(hers.of('Samira Khan')).toHaveCount(0);
  await expect(hers.beside('Samira Khan')).toHaveCount(0);
  await expect(hers.beside('Jo Evans')).toHaveCount(1);
});

test('an administrator takes a photo away, and has no way to put one there', async ({ page }) => {
  const desk = new Desk(page);
  await desk.signInAs('Owen Rees');
  await expect(desk.main.locator('input[type=file]')).toHaveCount(0);
  await desk.button('Take the photo away – Jo Evans').click();
  await expect(desk.done).toContainText('Tell them that you took it away, and why.');
  await expect(desk.button('Take the photo away – Jo Evans')).toHaveCount(0);
  await expect(desk.button('Take the photo away – Samira Khan')).toHaveCount(1);
  await axe(page);
  await noScroll(page);
});

test('photos are light, are asked for once a page, and no browser keeps them', async ({ page, signIn }) => {
  await signIn('rosa');
  const photos = new Photos(page);
  const weights = new Map<string, number>();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/people/photo') && asked.push(request.url()));
  for (const path of ['/people/case-worker', '/people', '/appointments/one?which=00000000000080008000000000000a01']) {
    asked.length = 0;
    await photos.open(path);
    for (const image of await photos.main.locator('img.photo').all()) {
      await image.scrollIntoViewIfNeeded();
      await expect(image).toHaveJSProperty('naturalWidth', 192);
    }
    expect(asked.length, path).toBe(new Set(asked).size);
    expect(asked.length, path).toBeGreaterThan(0);
    for (const url of asked) {
      const answer = await page.request.get(url);
      expect(answer.headers()['cache-control']).toBe('no-store');
      weights.set(url, (await answer.body()).length);
    }
  }
  expect(Math.max(...weights.values())).toBeLessThanOrEqual(MOST_KEPT);
  // Whoever signs out leaves none behind for the next.
  const [one] = asked;
  await page.goto('/home');
  await photos.signOut.click();
  await expect(photos.main).toContainText('signed out');
  expect((await page.request.get(one!)).status()).toBe(404);
});
