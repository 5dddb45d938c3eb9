import { expect, test } from './fixtures';
import { iso, said, sameEitherWay } from './dates';
import { Keyboard } from './pages/keyboard';
import { Portal } from './pages/portal';

// Everything here is done with Tab, Enter, Space, the arrows and the letters alone: nothing is clicked or filled in.

test('the skip link is the first thing, is seen when it has the focus, and leads past the header', async ({ page, signIn }) => {
  await signIn('alex');
  const [portal, keyboard] = [new Portal(page), new Keyboard(page)];
  for (const path of ['/', '/home', '/contact']) {
    await portal.open(path);
    const skip = page.getByRole('link', { name: 'Skip to the main part of the page' });
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await keyboard.sees();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('main :focus'), path).toHaveCount(1);
  }
});

test('someone signs in, adds a goal, marks it, and takes it away', async ({ page }) => {
  const [portal, keyboard] = [new Portal(page), new Keyboard(page)];
  await page.goto('/');
  await keyboard.press(portal.link('Sign in'));
  await keyboard.press(portal.button('Sam'));
  await expect(portal.title).toHaveText('Hello Sam.');
  await keyboard.press(page.getByRole('navigation').getByRole('link', { name: 'Goals' }));
  await keyboard.press(portal.link('Add a goal'));
  await keyboard.type(portal.field('What would you like?'), 'Walk to the shop');
  await keyboard.choose(portal.pick('Which part of life is it about?', 'Getting out and about'));
  await keyboard.press(portal.button('Save'));
  await expect(portal.done).toContainText('Your goal is saved.');
  await expect(portal.done).toBeFocused();
  await keyboard.press(portal.link(/^Change/));
  await keyboard.choose(portal.pick('Where are you with it?', 'Doing it'));
  await keyboard.press(portal.button('Save where you are with it'));
  await expect(portal.main.locator('.tag').first()).toHaveText('Doing it');
  await keyboard.press(portal.button(/^Take away/));
  await expect(portal.done).toBeVisible();
  await keyboard.press(portal.main.locator('summary'));
  await keyboard.press(portal.button(/^Get it back/));
  await expect(portal.done).toContainText('Your goal is back.');
});

test('someone says not now until a day, then asks to talk, and says how to be reached', async ({ page, signIn }) => {
  await signIn('sam');
  const [portal, keyboard] = [new Portal(page), new Keyboard(page)];
  await portal.open('/contact');
  await keyboard.press(portal.main.locator('summary').first());
  await keyboard.type(portal.field('What would you like to talk about?'), 'my rent');
  const day = sameEitherWay();
  await keyboard.date(portal.field('If you say “not now”: until which day?'), iso(day));
  await keyboard.press(portal.button('Not now'));
  await expect(portal.main.locator('strong')).toHaveText(`not now, until ${said(day)}.`);
  await keyboard.press(portal.button('Yes'));
  await expect(portal.main.locator('strong')).toHaveText('you would like to talk.');
  await keyboard.press(portal.link('Change how'));
  const phone = portal.main.getByRole('group', { name: 'Phone call', exact: true });
  await keyboard.select(phone.getByLabel('Use this'), 'Yes, f');
  await keyboard.type(phone.getByLabel('Phone number'), '0113 496 0000');
  await keyboard.press(portal.button('Save'));
  await expect(portal.said('How')).toHaveText('phone call');
  await keyboard.press(portal.link('Change safe contact'));
  await keyboard.tick(portal.pick('How should we be careful?', 'First ask me if it is safe to talk'));
  await keyboard.press(portal.button('Save'));
  await expect(portal.said('Safe contact')).toHaveText('You have set 1 thing.');
});

test('someone sets every part of the terms', async ({ page, signIn }) => {
  await signIn('sam');
  const [portal, keyboard] = [new Portal(page), new Keyboard(page)];
  await portal.open('/appointments');
  await keyboard.press(portal.link('See or change your terms'));
  await keyboard.press(portal.link('Change how to meet'));
  await keyboard.select(portal.main.getByRole('group', { name: 'By video' }).getByLabel('Use this'), 'Yes, f');
  await keyboard.press(portal.button('Save'));
  await expect(portal.said('How to meet')).toHaveText('by video');
  await keyboard.press(portal.link('Change who is with you, and what helps'));
  await keyboard.tick(portal.pick('What would help?', 'Plain words'));
  await keyboard.press(portal.button('Save'));
  await keyboard.press(portal.link('Change how long and how often'));
  await keyboard.select(portal.field('How long, at most?'), '45');
  await keyboard.tick(portal.pick('When should we remind you?', 'The day before'));
  await keyboard.press(portal.button('Save'));
  await expect(portal.said('How long and how often')).toContainText('up to 45 minutes');
  await keyboard.press(portal.link('Change days and times'));
  await keyboard.select(portal.main.getByRole('group', { name: 'Monday' }).getByLabel('From'), 'Not on');
  await keyboard.press(portal.button('Save'));
  await expect(portal.said('Days and times')).not.toContainText('Monday');
  await keyboard.press(portal.link('Change breaks'));
  await keyboard.date(portal.field('First day'), iso(sameEitherWay()));
  await keyboard.date(portal.field('Last day'), iso(sameEitherWay()));
  await keyboard.press(portal.button('Save'));
  await keyboard.press(portal.button(/^Take away/));
  await expect(portal.done).toContainText('The break is taken away.');
});

test('someone reads what is held, sets how pages look, stops, comes back, and signs out', async ({ page, signIn, scripts }) => {
  await signIn('alex');
  const [portal, keyboard] = [new Portal(page), new Keyboard(page)];
  await portal.open('/held');
  if (scripts) {
    await keyboard.type(portal.main.getByRole('searchbox'), 'brother');
    await expect(portal.main.getByText('Items found: 1')).toBeVisible();
  }
  await keyboard.press(page.getByRole('contentinfo').getByRole('link', { name: 'Text size, colours and language' }));
  await keyboard.choose(portal.pick('Text size', 'Larger'));
  await keyboard.press(page.locator('form#reading').getByRole('button', { name: 'Save' }));
  await expect(page.locator('html')).toHaveAttribute('data-size', 'larger');
  await keyboard.press(page.getByRole('contentinfo').getByRole('link', { name: 'Stop support' }));
  await keyboard.press(portal.button('Stop support now'));
  await expect(portal.title).toHaveText('You have stopped support');
  await keyboard.press(portal.button('Come back to how things were'));
  await expect(portal.title).toHaveText('Hello Alex.');
  await keyboard.press(portal.signOut);
  await expect(portal.title).toHaveText('You are signed out');
});

test('a mistake is found and put right', async ({ page, signIn }) => {
  await signIn('sam');
  const [portal, keyboard] = [new Portal(page), new Keyboard(page)];
  await portal.open('/goals/add');
  await keyboard.press(portal.button('Save'));
  await expect(portal.wrong).toBeFocused();
  await keyboard.press(portal.wrong.getByRole('link'));
  await expect(portal.field('What would you like?')).toBeFocused();
  await keyboard.sees();
  await page.keyboard.type('Sleep');
  await keyboard.press(portal.button('Save'));
  await expect(portal.done).toContainText('Your goal is saved.');
});

for (const path of ['/', '/check', '/home', '/goals', '/goals/add', '/contact', '/contact/ways', '/appointments/terms', '/appointments/terms/breaks', '/held', '/stop', '/settings', '/examples']) {
  test(`wherever the focus goes it is seen, and nothing covers it: ${path}`, async ({ page, signIn }) => {
    await signIn('alex');
    await new Portal(page).open(path);
    const stops = await new Keyboard(page).walk();
    expect(stops).toBeGreaterThan(6);
  });
}
