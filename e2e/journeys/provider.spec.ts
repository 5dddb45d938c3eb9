import { axe, expect, noScroll, test } from '../fixtures';
import { Provider } from '../pages/provider';

test.use({ known: true });

test('somebody adds it, signs out, and signs in through it', async ({ page, signIn }) => {
  const portal = new Provider(page);
  await signIn('alex');
  await portal.open('/settings/sign-in');
  await portal.link('Through Example Login').click();
  await expect(portal.main).toContainText('You can say no to any of this. It will not affect your benefits.');
  await expect(portal.main).toContainText('Example Login then knows that you sign in to Own Terms, and when.');
  await noScroll(page);
  await axe(page);
  await portal.button('Go on to Example Login').click();
  await Provider.say(page, 'alex');
  await expect(portal.title).toHaveText('Example Login knows you');
  await noScroll(page);
  await axe(page);
  await portal.field('What do you want to call it?').fill('');
  await portal.button('Add it').click();
  await expect(portal.wrong).toBeFocused();
  await portal.field('What do you want to call it?').fill('the one for everything');
  await portal.button('Add it').click();
  await expect(portal.done).toContainText('You can sign in with it from now on.');
  await expect(portal.main.getByRole('heading', { name: 'the one for everything' })).toBeVisible();
  await noScroll(page);
  await axe(page);
  await portal.signOut.click();
  await portal.open('/sign-in');
  await noScroll(page);
  await axe(page);
  await portal.signIn.press('Enter');
  // It knows them there still, and sends them straight back.
  await expect(portal.title).toHaveText('Example Login knows you');
  expect(new URL(page.url()).search, 'nothing stays in the address').toBe('');
  await page.reload();
  await noScroll(page);
  await axe(page);
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('Hello Alex.');
  await portal.open('/settings/sessions');
  await expect(portal.main).toContainText('Through someone else who knows you');
});

test('whoever signs out there is signed out here', async ({ page, context, service, signIn }) => {
  const portal = new Provider(page);
  await signIn('alex');
  await portal.add('alex');
  await portal.signOut.click();
  await portal.go();
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('Hello Alex.');
  const there = await context.newPage();
  await there.goto(`${service.provider!.url}/session/end`);
  await there.getByRole('button', { name: 'Sign out here' }).click();
  await expect(there.getByText('You are signed out here.')).toBeVisible();
  await portal.open('/home');
  await expect(portal.title).toHaveText('Sign in');
});

test('whoever goes back there is where they were, and whoever has no place here is told how to get one', async ({ page }) => {
  const portal = new Provider(page);
  await portal.go();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(portal.wrong).toBeFocused();
  await expect(portal.wrong).toContainText('That did not work. Nothing happened, and nothing is lost.');
  await expect(portal.main).not.toContainText('You did not want to');
  await axe(page);
  await noScroll(page);
  await portal.signIn.click();
  await Provider.say(page, 'nobody');
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('This opens no place here yet');
  await axe(page);
  await noScroll(page);
});

test('what was typed is gone on with after signing in beside it', async ({ page, context, signIn }) => {
  const portal = new Provider(page);
  await signIn('alex');
  await portal.add('alex');
  await portal.open('/goals/add');
  await portal.field('What would you like?').fill('A walk by the sea');
  await context.clearCookies({ name: 'own-terms-session' });
  await portal.save();
  await expect(portal.wrong).toContainText('What you wrote is kept on this page for 24 hours.');
  const opened = context.waitForEvent('page');
  await portal.signIn.click();
  await expect(portal.link('Go on to Example Login (opens beside this page)')).toBeVisible();
  await noScroll(page);
  await axe(page);
  await portal.link('Go on to Example Login (opens beside this page)').click();
  const beside = new Provider(await opened);
  await beside.button('Sign in').click();
  await expect(beside.title).toHaveText('Hello Alex.');
  await portal.button('I have signed in').click();
  await expect(portal.field('What would you like?')).toHaveValue('A walk by the sea');
  await portal.save();
  await expect(portal.done).toContainText('Your goal is saved.');
});
