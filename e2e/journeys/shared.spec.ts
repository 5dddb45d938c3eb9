import { axe, expect, noScroll, test } from '../fixtures';
import { Signing } from '../pages/signing';

const SHARED = 'Other people use this phone or computer';

test('where others use the device the way out comes first, and it can be said otherwise', async ({ page, scripts }) => {
  const portal = new Signing(page);
  await portal.open('/sign-in');
  const box = portal.main.locator('#shared');
  await expect(box).not.toBeChecked();
  await box.press('Space');
  await expect(box).toBeChecked();
  await portal.button('Alex').click();
  await expect(portal.title).toHaveText('Hello Alex.');
  const first = page.getByRole('banner').getByRole('button', { name: 'Sign out' });
  await expect(page.getByRole('banner')).toContainText('Other people use this device.');
  await expect(page.getByRole('contentinfo')).toContainText(/you are signed out at \d+(:\d+)?[ap]m\./);
  await expect(page.getByRole('contentinfo')).not.toContainText('What you typed is kept.');
  await axe(page);
  await noScroll(page);
  if (scripts) {
    await page.clock.install();
    await portal.open('/goals/add');
    await portal.field('What would you like?').fill('A walk by the sea');
    const stay = page.getByRole('button', { name: 'Stay signed in' });
    await page.clock.fastForward('00:09:00');
    await expect(stay).toBeHidden();
    await page.clock.fastForward('00:01:30');
    await expect(stay).toBeVisible();
    await noScroll(page);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await stay.press('Enter');
    await expect(stay).toBeHidden();
  }
  await portal.open('/settings/sessions');
  await expect(portal.main).toContainText('Other people use the device, so it ends after 15 minutes without use.');
  await axe(page);
  await noScroll(page);
  await portal.button('Nobody else uses it').click();
  await expect(portal.done).toContainText('You stay signed in here for longer.');
  await expect(first).toHaveCount(0);
  await portal.button(SHARED).click();
  await expect(portal.done).toContainText('You are signed out here after 15 minutes in which you do nothing.');
  await first.click();
  await expect(portal.title).toHaveText('You are signed out');
});

test('an invitation is opened on a device that others use', async ({ page, service }) => {
  const portal = new Signing(page);
  const { link } = await service.invite('Robin');
  await page.goto(link);
  await portal.field(SHARED).check();
  await portal.button('Open my place').click();
  await expect(page.getByRole('banner')).toContainText('Other people use this device.');
});
