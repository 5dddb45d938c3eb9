import { axe, expect, noScroll, test } from '../fixtures';
import { Portal } from '../pages/portal';

test('anyone can read what this is, and first of all that it is their choice', async ({ page }) => {
  const start = new Portal(page);
  await start.open('/');
  await expect(start.title).toHaveText('Support on your own terms');
  const first = start.main.locator('h1 + p');
  await expect(first).toContainText('You can say no, or stop, at any time. It will not affect your benefits.');
  await expect(first).toBeInViewport();
  await expect(start.link('Sign in')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await noScroll(page);
  await axe(page);
});

test('the accessibility statement says what works, what falls short, and whom to tell', async ({ page }) => {
  const start = new Portal(page);
  await start.open('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibility' }).click();
  await expect(start.title).toHaveText('Accessibility');
  for (const part of ['You can', 'What is not good enough yet', 'Tell us what does not work for you']) {
    await expect(start.main.getByRole('heading', { name: part })).toBeVisible();
  }
  await expect(page.getByRole('contentinfo').getByRole('link', { name: '0800 000 0000' })).toHaveAttribute('href', 'tel:08000000000');
  await noScroll(page);
});

test('the privacy page says of each thing that can be held why, until when and who sees it', async ({ page }) => {
  const start = new Portal(page);
  await start.open('/');
  await start.link('Privacy').click();
  await expect(start.title).toHaveText('Privacy');
  const rows = start.main.getByRole('table').locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(34);
  for (const row of await rows.all()) {
    await expect(row.getByRole('cell')).toHaveCount(2);
    for (const cell of await row.getByRole('cell').all()) await expect(cell).not.toBeEmpty();
  }
  // What is the same for many is said once above them: 18 times over is what nobody listens to.
  for (const [term, said] of [['On what basis', 'You agreed ('], ['Until when', 'Until you erase it.']]) {
    await expect(start.said(term).first()).toContainText(said);
  }
  const groups = await start.main.locator('dl').allTextContents();
  expect(new Set(groups).size).toBe(groups.length);
  await expect(start.main.getByRole('table', { name: /^Until you erase it\./ }).first().locator('tbody').getByRole('row')).toHaveCount(22);
  await noScroll(page);
});

test('an address that is not there says so, and leads back', async ({ page }) => {
  const lost = new Portal(page);
  expect((await page.goto('/nowhere'))?.status()).toBe(404);
  await expect(lost.title).toHaveText('We cannot find this page');
  await lost.link('Go to the first page').click();
  await expect(lost.title).toHaveText('Support on your own terms');
});

test('nothing of a person is shown to someone who is not signed in', async ({ page }) => {
  const portal = new Portal(page);
  for (const path of ['/home', '/goals', '/goals/add', '/contact', '/contact/safe', '/appointments/terms', '/notes', '/notes/write', '/held', '/stop']) {
    await page.goto(path);
    await expect(portal.title, path).toHaveText('Sign in');
    await expect(page).toHaveURL('/sign-in');
  }
});
