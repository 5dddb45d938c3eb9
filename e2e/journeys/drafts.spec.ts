import { awake, expect, test } from '../fixtures';
import { Contact } from '../pages/contact';
import { itIsMine, kept, offer } from '../pages/drafts';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'drafts need scripts');

test('on a device that is the person’s own, what they were writing survives a reload, and is offered, not forced', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought\n  and "more" <b>');
  await goals.pick('Which part of life is it about?', 'Learning something').check();
  await page.reload();
  await awake(page);
  await expect(offer(page)).toBeVisible();
  await expect(goals.field('What would you like?')).toHaveValue('');
  await goals.button('Put it back').click();
  await expect(goals.field('What would you like?')).toHaveValue('Half a thought\n  and "more" <b>');
  await expect(goals.pick('Which part of life is it about?', 'Learning something')).toBeChecked();
  await expect(offer(page)).toBeHidden();
  await goals.saved('Your goal is saved.');
  await awake(page);
  await expect.poll(() => kept(page)).toEqual([]);
  await goals.open('/goals/add');
  await expect(offer(page)).toBeHidden();
});

test('a draft can be thrown away', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/goals/add');
  await goals.button('Throw it away').click();
  await expect(offer(page)).toBeHidden();
  expect(await kept(page)).toEqual([]);
});

test('once the last offer is answered, the focus is in the form', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  const words = goals.field('What would you like?');
  for (const answer of ['Put it back', 'Throw it away']) {
    await goals.open('/goals/add');
    await goals.write('the first thing');
    await goals.open('/goals/add');
    await goals.write('the second thing');
    await goals.open('/goals/add');
    await goals.button('Throw it away').focus();
    await page.keyboard.press('Enter');
    await expect(goals.button('Throw it away'), 'the next offer is there').toBeFocused();
    await goals.button(answer).focus();
    await page.keyboard.press('Enter');
    await expect(offer(page)).toBeHidden();
    await expect(words).toBeFocused();
    await expect(words).toHaveValue(answer === 'Put it back' ? 'the first thing' : '');
    await words.fill('');
  }
  // Where all fields are folded away, what unfolds them: no button, which a second press would send.
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.sayMore();
  await contact.field('What would you like to talk about?').fill('half a thought');
  await contact.open('/contact');
  await contact.button('Throw it away').click();
  await expect(contact.main.locator('form summary')).toBeFocused();
});

test('a key that is held down as an offer is answered sends nothing', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const portal = new Portal(page);
  const companion = portal.field('Who comes with you?');
  await portal.open('/appointments/terms/with-me');
  await companion.fill('my sister');
  await portal.open('/appointments/terms/with-me');
  await portal.button('Put it back').focus();
  for (let times = 0; times < 4; times++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(companion).toBeFocused();
  await expect(offer(page)).toBeHidden();
  await expect(portal.done).toBeHidden();
  await expect(companion).toHaveValue('my sister');
  // Pressed anew it does what it always does.
  await page.keyboard.press('Enter');
  await expect(portal.done).toBeVisible();
});

test('a draft about one goal is not offered for another', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  for (const words of ['a job with animals', 'the swimming pool']) await goals.add(words);
  await goals.openChange('a job with animals');
  await awake(page);
  await goals.write('a job with horses');
  await goals.openChange('the swimming pool');
  await awake(page);
  await expect(offer(page)).toBeHidden();
  await goals.openChange('a job with animals');
  await expect(offer(page)).toBeVisible();
});

test('what is put back counts as if it was typed', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('ten letter');
  const count = page.locator('#words-left');
  const left = await count.textContent();
  await goals.open('/goals/add');
  await expect(count).not.toHaveText(left!);
  await goals.button('Put it back').click();
  await expect(count).toHaveText(left!);
});
