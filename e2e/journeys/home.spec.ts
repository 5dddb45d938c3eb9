import { axe, expect, noScroll, test } from '../fixtures';
import { Portal } from '../pages/portal';

test('Home is a letter: what was said, the terms, what is next, who looked, and the goals', async ({ page, signIn }) => {
  await signIn('alex');
  const home = new Portal(page);
  await home.open('/home');
  await expect(home.main).toContainText('About contact, you have said: you would like to talk.');
  await expect(home.main).toContainText('You can say no to any of this. It will not affect your benefits.');
  await expect(home.said('How to meet')).toHaveText('by phone, in writing');
  await expect(home.said('How long and how often')).toHaveText('up to 20 minutes, at least 3 weeks apart, at most twice a month, with 1 week of notice');
  await expect(home.said('Days and times')).toHaveText('Tuesday and Thursday, 1pm to 5pm');
  await expect(home.main).toContainText('Nothing is planned. Nobody is waiting for you.');
  await expect(home.main).toContainText('Nobody else has looked at what is held about you.');
  await expect(home.main).toContainText('Get out of the house');
  await expect(home.link('Go to all 3 goals')).toBeVisible();
  await noScroll(page);
  await axe(page);
});

test('each of the terms at a glance leads to where it is changed', async ({ page, signIn }) => {
  await signIn('alex');
  const home = new Portal(page);
  for (const [link, title] of [
    ['Change how to meet', 'How to meet'],
    ['Change how long and how often', 'How long and how often'],
    ['Change days and times', 'Days and times'],
    ['Change what you have said about contact', 'Contact'],
    ['Go to all 3 goals', 'Your goals'],
  ]) {
    await home.open('/home');
    await home.link(link).click();
    await expect(home.title).toHaveText(title);
  }
});

test('someone who has said nothing yet reads what holds until they do, and that nobody contacts them', async ({ page, signIn }) => {
  await signIn('sam');
  const home = new Portal(page);
  await home.open('/home');
  await expect(home.main).toContainText('nothing yet. Nobody will contact you.');
  await expect(home.said('How to meet')).toContainText('You have not said yet.');
  await expect(home.said('How long and how often')).toContainText('You have not said yet. Until you do: up to 30 minutes');
  await expect(home.main).toContainText('You have no goals here. That is fine.');
  await noScroll(page);
  await axe(page);
});

test('someone who has stopped reads that nobody contacts them, and can come back', async ({ page, signIn }) => {
  await signIn('tom');
  const home = new Portal(page);
  await home.open('/home');
  await expect(home.main).toContainText('You have stopped support. Nobody will contact you. What you wrote is still here for you.');
  await expect(home.main).toContainText('Sleep through the night');
  await home.link('Come back').click();
  await expect(home.title).toHaveText('You have stopped support');
  await noScroll(page);
});
