import { expect, test, type Page } from '../fixtures';
import { Portal } from '../pages/portal';

/** The other site is there, Back shows nothing of ours, and the session is dead at the server. */
async function hasLeft(page: Page, service: string, elsewhere: string, cookies: { name: string; value: string }[]): Promise<void> {
  await expect(page).toHaveURL(elsewhere);
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  await expect.poll(async () => (await fetch(`${service}/home`, { headers, redirect: 'manual' })).status).toBe(303);
  await page.goBack();
  await expect(page.locator('body')).not.toContainText(/Hello|signed in as|brother|letters about my rent/);
  await expect(new Portal(page).title).toHaveText('Sign in');
}

for (const path of ['/home', '/goals', '/contact/safe', '/held']) {
  test(`one press leaves for another site, and nothing is left behind: from ${path}`, async ({ page, context, signIn, service, elsewhere }) => {
    await signIn('alex');
    const portal = new Portal(page);
    await page.goto('/goals');
    await portal.open(path);
    const cookies = await context.cookies();
    await expect(portal.leave).toBeInViewport();
    await portal.leave.click();
    await hasLeft(page, service.url, elsewhere.url, cookies);
  });
}

test('by keyboard it is the third thing on the page', async ({ page, context, signIn, service, elsewhere }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await page.goto('/contact');
  await portal.open('/home');
  const cookies = await context.cookies();
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab');
  await expect(portal.leave).toBeFocused();
  await page.keyboard.press('Enter');
  await hasLeft(page, service.url, elsewhere.url, cookies);
});

test('someone who is not signed in can leave as well', async ({ page, elsewhere }) => {
  await page.goto('/');
  await new Portal(page).leave.click();
  await expect(page).toHaveURL(elsewhere.url);
});

test('it works while the service does not answer', async ({ page, signIn, scripts, elsewhere }) => {
  test.skip(!scripts, 'needs scripts');
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/contact');
  await page.route('**/leave', () => new Promise(() => {}));
  await portal.leave.click();
  await expect(page).toHaveURL(elsewhere.url);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
