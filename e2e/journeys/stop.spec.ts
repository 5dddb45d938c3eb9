import { axe, expect, noScroll, test } from '../fixtures';
import { Contact } from '../pages/contact';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

const PAGES = [
  '/', '/accessibility', '/privacy', '/home', '/goals', '/goals/add', '/contact', '/contact/ways', '/contact/safe', '/contact/earlier', '/appointments', '/appointments/terms',
  '/appointments/terms/formats', '/appointments/terms/with-me', '/appointments/terms/pace', '/appointments/terms/times', '/appointments/terms/breaks', '/held', '/settings',
];

test('from every page, stopping is two presses away', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  for (const path of PAGES) {
    await page.goto(path);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Stop support' }).click();
    await expect(portal.button('Stop support now'), path).toBeVisible();
  }
  await portal.button('Stop support now').click();
  await expect(portal.title).toHaveText('You have stopped support');
});

test('stopping says first what it does, asks for no reason, and is done at once', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/stop');
  await expect(portal.main).toContainText('You can stop now. It will not affect your benefits. Nobody asks why.');
  await expect(portal.main.getByRole('textbox').or(portal.main.getByRole('radio')).or(portal.main.getByRole('checkbox'))).toHaveCount(0);
  await noScroll(page);
  await axe(page);
  await portal.button('Stop support now').click();
  await expect(portal.done).toContainText('You have stopped support. Nobody will contact you. It does not affect your benefits.');
  await noScroll(page);
  await axe(page);
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole('contentinfo'), path).toContainText('You have stopped support. Nobody will contact you.');
  }
});

test('someone who has stopped still reads, writes and keeps everything, but cannot be contacted by mistake', async ({ page, signIn }) => {
  await signIn('tom');
  const goals = new Goals(page);
  await goals.add('Just for me');
  await expect(goals.goals).toHaveCount(2);
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.sayMore();
  await contact.field('What would you like to talk about?').fill('my garden');
  await contact.answer('Yes').click();
  await expect(contact.wrong).toContainText('You have stopped support, so nobody can contact you. Come back first if you want to talk.');
  await expect(contact.field('What would you like to talk about?')).toHaveValue('my garden');
  await contact.wrong.getByRole('link', { name: 'Come back' }).click();
  await expect(contact.title).toHaveText('You have stopped support');
});

test('coming back to how things were finds everything as it was left', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  const say = async () => {
    const said: string[] = [];
    for (const path of ['/home', '/goals', '/contact', '/appointments/terms']) {
      await portal.open(path);
      said.push(await portal.main.innerText());
    }
    return said;
  };
  const before = await say();
  await portal.open('/stop');
  await portal.button('Stop support now').click();
  await portal.button('Come back to how things were').click();
  await expect(portal.title).toHaveText('Hello Alex.');
  await expect(portal.done).toContainText('You are back. You can stop again whenever you like.');
  expect(await say()).toEqual(before);
});

test('coming back afresh finds terms and wishes blank, and goals put aside where they can be got back', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  await goals.open('/stop');
  await goals.button('Stop support now').click();
  await goals.button('Come back and start afresh').click();
  await expect(goals.done).toContainText('You are back.');
  await expect(goals.main).toContainText('nothing yet. Nobody will contact you.');
  await expect(goals.said('How to meet')).toContainText('You have not said yet.');
  await goals.open('/contact');
  await expect(goals.said('How')).toContainText('You have not said.');
  await expect(goals.said('Safe contact')).toHaveText('You have set nothing.');
  await goals.open('/goals');
  await expect(goals.goals).toHaveCount(0);
  await goals.main.getByText('3 goals you took away').click();
  await goals.takenAway.filter({ hasText: 'See my brother more' }).getByRole('button').click();
  await expect(goals.goal('See my brother more')).toBeVisible();
  await goals.open('/held');
  await expect(goals.main).not.toContainText('my last job');
});
