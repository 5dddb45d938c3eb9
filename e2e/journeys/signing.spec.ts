import { axe, expect, noScroll, test } from '../fixtures';
import { Signing } from '../pages/signing';

test('an invitation opens a place by its link, and the person chooses how to come back', async ({ page, service }) => {
  const portal = new Signing(page);
  const { link } = await service.invite('Robin');
  await page.goto(link);
  await page.reload();
  await expect(portal.main).toContainText('You can say no, or stop, at any time. It will not affect your benefits.');
  await noScroll(page);
  await axe(page);
  await portal.button('Open my place').click();
  await expect(portal.title).toHaveText('How do you want to sign in next time?');
  await axe(page);
  await portal.addEmail('robin@example.com');
  await portal.signOut.click();
  await portal.askForLink('Robin@Example.com');
  await axe(page);
  await portal.openLinkTo('Robin@Example.com');
  await expect(portal.title).toHaveText('Sign in');
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('Hello Robin.');
});

test('a code is typed by the keyboard alone, a slip is shown and what was typed stays', async ({ page, service }) => {
  const portal = new Signing(page);
  const { code } = await service.invite('Robin');
  await portal.open('/sign-in');
  await portal.link('I have an invitation').press('Enter');
  const typed = code.toLowerCase().replaceAll('-', ' ');
  await portal.field('Your code').pressSequentially(`${typed.slice(0, -1)}${typed.endsWith('a') ? 'b' : 'a'}`);
  await page.keyboard.press('Enter');
  await expect(portal.wrong).toContainText('Check each letter against what you were given. Nothing was used up.');
  await axe(page);
  await noScroll(page);
  await portal.field('Your code').fill(typed);
  await page.keyboard.press('Enter');
  await expect(portal.title).toHaveText('How do you want to sign in next time?');
});

test('on another device the link asks first, and both answers are the same size', async ({ page, anotherDevice, signIn }) => {
  const portal = new Signing(page);
  await signIn('alex');
  await portal.addEmail('alex@example.com');
  await portal.signOut.click();
  await portal.askForLink('alex@example.com');
  const there = new Signing(await (await anotherDevice()).newPage());
  await there.openLinkTo('alex@example.com');
  await expect(there.title).toHaveText('Sign in here?');
  await axe(there.page);
  await noScroll(there.page);
  const [yes, no] = [await there.button('Yes').boundingBox(), await there.button('No').boundingBox()];
  expect(yes!.height).toBe(no!.height);
  await there.button('No').click();
  await expect(there.title).toHaveText('Nothing was done');
  await portal.openLinkTo('alex@example.com', true);
  await expect(portal.title).toHaveText('This link does not open anything');
  await axe(page);
  await portal.askForLink('alex@example.com');
  await there.openLinkTo('alex@example.com');
  await there.button('Yes').click();
  await expect(there.title).toHaveText('Hello Alex.');
});

test('a way to sign in is named, and the last one closed only by someone who says so', async ({ page, signIn }) => {
  const portal = new Signing(page);
  await signIn('alex');
  await portal.addEmail('alex@example.com');
  await noScroll(page);
  await portal.link(/^Change its name, or close it/).click();
  await portal.field('What do you want to call it?').fill('the one at the library');
  await portal.saved('Saved.');
  await expect(portal.main.getByRole('heading', { name: 'the one at the library' })).toBeVisible();
  await portal.link(/^Change its name, or close it/).click();
  await axe(page);
  await noScroll(page);
  await portal.button('Close it').click();
  await expect(portal.wrong).toContainText('Tick this if you want to close your last way to sign in.');
  await portal.field('I know that I cannot sign in by myself again').check();
  await portal.button('Close it').click();
  await expect(portal.done).toContainText('It is closed.');
  await expect(portal.title).toHaveText('How do you want to sign in next time?');
});

test('what was typed is gone on with after signing in by a link', async ({ page, context, signIn }) => {
  const portal = new Signing(page);
  await signIn('alex');
  await portal.addEmail('alex@example.com');
  await portal.open('/goals/add');
  await portal.field('What would you like?').fill('A walk by the sea');
  await context.clearCookies({ name: 'own-terms-session' });
  await portal.save();
  await expect(portal.wrong).toContainText('What you wrote is kept on this page for 24 hours.');
  await portal.field('Your email address').fill('alex@example.com');
  await portal.button('Send me a link').click();
  const mail = new Signing(await context.newPage());
  await mail.openLinkTo('alex@example.com');
  await mail.button('Sign in').click();
  await expect(mail.title).toHaveText('Hello Alex.');
  await portal.button('I have signed in').click();
  await expect(portal.field('What would you like?')).toHaveValue('A walk by the sea');
  await portal.save();
  await expect(portal.done).toContainText('Your goal is saved.');
});

test('the page says when the session ends, and before that one press goes on with it', async ({ page, scripts, signIn }) => {
  const portal = new Signing(page);
  await signIn('alex');
  await page.clock.install();
  await portal.open('/contact');
  await expect(page.getByRole('contentinfo')).toContainText(/If you do nothing here, you are signed out at \d+(:\d+)?[ap]m\. What you typed is kept\./);
  const stay = page.getByRole('button', { name: 'Stay signed in' });
  await expect(stay).toBeHidden();
  if (!scripts) return;
  await page.clock.fastForward('01:53:00');
  await expect(stay).toBeHidden();
  await page.clock.fastForward('00:02:30');
  await expect(stay).toBeVisible();
  await expect(page.locator('#stay-said')).toContainText('if you do nothing here. What you typed is kept.');
  await expect(stay).not.toBeFocused();
  await noScroll(page);
  await axe(page);
  const asked = page.waitForRequest((request) => request.url().endsWith('/stay') && request.method() === 'POST');
  await stay.press('Enter');
  await asked;
  await expect(stay).toBeHidden();
  await expect(page.locator('#stay-said')).toHaveText('You stay signed in.');
  await page.clock.fastForward('01:54:00');
  await expect(stay).toBeHidden();
  await page.clock.fastForward('00:02:00');
  await expect(stay).toBeVisible();
});

test('where one is signed in is seen, and ended from elsewhere', async ({ page, anotherDevice, service, signIn }) => {
  const portal = new Signing(page);
  await signIn('alex');
  const there = await anotherDevice();
  await signIn('alex', there);
  await portal.open('/settings');
  await portal.link('Where you are signed in').click();
  await expect(portal.main).toContainText('You are using this one now.');
  await axe(page);
  await noScroll(page);
  await portal.button(/^Sign out there/).click();
  await expect(portal.done).toContainText('You are signed out there.');
  const other = new Signing(await there.newPage());
  await other.page.goto(`${service.url}/home`);
  await expect(other.title).toHaveText('Sign in');
});
