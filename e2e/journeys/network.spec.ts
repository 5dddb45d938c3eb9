import { axe, expect, noScroll, test } from '../fixtures';
import { Network } from '../pages/network';

test('someone sees who supports them, adds someone, and takes them away', async ({ page, signIn }) => {
  await signIn('rosa');
  const network = new Network(page);
  await network.open('/people');
  await expect(network.main.locator('h1 + p')).toContainText('It will not affect your benefits.');
  await expect(network.picture).toBeVisible();
  await expect(network.row('Jo Evans')).toContainText('What you show case workers.');
  await expect(network.row('Dr Adeyemi, my GP')).toContainText('Rest on bad days.');
  await noScroll(page);
  await axe(page);
  await network.link('Add someone').click();
  await network.save();
  await expect(network.wrong).toContainText('Write');
  await network.field('What you call them').fill('Auntie Bea <b>');
  await network.field('What they do').fill('Bakes on Sundays.');
  await noScroll(page);
  await axe(page);
  await network.save();
  await expect(network.done).toContainText('Only you see it.');
  await expect(network.row('Auntie Bea <b>')).toContainText('Nothing. They cannot see this page.');
  await network.row('Auntie Bea <b>').getByRole('link', { name: /^Change/ }).click();
  await network.button('Take them away').click();
  await expect(network.done).toContainText('Nobody is told.');
  await expect(network.row('Auntie Bea <b>')).toHaveCount(0);
});

test('someone reads what was suggested, asks the doctor first, says yes, and ends it', async ({ page, signIn }) => {
  await signIn('rosa');
  const network = new Network(page);
  await network.open('/people');
  await network.link(/^Read it/).click();
  await expect(network.main.locator('h1 + p')).toContainText('It will not affect your benefits.');
  await expect(network.main).toContainText('It is only an idea.');
  const answers = network.main.getByRole('group', { name: 'May they see this?' }).getByRole('button');
  await expect(answers).toHaveText(['Yes', 'No', 'Not now', 'I ask my doctor first']);
  const sizes = await answers.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(new Set(sizes).size).toBe(1);
  await noScroll(page);
  await axe(page);
  await network.button('I ask my doctor first').click();
  await expect(network.done).toContainText('Nothing goes.');
  await network.button('Yes').click();
  await network.open('/people');
  await expect(network.row('Hillside Physiotherapy')).toContainText('They come to your home');
  await network.open(Network.suggested);
  await network.button('Take it back now').click();
  await network.open('/people');
  await expect(network.row('Hillside Physiotherapy')).toHaveCount(0);
});

test('two pieces of advice that pull against each other go to whoever can be reached, once they were read', async ({ page, signIn }) => {
  await signIn('rosa');
  const network = new Network(page);
  await network.open(Network.rest);
  await expect(network.main).toContainText('it does not rest on you alone');
  await noScroll(page);
  await axe(page);
  await network.link('Send both to those who said it').click();
  await expect(network.main).toContainText('Nothing goes before you say yes below.');
  await expect(network.main).toContainText('Dr Adeyemi, my GP: it does not go there from here.');
  await expect(network.field('Your message')).toHaveValue(/pull against each other/);
  await noScroll(page);
  await axe(page);
  await network.button('Yes').click();
  await expect(network.done).toContainText('Sent.');
  await network.open('/notes');
  await expect(network.main).toContainText('Rest on bad days. Do not go outside on those.');
});

test('help nearby is found by a word, which is in no address', async ({ page, signIn }) => {
  await signIn('sam');
  const network = new Network(page);
  await network.open('/people');
  await network.link('See what there is').click();
  await network.field('Look for words').fill('pain');
  await network.button('Find').click();
  await expect(network.main.getByRole('heading', { level: 3 })).toHaveText(['Living with pain']);
  await expect(page).toHaveURL('/people/listings');
  await noScroll(page);
  await axe(page);
});

test('someone carries on at a light touch, and ends it with one press', async ({ page, signIn }) => {
  await signIn('rosa');
  const network = new Network(page);
  await network.open('/people/carrying-on');
  await expect(network.main.locator('h1 + p')).toContainText('It will not affect your benefits.');
  await expect(network.main).toContainText('It goes on after a job starts too, if you like.');
  await network.save();
  await expect(network.wrong).toContainText('Choose how often, at the most.');
  await network.pick('How often, at the most?', 'Once in thirteen weeks').check();
  await noScroll(page);
  await axe(page);
  await network.saved('You can change it at any time.');
  await noScroll(page);
  await axe(page);
  await network.button('End it now').click();
  await expect(network.done).toContainText('Nobody asks why.');
  await network.open('/contact');
  await expect(network.main).toContainText('not now');
});
