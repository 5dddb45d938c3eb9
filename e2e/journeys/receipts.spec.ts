import { readFile } from 'node:fs/promises';
import { axe, expect, noScroll, test } from '../fixtures';
import { Portal } from '../pages/portal';

interface File {
  whole: boolean;
  receipts: { number: number; words: { what: string; before: string[]; after: string[] }; content: { text: string } | null }[];
}

/** The file that a link gives, and the name it is kept under. */
async function download(portal: Portal, link: string): Promise<[File, string]> {
  const [file] = await Promise.all([portal.page.waitForEvent('download'), portal.main.getByRole('link', { name: link, exact: true }).click()]);
  return [JSON.parse(await readFile(await file.path(), 'utf8')) as File, file.suggestedFilename()];
}

test('what someone says has a receipt, with what applied before and after', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/appointments/terms/pace');
  await portal.field('How long, at most?').selectOption('45');
  await portal.saved('Saved.');
  await portal.open('/held');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Receipts' }).click();
  await portal.main.getByRole('link', { name: 'Receipt 16' }).click();
  const said = (term: string) => portal.said(term);
  await expect(said('What was done')).toHaveText('Written or changed: How long and how often.');
  await expect(said('What it said before')).toContainText('up to 20 minutes');
  await expect(said('What it says from here on')).toContainText('up to 45 minutes');
  await expect(said('By whom')).toHaveText('you');
  await noScroll(page);
  await axe(page);
});

test('one receipt or all can be taken away, with what was written or without, under a name that tells nothing', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/receipts');
  const [all, name] = await download(portal, 'Download all receipts');
  expect(name).toMatch(/^slips-\d{4}-\d\d-\d\d\.json$/);
  expect(all.whole).toBe(true);
  expect(all.receipts.map(({ number }) => number)).toEqual(all.receipts.map((_, at) => at + 1));
  expect(JSON.stringify(all)).toContain('my sister');
  const [proof, proofName] = await download(portal, 'Download all receipts, without what you wrote');
  expect(proofName).toMatch(/^slips-\d{4}-\d\d-\d\d-short\.json$/);
  expect(JSON.stringify(proof)).not.toContain('my sister');
  expect(proof.receipts.every(({ content }) => content === null)).toBe(true);
  await portal.open('/receipts/one?number=12');
  const [one, oneName] = await download(portal, 'Download this receipt');
  expect(oneName).toMatch(/^slip-12-\d{4}-\d\d-\d\d\.json$/);
  expect(one.receipts.map(({ number }) => number)).toEqual([12]);
  expect(one.receipts[0]?.words.after).toContain('my sister');
  await expect(page).toHaveURL('/receipts/one?number=12');
});

test('each wording of something is there with its receipt, and erasing destroys them all', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/appointments/terms/pace');
  await portal.field('How long, at most?').selectOption('45');
  await portal.saved('Saved.');
  await portal.open('/held/item?what=pace');
  const wordings = portal.main.locator('h2:has-text("Each wording") ~ ul > li');
  await expect(wordings).toHaveCount(2);
  await expect(wordings.first()).toContainText('up to 45 minutes');
  await expect(wordings.last()).toContainText('up to 20 minutes');
  await axe(page);
  await portal.main.getByRole('link', { name: 'Erase this' }).click();
  await expect(portal.main.getByRole('heading', { level: 1 })).toHaveText('Erase this? How long and how often');
  await expect(portal.main).toContainText('It will not affect your benefits');
  await noScroll(page);
  await axe(page);
  // Keeping it is as easy as erasing it.
  await portal.main.getByRole('link', { name: 'Keep it' }).click();
  await expect(wordings).toHaveCount(2);
  await portal.main.getByRole('link', { name: 'Erase this' }).click();
  await portal.button('Erase it').click();
  await expect(page).toHaveURL('/held');
  await expect(page.getByText('Erased.')).toBeVisible();
  await expect(portal.main).not.toContainText('up to 45 minutes');
  await portal.open('/held/item?what=pace');
  await expect(portal.main).toContainText('What it said was erased.');
  await expect(portal.main).not.toContainText('minutes');
});

test('everything can be erased in three steps from any page, and begun again', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/held');
  await portal.main.getByRole('link', { name: 'Erase everything' }).click();
  await portal.button('Erase it').click();
  await expect(portal.main).toContainText('Nothing is held.');
  await axe(page);
  await portal.open('/home');
  await expect(portal.main.getByRole('heading', { level: 1 })).toHaveText('Hello.');
  await axe(page);
});
