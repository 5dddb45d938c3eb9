import { axe, awake, expect, noScroll, test } from '../fixtures';
import { Desk } from '../pages/desk';
import { Device, Passkeys } from '../pages/passkeys';
import { Portal } from '../pages/portal';

test('a case worker signs in, sees who asked to talk, reads her terms, and she sees that Jo did', async ({ page, anotherDevice, signIn }) => {
  const desk = new Desk(page);
  await desk.signInAs('Jo Evans');
  await expect(desk.title).toHaveText('Who chose you');
  await expect(desk.main).toContainText("Saying no, or stopping, does not affect anyone's benefits.");
  await expect(desk.under('They asked to talk')).toContainText('Rosa');
  await expect(desk.under('Do not contact')).toContainText('Priya');
  await expect(desk.under('Do not contact').getByRole('button')).toHaveCount(0);
  await expect(desk.leave).toHaveCount(0);
  await axe(page);
  await noScroll(page);
  await desk.see('Rosa').click();
  await expect(page).toHaveURL(/\/desk\/person$/);
  await expect(desk.title).toHaveText('Rosa');
  await expect(desk.said('How to meet')).toContainText('by phone');
  await expect(desk.main).toContainText('The letter about your electricity.');
  await axe(page);
  await noScroll(page);
  // She reads it at once, by name.
  const context = await anotherDevice();
  await signIn('rosa', context);
  const hers = new Portal(await context.newPage());
  await hers.open('/held/looks');
  await expect(hers.main).toContainText('Jo Evans, case worker at Riverside Support');
  await expect(hers.main).toContainText('what they need to know to talk with you');
  // She stops, and the very next page says only that.
  await hers.open('/stop');
  await hers.button('Stop support now').click();
  await expect(hers.done).toContainText('You have stopped support.');
  await page.reload();
  await expect(desk.main).toContainText('Do not contact them.');
  await expect(desk.main).not.toContainText('electricity');
  await expect(desk.main.getByRole('button')).toHaveCount(0);
  await desk.link('Back').click();
  await expect(desk.under('Do not contact')).toContainText('Rosa');
  await desk.signOut.click();
  await expect(desk.done).toContainText('You are signed out of the desk.');
  await page.goto('/desk');
  await expect(desk.title).toHaveText('Sign in at the desk');
});

test('one browser holds a place and the desk, and neither tells of the other', async ({ page, signIn }) => {
  await signIn('alex');
  const desk = new Desk(page);
  await desk.signInAs('Gwen Price');
  await expect(desk.title).toHaveText('Time for people');
  await desk.open('/desk/account');
  await expect(desk.main).toContainText('Of a person you see something only once you have typed a reason');
  await expect(page.locator('body')).not.toContainText('Alex');
  await page.goto('/desk');
  await expect(desk.title).toHaveText('We cannot find this page');
  await desk.open('/home');
  await expect(desk.title).toHaveText('Hello Alex.');
  await expect(page.locator('body')).not.toContainText('Gwen');
});

test('the language of the desk is that of the device, and changes nothing of whoever is signed in beside it', async ({ page, signIn }) => {
  await signIn('alex');
  const desk = new Desk(page);
  await desk.signInAs('Jo Evans');
  await page.getByRole('button', { name: 'Cymraeg' }).click();
  await expect(desk.title).toHaveText("Pwy a'ch dewisodd chi");
  await expect(page).toHaveURL(/\/desk$/);
  await axe(page);
  await noScroll(page);
  await page.goto('/receipts');
  await expect(desk.main).not.toContainText(/Gosodiadau darllen|Reading settings/);
});

test.describe('where the service has a name', () => {
  test.use({ named: true });
  test('a passkey is added at the desk, and opens it from then on', async ({ page, context, scripts }) => {
    test.skip(!scripts, 'a passkey needs scripts, which the page says');
    const device = await Device.of(page);
    const [desk, passkeys] = [new Desk(page), new Passkeys(page)];
    await desk.signInAs('Samira Khan');
    await desk.open('/desk/passkey');
    await expect(passkeys.add).toBeVisible();
    await axe(page);
    await noScroll(page);
    await passkeys.add.click();
    await expect(desk.done).toContainText('You can sign in with this passkey from now on.');
    await expect(desk.main).toContainText('You have one passkey here.');
    expect(await device.passkeys()).toHaveLength(1);
    await desk.signOut.click();
    expect((await context.cookies()).filter(({ name }) => name.endsWith('own-terms-desk'))).toEqual([]);
    await awake(page);
    await passkeys.signIn.click();
    await expect(desk.title).toHaveText('Who chose you');
    // It opens no place of a person.
    await desk.open('/sign-in');
    await passkeys.signIn.click();
    await expect(desk.wrong).toContainText('We could not sign you in with this passkey.');
  });
});
