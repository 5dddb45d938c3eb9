import { awake, expect, test, type Page } from '../fixtures';
import { Contact } from '../pages/contact';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'drafts need scripts');

async function itIsMine(page: Page): Promise<void> {
  const portal = new Portal(page);
  await portal.open('/settings');
  await portal.pick('Who uses this device?', 'Only I use it').check();
  await portal.button('Save who uses this device').click();
  await expect(portal.done).toBeVisible();
}

function kept(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.entries({ ...localStorage }).map(([key, value]) => `${key}=${value}`));
}

function offer(page: Page) {
  return page.getByRole('status').filter({ hasText: /^You were (writing something here before|also writing something else here)\./ });
}

test('nothing is kept on a device that others use too', async ({ page, signIn }) => {
  await signIn('sam');
  const goals = new Goals(page);
  await goals.open('/settings');
  await expect(goals.pick('Who uses this device?', 'Other people use it too, or I am not sure')).toBeChecked();
  await goals.open('/goals/add');
  await goals.write('Half a thou');
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await awake(page);
  await expect(offer(page)).toBeHidden();
  await expect(goals.field('What would you like?')).toHaveValue('');
});

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

test('a draft that only takes something away is offered', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const portal = new Portal(page);
  const alone = portal.field('Who comes with you?');
  const adjustment = page.locator('input[name="adjustments"]').first();
  await portal.open('/appointments/terms/with-me');
  await alone.fill('my sister');
  await adjustment.check();
  await portal.save('with-me');
  await expect(portal.done).toBeVisible();
  await awake(page);
  await expect.poll(() => kept(page)).toEqual([]);
  for (const [away, still] of [[() => alone.fill(''), 'box'], [() => adjustment.uncheck(), 'line']] as const) {
    await portal.open('/appointments/terms/with-me');
    await expect(offer(page)).toBeHidden();
    await away();
    await portal.open('/appointments/terms/with-me');
    await expect(alone).toHaveValue('my sister');
    await expect(adjustment).toBeChecked();
    await portal.button('Put it back').click();
    await expect(alone).toHaveValue(still === 'line' ? 'my sister' : '');
    await expect(adjustment).toBeChecked({ checked: still === 'box' });
    await portal.open('/appointments/terms/with-me');
    await portal.button('Throw it away').click();
    expect(await kept(page)).toEqual([]);
  }
});

test('what was typed and taken out again is no draft', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  expect(await kept(page)).not.toEqual([]);
  await goals.write('');
  expect(await kept(page)).toEqual([]);
});

test('what was saved is no draft, even where its form is there again', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const portal = new Portal(page);
  await portal.open('/appointments/terms/breaks');
  await portal.field('What would you like to call it?').fill('the allotment');
  await portal.page.locator('input[name="from"]').fill('2031-03-01');
  await portal.page.locator('input[name="until"]').fill('2031-03-08');
  expect(await kept(page)).not.toEqual([]);
  await portal.save('breaks');
  await expect(portal.done).toBeVisible();
  await awake(page);
  await expect(portal.title).toHaveText('Breaks');
  await expect(offer(page)).toBeHidden();
  expect(await kept(page)).toEqual([]);
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
  const count = page.locator('#words-count');
  const left = await count.textContent();
  await goals.open('/goals/add');
  await expect(count).not.toHaveText(left!);
  await goals.button('Put it back').click();
  await expect(count).toHaveText(left!);
});

test('what was being written survives a session that ended meanwhile', async ({ page, context, signIn, service }) => {
  await signIn('sam');
  await itIsMine(page);
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.sayMore();
  await contact.field('What would you like to talk about?').fill('everything that went wrong in March');
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await fetch(`${service.url}/sign-out`, { method: 'POST', headers: { cookie, origin: service.url }, redirect: 'manual' });
  await contact.answer('Yes').click();
  await expect(contact.title).toHaveText('Sign in');
  await contact.button('Sam').click();
  await expect(contact.wrong).toContainText('You were signed out before this was saved.');
  await expect(contact.field('What would you like to talk about?')).toHaveValue('everything that went wrong in March');
  await awake(page);
  await expect(offer(page), 'it is there already').toBeHidden();
  // Gone elsewhere without saving, it is still a draft.
  await contact.open('/contact');
  await expect(offer(page)).toBeVisible();
  await contact.button('Put it back').click();
  await expect(contact.field('What would you like to talk about?')).toHaveValue('everything that went wrong in March');
  await expect(contact.field('What would you like to talk about?')).toBeVisible();
});

test('what was refused stays a draft until it is saved', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const contact = new Contact(page);
  await contact.open('/contact/ways');
  await contact.use('Email', 'Yes, first', ['Email address', 'sam at example']);
  await contact.save('ways');
  await expect(contact.wrong).toBeVisible();
  await awake(page);
  expect((await kept(page)).join()).toContain('sam at example');
  await contact.channel('Email').getByLabel('Email address').fill('sam@example.com');
  await contact.saved('We will only reach you in these ways.', 'ways');
  await awake(page);
  await expect.poll(() => kept(page)).toEqual([]);
});

test('signing out clears them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/goals/add');
  await goals.write('and another');
  expect((await kept(page)).length).toBe(2);
  await goals.signOut.click();
  await expect(goals.title).toHaveText('You are signed out');
  expect(await kept(page)).toEqual([]);
});

test('saying that others use the device too clears them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/settings');
  await goals.button('Save who uses this device').click();
  await expect(goals.done).toBeVisible();
  await awake(page);
  expect((await kept(page)).length, 'it is still theirs alone').toBe(1);
  await goals.pick('Who uses this device?', 'Other people use it too, or I am not sure').check();
  await goals.button('Save who uses this device').click();
  await expect(goals.done).toBeVisible();
  await awake(page);
  expect(await kept(page)).toEqual([]);
});

test('leaving the site clears them', async ({ page, signIn, elsewhere }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await goals.open('/goals/add');
  await goals.write('and another');
  expect((await kept(page)).length).toBe(2);
  await goals.leave.click();
  await expect(page).toHaveURL(elsewhere.url);
  await page.goto('/');
  expect(await kept(page)).toEqual([]);
});

test('someone else who signs in on the device is not offered them', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const goals = new Goals(page);
  await goals.open('/goals/add');
  await goals.write('Half a thought');
  await signIn('priya');
  await goals.open('/goals/add');
  await expect(offer(page)).toBeHidden();
});

test('rules for safe contact are never kept on a device, not even the person’s own', async ({ page, signIn }) => {
  await signIn('sam');
  await itIsMine(page);
  const portal = new Portal(page);
  await portal.open('/contact/safe');
  await portal.field('A word that shows it is really us').fill('marmalade');
  await portal.field('Is there anything else to avoid?').fill('my brother in law');
  expect(await kept(page)).toEqual([]);
});
