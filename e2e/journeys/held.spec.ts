import { inDays, iso } from '../dates';
import { awake, axe, expect, noScroll, test } from '../fixtures';
import { Goals } from '../pages/goals';
import { Held } from '../pages/held';

const FACTS = ['Why it is held', 'On what basis', 'Until when'];

test('each thing that is held is shown: what, by whom, when, why, on what basis, until when, and who can see it', async ({ page, signIn }) => {
  await signIn('alex');
  const held = new Held(page);
  await held.open('/held');
  const count = await held.items.count();
  await expect(held.main).toContainText(`${count} items are held.`);
  for (const item of await held.items.all()) {
    await expect(item.locator('.own-words').first()).not.toBeEmpty();
    await expect(item.locator('.hint')).toHaveText(/^Written by (you|this service), on .+\. (Only you|You, and the case worker you choose,) can see this\.$/);
    await item.getByText('Why it is held, and until when').click();
    await expect(item.locator('dt')).toHaveText(FACTS);
    for (const fact of await item.locator('dd').all()) await expect(fact).toHaveText(/.../);
  }
  await expect(held.under('Goals')).toHaveCount(3);
  await expect(held.under('Goals').filter({ hasText: 'See my brother more' })).toContainText('Only you can see this.');
  await expect(held.under('Safe contact')).toContainText('First ask me if it is safe to talk');
  await expect(held.under('How to reach you')).toContainText('07700 900123');
  await expect(held.under('Whether you want contact')).toContainText('my last job');
  await noScroll(page);
  await axe(page);
});

test('everything that someone writes on any page is among what is held', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.add('marker-goal');
  await goals.open('/contact');
  await goals.main.locator('summary').first().click();
  await goals.field('What would you like to talk about?').fill('marker-about');
  await goals.field('Is there anything you do not want to talk about?').fill('marker-not-about');
  await goals.button('Yes').click();
  await goals.open('/contact/safe');
  await goals.field('A word that shows it is really us').fill('marker-word');
  await goals.field('Is there anything else to avoid?').fill('marker-avoid');
  await goals.saved('Saved.');
  await goals.open('/appointments/terms/with-me');
  await goals.field('Who comes with you?').fill('marker-companion');
  await goals.field('Which language, or anything else about it?').fill('marker-language');
  await goals.field('Is there anything else that helps?').fill('marker-also');
  await goals.saved('Saved.');
  await goals.open('/appointments/terms/breaks');
  await goals.field('First day').fill(iso(inDays(5)));
  await goals.field('Last day').fill(iso(inDays(6)));
  await goals.field('What would you like to call it?').fill('marker-break');
  await goals.saved('The break is saved.', 'breaks');
  const held = new Held(page);
  await held.open('/held');
  for (const marker of ['goal', 'about', 'not-about', 'word', 'avoid', 'companion', 'language', 'also', 'break']) {
    await expect(held.items.filter({ hasText: `marker-${marker}` }), marker).not.toHaveCount(0);
  }
});

test('a goal that was taken away is still shown, and says that it was', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  await goals.open('/goals');
  await goals.press('Take away', 'See my brother more');
  const held = new Held(page);
  await held.open('/held');
  await expect(held.under('Goals').filter({ hasText: 'See my brother more' })).toContainText(/You took it away on .+\. You can get it back\./);
});

test('who has looked is listed, the person’s own looks once for each time they sign in', async ({ page, signIn }) => {
  await signIn('alex');
  const held = new Held(page);
  for (const path of ['/home', '/goals', '/contact', '/held']) await held.open(path);
  await expect(held.looks).toHaveCount(1);
  await expect(held.looks.first()).toContainText('you');
  await expect(held.looks.first()).toContainText('it is about you');
  await expect(held.looks.first()).toContainText('seen');
  await signIn('alex');
  await held.open('/held');
  await expect(held.looks).toHaveCount(2);
});

test('with scripts an item is found as one types, and nothing of it leaves the device until Find is pressed', async ({ page, context, signIn, scripts }) => {
  test.skip(!scripts, 'needs scripts');
  await signIn('alex');
  const held = new Held(page);
  await held.open('/held');
  const all = await held.items.count();
  const sent: string[] = [];
  context.on('request', (request) => sent.push(request.url()));
  const said = await page.locator('#search-said').evaluateHandle((place) => {
    const said: (string | null)[] = [];
    new MutationObserver(() => said.push(place.textContent)).observe(place, { childList: true });
    return said;
  });
  await held.search.pressSequentially('BROTHER');
  await expect(held.items.filter({ visible: true })).toHaveCount(1);
  await expect(held.items.filter({ visible: true })).toContainText('See my brother more');
  await expect(held.main.getByText('Items found: 1')).toBeVisible();
  // Once, when the typing is over: Orca says nothing of what is told it between keys.
  expect(await said.jsonValue()).toEqual(['Items found: 1']);
  await expect(held.groups.getByRole('heading', { level: 3 }).filter({ visible: true })).toHaveText(['Goals']);
  await noScroll(page);
  await axe(page);
  await held.search.fill('nothing has this');
  await expect(held.main.getByText('Items found: 0')).toBeVisible();
  await held.search.fill('');
  await expect(held.items.filter({ visible: true })).toHaveCount(all);
  expect(sent).toEqual([]);
  await expect(page).toHaveURL('/held');
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
});

test('what stands beside a record is found as itself, on the device and by pressing Find', async ({ page, signIn, scripts }) => {
  await signIn('rosa');
  const held = new Held(page);
  // Words of the other view, and of a way that stands beside the record.
  for (const [words, count] of [['cannot use them at all', 1], ['Change how you say', 0]] as const) {
    await held.open('/held');
    await held.search.fill(words);
    if (scripts) await expect(held.items.filter({ visible: true })).toHaveCount(count);
    await held.button('Find').click();
    await expect(held.main).toContainText(`Items found: ${count}`);
    await expect(held.items).toHaveCount(count);
  }
});

test('since when a place is there and each sign-in are shown, and which of them is in use', async ({ page, anotherDevice, signIn }) => {
  await signIn('rosa');
  const held = new Held(page);
  await signIn('rosa', await anotherDevice());
  await held.open('/held');
  await expect(held.main.getByText(/Signed in on .+\. Last used on .+\./)).toHaveCount(2);
  await expect(held.main.getByText('You are using this one now.')).toHaveCount(1);
  await expect(held.main.getByText('someone invented, to try this service')).toBeVisible();
  await expect(held.main.getByText('The seal of the last change')).toBeHidden();
  await held.main.getByText('How far it goes, and its seal').click();
  await expect(held.main.getByText('The seal of the last change')).toBeVisible();
  await noScroll(page);
  await axe(page);
});

test('what is looked for is found by pressing Find, and its words are in no address', async ({ page, context, signIn }) => {
  await signIn('alex');
  const held = new Held(page);
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  await held.open('/held');
  await held.search.fill('BRÔTHER');
  await held.button('Find').click();
  await expect(page).toHaveURL('/held/find');
  await awake(page);
  await expect(held.search).toHaveValue('BRÔTHER');
  await expect(held.main).toContainText('Items found: 1');
  await expect(held.items).toHaveCount(1);
  await expect(held.items).toContainText('See my brother more');
  await noScroll(page);
  await axe(page);
  await held.search.fill('nothing has this');
  await held.search.press('Enter');
  await expect(held.main).toContainText('Items found: 0');
  await held.search.fill(' ');
  await held.button('Find').click();
  await expect(held.wrong).toContainText('Write something here.');
  await held.link('Back').click();
  await expect(page).toHaveURL('/held');
  expect(addresses.filter((address) => /br|nothing/i.test(decodeURIComponent(new URL(address).search)))).toEqual([]);
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
});

test('one kind is shown by itself, the newest first', async ({ page, signIn }) => {
  await signIn('alex');
  const held = new Held(page);
  await held.open('/held');
  await held.main.getByText('See one kind only').click();
  await held.link(/^Goals: \d+$/).click();
  await expect(held.title).toHaveText('Goals');
  await expect(held.items).toHaveCount(3);
  await noScroll(page);
  await held.link('Back').click();
  await expect(page).toHaveURL('/held');
});
