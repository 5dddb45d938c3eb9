import { awake, expect, test } from '../fixtures';
import { itIsMine, kept, offer } from '../pages/drafts';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'drafts need scripts');

test('nothing is kept on a device that others use too', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/settings');
  await expect(goals.pick('Who uses this device?', 'Other people use it too, or I am not sure')).toBeChecked();
  await goals.open('/goals/add');
  await goals.write('Half a thou');
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await awake(page);
  await expect(offer(page)).toBeHidden();
  await expect(goals.field('What would you like?')).toHaveValue('');
});

test('signing out clears them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/goals/add');
  await goals.write('and another');
  expect((await kept(page)).length).toBe(2);
  await goals.signOut.click();
  await expect(goals.title).toHaveText('You are signed out');
  expect(await kept(page)).toEqual([]);
});

test('saying that others use the device too clears them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/settings');
  await goals.button('Save who uses this device').click();
  await expect(goals.done).toBeVisible();
  await awake(page);
  expect((await kept(page)).length, 'it is still theirs alone').toBe(1);
  await goals.pick('Who uses this device?', 'Other people use it too, or I am not sure').check();
  await goals.button('Save who uses this device').click();
  await expect(goals.done).toBeVisible();
  await awake(page);
  expect(await kept(page)).toEqual([]);
});

test('leaving the site clears them', async ({ page, signIn, elsewhere }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/goals/add');
  await goals.write('and another');
  expect((await kept(page)).length).toBe(2);
  await goals.leave.click();
  await expect(page).toHaveURL(elsewhere.url);
  await page.goto('/');
  expect(await kept(page)).toEqual([]);
});

test('someone else who signs in on the device is not offered them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await signIn('priya');
  await goals.open('/goals/add');
  await expect(offer(page)).toBeHidden();
});

test('rules for safe contact are never kept on a device, not even the person’s own', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const portal = new Portal(page);
  await portal.open('/contact/safe');
  await portal.field('A word that shows it is really us').fill('marmalade');
  await portal.field('Is there anything else to avoid?').fill('my brother in law');
  expect(await kept(page)).toEqual([]);
});
