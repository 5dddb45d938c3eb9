import { awake, axe, expect, noScroll, test } from '../fixtures';
import { Portal } from '../pages/portal';
import { SignIn } from '../pages/sign-in';

test('pages are as the person likes to read them, signed in or not, and stay so', async ({ page, signIn }) => {
  const portal = new SignIn(page);
  const html = page.locator('html');
  await portal.open('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Text size, colours and language' }).click();
  const before = await portal.title.evaluate((title) => Number.parseFloat(getComputedStyle(title).fontSize));
  await portal.pick('Text size', 'Largest').check();
  await portal.pick('Space between lines and letters', 'Wider').check();
  await portal.pick('Colours', 'Strongest contrast').check();
  await portal.saved('Saved. Pages look like this from now on.', 'reading');
  const after = await portal.title.evaluate((title) => Number.parseFloat(getComputedStyle(title).fontSize));
  expect(after).toBeGreaterThan(before * 1.3);
  await expect(portal.pick('Text size', 'Largest')).toBeChecked();
  await noScroll(page);
  await axe(page);
  for (const path of ['/', '/sign-in', '/privacy']) {
    await page.goto(path);
    await expect(html).toHaveAttribute('data-size', 'largest');
    await expect(html).toHaveAttribute('data-contrast', 'most');
  }
  await signIn('sam');
  await page.goto('/home');
  await expect(html).toHaveAttribute('data-spacing', 'wider');
  await portal.signOut.click();
  await expect(portal.title).toHaveText('You are signed out');
  await expect(html).toHaveAttribute('data-size', 'largest');
});

test('what is set when signed in comes along to another device', async ({ page, signIn, anotherDevice }) => {
  await signIn('sam');
  const portal = new Portal(page);
  await portal.open('/settings');
  await portal.pick('Colours', 'Light words on dark').check();
  await portal.saved('Saved.', 'reading');
  const other = await anotherDevice();
  await signIn('sam', other);
  const there = await other.newPage();
  await there.goto('/home');
  await expect(there.locator('html')).toHaveAttribute('data-contrast', 'dark');
});

test('with scripts a setting is seen as it is chosen, and is as before if it is not saved', async ({ page, scripts }) => {
  test.skip(!scripts, 'needs scripts');
  const portal = new Portal(page);
  await portal.open('/settings');
  await portal.pick('Text size', 'Largest').check();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'largest');
  await portal.pick('Space between lines and letters', 'Wider').check();
  await expect(page.locator('html')).toHaveAttribute('data-spacing', 'wider');
  await portal.pick('Colours', 'Light words on dark').check();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'dark');
  await portal.open('/settings');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'usual');
  await expect(portal.pick('Text size', 'Usual')).toBeChecked();
});

test('the language is changed at the foot of any page, and one stays on that page', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  for (const path of ['/goals', '/contact/ways', '/']) {
    await portal.open(path);
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    await expect(page).toHaveURL(path);
    await awake(page);
    await noScroll(page);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
});

test('someone who reads in Welsh has every page in Welsh from sign-in on', async ({ page, signIn }) => {
  await signIn('megan');
  for (const path of ['/home', '/goals', '/goals/add', '/contact', '/contact/ways', '/contact/safe', '/contact/earlier', '/appointments', '/appointments/terms', '/held', '/stop', '/settings']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).not.toHaveText(/^(Hello|Your|Add|Contact|How|Safe|Appointments|What|Stop|Reading)\b/);
    await expect(page.getByRole('main')).not.toContainText(/\b(the|your|you)\b/);
  }
  await expect(page.getByRole('contentinfo')).toContainText(/siaradwr/);
});
