import { axe, expect, noScroll, test } from '../fixtures';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

test('a goal about any part of life is added in the person’s own words, and is seen by nobody else unless they say so', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/goals');
  await expect(goals.main).toContainText('You have no goals here. That is fine.');
  await goals.link('Add a goal').click();
  await expect(goals.title).toHaveText('Add a goal');
  await expect(goals.pick('Which part of life is it about?', 'I would rather not say')).toBeChecked();
  await expect(goals.pick('Who can see it?', 'Only me')).toBeChecked();
  await goals.write('Swim again');
  await goals.pick('Which part of life is it about?', 'Health and feeling well').check();
  await goals.saved('Your goal is saved.');
  const goal = goals.goal('Swim again');
  await expect(goal).toContainText('Thinking about it');
  await expect(goal).toContainText('Health and feeling well');
  await expect(goal).toContainText('Only you can see this.');
  await noScroll(page);
  await axe(page);
});

test('work is one part of life among others: never the first, never chosen beforehand', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/goals/add');
  const areas = goals.main.getByRole('group', { name: 'Which part of life is it about?' });
  await expect(areas.getByRole('radio').first()).not.toHaveValue('work');
  await expect(areas.getByLabel('Work, paid or not')).not.toBeChecked();
});

test('a goal is changed, and shown to the case worker only once the person says so', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  await goals.openChange('See my brother more');
  await expect(goals.field('What would you like?')).toHaveValue('See my brother more');
  await expect(goals.pick('Who can see it?', 'Only me')).toBeChecked();
  await goals.write('See my brother every week');
  await goals.pick('Who can see it?', 'Me, and the case worker I choose').check();
  await goals.saved('Your goal is changed.', 'goal');
  await expect(goals.goal('See my brother every week')).toContainText('You, and the case worker you choose, can see this.');
  await expect(goals.goal('See my brother more')).toHaveCount(0);
});

test('where the person is with a goal is theirs to say, and resting or letting go is as good as doing', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  for (const stage of ['Resting it', 'Done', 'Let go', 'Thinking about it', 'Doing it']) {
    await goals.openChange('Get out of the house');
    await goals.pick('Where are you with it?', stage).check();
    await goals.button('Save where you are with it').click();
    await expect(goals.done).toContainText('Saved.');
    await expect(goals.goal('Get out of the house').locator('.tag').first()).toHaveText(stage);
  }
});

test('goals stand in the person’s own order', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  const [house, letters, brother] = ['Get out of the house', 'Understand the letters about my rent.\nSomeone to read them with me.', 'See my brother more'];
  await goals.open('/goals');
  expect(await goals.words()).toEqual([house, letters, brother]);
  await expect(goals.goal(house).getByRole('button', { name: /^Move up/ })).toHaveCount(0);
  await expect(goals.goal(brother).getByRole('button', { name: /^Move down/ })).toHaveCount(0);
  await goals.press('Move up', brother);
  expect(await goals.words()).toEqual([house, brother, letters]);
  await goals.press('Move up', brother);
  await goals.press('Move down', house);
  expect(await goals.words()).toEqual([brother, letters, house]);
  await goals.open('/home');
  expect(await goals.words(goals.main.locator('ul.stack > li'))).toEqual([brother, letters, house]);
});

test('a goal that was taken away can be got back', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  await goals.open('/goals');
  await goals.press('Take away', 'See my brother more');
  await expect(goals.done).toContainText('You can get it back at the end of this page.');
  await expect(goals.goals).toHaveCount(2);
  await goals.main.getByText('1 goal you took away').click();
  await expect(goals.takenAway).toHaveText(/See my brother more/);
  await noScroll(page);
  await goals.takenAway.getByRole('button', { name: /^Get it back/ }).click();
  await expect(goals.done).toContainText('Your goal is back.');
  await expect(goals.goal('See my brother more')).toBeVisible();
  await expect(goals.goals).toHaveCount(3);
});

test('what is done to one goal says which goal to those who hear the buttons one by one', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  await goals.open('/goals');
  const names = await goals.goals.getByRole('button').or(goals.goals.getByRole('link')).evaluateAll((all) => all.map((one) => one.textContent));
  expect(new Set(names).size).toBe(names.length);
});

const EXACTLY: Record<string, string> = {
  'script tags': '<script>alert(1)</script><img src=x onerror=alert(2)>',
  'the end of a text field and a script': '</textarea><script>alert(1)</script>',
  'entities and quotes': `&lt;b&gt; &amp; "so" 'they' \`say\` &#x41;`,
  'emoji': '🏊🏽‍♀️ swim, then 🍰 with my 👨‍👩‍👧‍👦',
  'Arabic': 'أن أخرج من البيت مرتين في الأسبوع',
  'several lines, with spaces': 'First:\n\n   the garden\n\tthen the gate  \nthen on',
  'a blank line first': '\nafter a blank line',
  'direction marks': 'left \u202eright\u202c and \u2067هنا\u2069 done',
};

test('own words are kept exactly as typed, whatever they are', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  const all = Object.values(EXACTLY);
  for (const [what, words] of Object.entries(EXACTLY)) {
    await test.step(what, async () => {
      await goals.add(words);
      await goals.goals.last().getByRole('link', { name: /^Change/ }).click();
      await expect(goals.title).toHaveText('Change this goal');
      expect(await goals.field('What would you like?').inputValue()).toBe(words);
      // Sent back as it stands, it is still the same.
      await goals.saved('Your goal is changed.', 'goal');
    });
  }
  expect(await goals.words()).toEqual(all);
  await noScroll(page);
  await goals.open('/home');
  expect(await goals.words(goals.main.locator('ul.stack > li'))).toEqual(all.slice(0, 3));
  await goals.open('/held');
  const held = await goals.main.locator('.own-words').evaluateAll((words) => words.map((one) => one.textContent));
  for (const words of all) expect(held).toContain(words);
  await noScroll(page);
});

test('own words as long as can be kept stay within the page', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  const words = `${'w'.repeat(1500)} ${'\u0301'.repeat(499)}`;
  await goals.add(words);
  expect(await goals.words()).toEqual([words]);
  await noScroll(page);
});

test('a form sent twice adds one goal', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Once');
  const form = Object.fromEntries(await goals.values('goal'));
  const token = await page.locator('form#goal [name=token]').inputValue();
  const again = await page.request.post('/goals/add', { form: { ...form, token }, headers: { origin: new URL(page.url()).origin } });
  expect(again.ok()).toBe(true);
  await goals.saved('Your goal is saved.');
  await expect(goals.goals).toHaveCount(1);
});

test('an impatient double press adds one goal', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Once');
  await goals.button('Save').dblclick();
  await expect(goals.title).toHaveText('Your goals');
  await expect(goals.goals).toHaveCount(1);
});

test('nobody comes to another person’s goal by its address', async ({ page, signIn }) => {
  await signIn('alex');
  const goals = new Goals(page);
  await goals.openChange('See my brother more');
  const address = page.url();
  await signIn('priya');
  expect((await page.goto(address))?.status()).toBe(404);
  await expect(new Portal(page).title).toHaveText('We cannot find this page');
  await expect(page.locator('body')).not.toContainText('brother');
});
