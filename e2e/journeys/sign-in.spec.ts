import { expect, test } from '../fixtures';
import { Portal } from '../pages/portal';
import { SignIn } from '../pages/sign-in';

test('people of the demonstration sign in by a press of a button, and are greeted by name', async ({ page }) => {
  const portal = new SignIn(page);
  await portal.open('/');
  await portal.link('Sign in').click();
  await expect(portal.main).toContainText('This is a trial. Choose one of these people. They are made up.');
  await portal.button('Alex').click();
  await expect(portal.title).toHaveText('Hello Alex.');
  await expect(page.getByRole('contentinfo')).toContainText('You are signed in as Alex.');
  await expect(page.getByRole('banner')).toContainText('This is a trial. These people are made up.');
});

test('after signing out, Back shows nothing, and a copied cookie opens nothing', async ({ page, context, anotherDevice }) => {
  const portal = new SignIn(page);
  await portal.choose('Alex');
  await page.getByRole('navigation').getByRole('link', { name: 'Goals' }).click();
  await expect(portal.main).toContainText('See my brother more');
  const copied = await context.cookies();
  await portal.signOut.click();
  await expect(portal.title).toHaveText('You are signed out');
  await expect(portal.main).toContainText('What you wrote is not left on this device.');
  expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);

  await page.goBack();
  await expect(portal.title).toHaveText('Sign in');
  await expect(page.locator('body')).not.toContainText('brother');

  const other = await anotherDevice();
  await other.addCookies(copied);
  const there = new Portal(await other.newPage());
  await there.page.goto('/goals');
  await expect(there.title).toHaveText('Sign in');
});

test('signing in as someone else ends what was signed in before', async ({ page, context, anotherDevice, signIn }) => {
  await signIn('alex');
  const before = await context.cookies();
  await page.goto('/home');
  await signIn('priya');
  await page.reload();
  await expect(new Portal(page).title).toHaveText('Hello Priya.');
  const other = await anotherDevice();
  await other.addCookies(before);
  const there = new Portal(await other.newPage());
  await there.page.goto('/home');
  await expect(there.title).toHaveText('Sign in');
});

test('neither titles nor addresses tell a bystander who it is or what it is about', async ({ page, signIn }) => {
  await signIn('alex');
  for (const path of ['/home', '/goals', '/goals/add', '/contact', '/contact/safe', '/appointments/terms', '/held', '/stop', '/settings']) {
    await page.goto(path);
    await expect(page).toHaveTitle(/^[A-Z][a-z ,]+ - Own Terms$/);
    await expect(page).not.toHaveTitle(/Alex|benefit|safe|disab|health|jobcentre/i);
  }
});
