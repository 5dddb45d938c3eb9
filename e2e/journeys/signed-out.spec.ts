import { awake, axe, expect, noScroll, test, type Page } from '../fixtures';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

const TYPED = 'Learn to swim again,\nat my own pace';

/** Signs out in another tab of the same browser, as somebody does who has forgotten this one. */
async function signOutInAnotherTab(page: Page): Promise<void> {
  const there = new Portal(await page.context().newPage());
  await there.open('/home');
  await there.signOut.click();
  await expect(there.title).toHaveText('You are signed out');
  await there.page.close();
}

test('what was typed when the session ended is there after signing in again, and is saved by pressing Save', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write(TYPED);
  await goals.pick('Who can see it?', 'Me, and the case worker I choose').check();
  await signOutInAnotherTab(page);

  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await goals.save('goal');
  expect((await answered).status()).toBe(401);
  await expect(goals.title).toHaveText('Sign in');
  await expect(goals.wrong).toBeFocused();
  await expect(goals.wrong).toContainText('What you wrote is kept on this page for 24 hours.');
  await expect(page.locator('body')).not.toContainText('swim');
  await noScroll(page);
  await axe(page);

  await goals.button('Sam').click();
  await expect(goals.title).toHaveText('Add a goal');
  await expect(page).toHaveURL('/goals/add');
  await expect(goals.wrong).toBeFocused();
  await expect(goals.wrong).toContainText('You were signed out before this was saved. Here is what you wrote. Save it if you still want it.');
  await expect(goals.field('What would you like?')).toHaveValue(TYPED);
  await expect(goals.pick('Who can see it?', 'Me, and the case worker I choose')).toBeChecked();
  await awake(page);
  await noScroll(page);
  await axe(page);
  const there = new Goals(await page.context().newPage());
  await there.open('/goals');
  await expect(there.goals, 'nothing is saved by itself').toHaveCount(0);

  await goals.saved('Your goal is saved.', 'goal');
  expect(await goals.words()).toEqual([TYPED]);
});

test('someone else who signs in from there sees nothing of it', async ({ page, signIn }) => {
  await signIn('sam');
  const portal = new Portal(page);
  await portal.open('/contact/safe');
  await portal.field('A word that shows it is really us').fill('marmalade');
  await signOutInAnotherTab(page);
  await portal.save('safe');
  await expect(portal.wrong).toContainText('What you wrote is kept on this page for 24 hours.');
  await portal.button('Priya').click();
  await expect(portal.title).toHaveText('Hello Priya.');
  await expect(portal.wrong).toHaveCount(0);
  for (const path of ['/home', '/contact/safe', '/held']) {
    await portal.open(path);
    expect(await page.content()).not.toContain('marmalade');
  }
});

test('a page from before signing in again shows what was typed, and it can be saved', async ({ page, context, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write(TYPED);
  await signOutInAnotherTab(page);
  await signIn('sam', context);
  await goals.save('goal');
  await expect(goals.wrong).toContainText('This page was from before you signed in, so nothing was saved.');
  await expect(goals.field('What would you like?')).toHaveValue(TYPED);
  await goals.saved('Your goal is saved.', 'goal');
});
