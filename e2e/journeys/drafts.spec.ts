import { awake, expect, test, type Page } from '../fixtures';
import { Contact } from '../pages/contact';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'drafts need scripts');

async function itIsMine(page: Page): Promise<void> {
  const portal = new Portal(page);
  await portal.open('/settings');
  await portal.pick('Who uses this device?', 'Only I use it').check();
  await portal.button('Save Who uses this device?').click();
  await expect(portal.done).toBeVisible();
}

function kept(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.entries({ ...localStorage }).map(([key, value]) => `${key}=${value}`));
}

function offer(page: Page) {
  return page.getByRole('status').filter({ hasText: 'You were writing something here before.' });
}

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

test('on a device that is the person’s own, what they were writing survives a reload, and is offered, not forced', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought\n  and "more" <b>');
  await goals.pick('Which part of life is it about?', 'Learning something').check();
  await page.reload();
  await awake(page);
  await expect(offer(page)).toBeVisible();
  await expect(goals.field('What would you like?')).toHaveValue('');
  await goals.button('Put it back').click();
  await expect(goals.field('What would you like?')).toHaveValue('Half a thought\n  and "more" <b>');
  await expect(goals.pick('Which part of life is it about?', 'Learning something')).toBeChecked();
  await expect(offer(page)).toBeHidden();
  await goals.saved('Your goal is saved.');
  await awake(page);
  await expect.poll(() => kept(page)).toEqual([]);
  await goals.open('/goals/add');
  await expect(offer(page)).toBeHidden();
});

test('a draft can be thrown away', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/goals/add');
  await goals.button('Throw it away').click();
  await expect(offer(page)).toBeHidden();
  expect(await kept(page)).toEqual([]);
});

test('what was being written survives a session that ended meanwhile', async ({ page, context, signIn, service }) => {
  await signIn('sam');
  await itIsMine(page);
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.sayMore();
  await contact.field('What would you like to talk about?').fill('everything that went wrong in March');
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await fetch(`${service.url}/sign-out`, { method: 'POST', headers: { cookie, origin: service.url }, redirect: 'manual' });
  await contact.answer('Yes').click();
  await expect(contact.title).toHaveText('Sign in');
  await contact.button('Sam').click();
  await expect(contact.title).toHaveText('Hello Sam.');
  await contact.open('/contact');
  await expect(offer(page)).toBeVisible();
  await contact.button('Put it back').click();
  await expect(contact.field('What would you like to talk about?')).toHaveValue('everything that went wrong in March');
  await expect(contact.field('What would you like to talk about?')).toBeVisible();
});

test('what was refused stays a draft until it is saved', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const contact = new Contact(page);
  await contact.open('/contact/ways');
  await contact.use('Email', 'Yes, first', ['Email address', 'sam at example']);
  await contact.save('ways');
  await expect(contact.wrong).toBeVisible();
  await awake(page);
  expect((await kept(page)).join()).toContain('sam at example');
  await contact.channel('Email').getByLabel('Email address').fill('sam@example.com');
  await contact.saved('We will only reach you in these ways.', 'ways');
  await awake(page);
  await expect.poll(() => kept(page)).toEqual([]);
});

test('signing out clears them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  expect(await kept(page)).not.toEqual([]);
  await goals.signOut.click();
  await expect(goals.title).toHaveText('You are signed out');
  expect(await kept(page)).toEqual([]);
});

test('leaving the site clears them', async ({ page, signIn, elsewhere }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
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
