import { axe, expect, noScroll, test } from '../fixtures';
import { LIES } from '../identity-provider';
import { Provider } from '../pages/provider';

test.use({ known: true });

/** Binds it to whoever is at the desk, who is `alex` there. */
async function bind(portal: Provider): Promise<void> {
  await portal.open('/desk/account');
  await portal.link('Go on to Example Login').click();
  await expect(portal.button('Go on to Example Login')).toBeVisible();
  await noScroll(portal.page);
  await axe(portal.page);
  await portal.button('Go on to Example Login').click();
  await Provider.say(portal.page, 'alex');
  await expect(portal.title).toHaveText('Example Login knows you');
  await noScroll(portal.page);
  await axe(portal.page);
  await portal.button('Add it').click();
  await expect(portal.done).toContainText('You can sign in with it from now on.');
}

async function go(portal: Provider): Promise<void> {
  await portal.open('/desk/sign-in');
  await portal.signIn.click();
}

test('somebody who works here binds it once, and signs in and out through it', async ({ page, context, service, atDesk }) => {
  const portal = new Provider(page);
  await atDesk('jo');
  await bind(portal);
  // Away from a page that may still be fetching the photo on it.
  await portal.open('/desk/invite');
  await context.clearCookies({ name: 'own-terms-desk' });
  await portal.open('/desk/sign-in');
  await noScroll(page);
  await axe(page);
  await portal.signIn.press('Enter');
  await expect(portal.title).toHaveText('Example Login knows you');
  expect(new URL(page.url()).search, 'nothing stays in the address').toBe('');
  await noScroll(page);
  await axe(page);
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('Who chose you');
  // Signing out there ends it here.
  const there = await context.newPage();
  await there.goto(`${service.provider!.url}/session/end`);
  await there.getByRole('button', { name: 'Sign out here' }).click();
  await expect(there.getByText('You are signed out here.')).toBeVisible();
  await portal.open('/desk');
  await expect(portal.title).toHaveText('Sign in at the desk');
});

test('whoever it knows works here no more than before, and nothing that it lies about is believed', async ({ page, context, service, atDesk }) => {
  const portal = new Provider(page);
  await go(portal);
  await Provider.say(page, 'alex');
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('This opens no desk here yet');
  await noScroll(page);
  await axe(page);
  await atDesk('jo');
  // It knows them there still, and sends them straight back.
  await portal.open('/desk/provider');
  await portal.button('Go on to Example Login').click();
  await portal.button('Add it').click();
  await expect(portal.done).toBeVisible();
  await portal.open('/desk/invite');
  await context.clearCookies({ name: 'own-terms-desk' });
  for (const lie of Object.keys(LIES) as (keyof typeof LIES)[]) {
    service.provider!.lie = lie;
    await go(portal);
    await expect(portal.wrong, lie).toContainText('That did not work. Nothing happened, and nothing is lost.');
    await portal.open('/desk');
    await expect(portal.title, lie).toHaveText('Sign in at the desk');
  }
  service.provider!.lie = undefined;
  await go(portal);
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('Who chose you');
  const warnings = service.log.filter((line) => line.includes(' WARN ') && !line.includes('demonstration'));
  expect(warnings).toHaveLength(Object.keys(LIES).length);
  service.log.length = 0;
});
