import { awake, expect, test } from '../fixtures';
import { itIsMine, kept, offer } from '../pages/drafts';
import { Goals } from '../pages/goals';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'drafts need scripts');

test('what is typed while a draft is on offer is kept beside it, and offered first the next time', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  const words = goals.field('What would you like?');
  await goals.open('/goals/add');
  await goals.write('the first thing');
  await goals.open('/goals/add');
  await expect(offer(page)).toBeVisible();
  await goals.write('the second thing');
  await goals.open('/goals/add');
  await expect(offer(page)).toContainText('You were writing something here before.');
  await goals.button('Put it back').click();
  await expect(words).toHaveValue('the second thing');
  await expect(offer(page)).toContainText('You were also writing something else here.');
  await goals.button('Throw it away').click();
  await expect(offer(page)).toBeHidden();
  await expect(words).toHaveValue('the second thing');
  expect((await kept(page)).join()).not.toContain('the first thing');
  await goals.saved('Your goal is saved.');
  await awake(page);
  await expect.poll(() => kept(page)).toEqual([]);
});

test('putting a draft back loses nothing of what was typed meanwhile: each can be had again', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  const words = goals.field('What would you like?');
  await goals.open('/goals/add');
  await goals.write('the first thing');
  await goals.open('/goals/add');
  await goals.write('the second thing');
  for (const put of ['the first thing', 'the second thing', 'the first thing']) {
    await goals.button('Put it back').click();
    await expect(words).toHaveValue(put);
    await expect(offer(page)).toContainText('You were also writing something else here.');
    expect((await kept(page)).length).toBe(2);
  }
  await goals.write('the first thing, and more');
  await goals.open('/goals/add');
  await goals.button('Put it back').click();
  await expect(words).toHaveValue('the first thing, and more');
  await goals.button('Put it back').click();
  await expect(words).toHaveValue('the second thing');
});

test('however often the offer is left unanswered, nothing is lost', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  const all = ['the first thing', 'the second thing', 'the third thing'];
  for (const words of all) {
    await goals.open('/goals/add');
    await goals.write(words);
  }
  await goals.open('/goals/add');
  for (const words of all.reverse()) {
    await goals.button('Put it back').click();
    await expect(goals.field('What would you like?')).toHaveValue(words);
    await goals.saved('Your goal is saved.');
    // A draft goes once the page that says so is awake.
    await awake(page);
    await goals.open('/goals/add');
  }
  await expect(offer(page)).toBeHidden();
  expect(await kept(page)).toEqual([]);
});

test('saving something else leaves a draft on offer that nobody answered', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('the first thing');
  await goals.add('the second thing');
  await awake(page);
  await expect.poll(async () => (await kept(page)).join()).not.toContain('second');
  await goals.open('/goals/add');
  await goals.button('Put it back').click();
  await expect(goals.field('What would you like?')).toHaveValue('the first thing');
  await expect(offer(page)).toBeHidden();
});
