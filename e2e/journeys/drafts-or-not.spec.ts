import { awake, expect, test } from '../fixtures';
import { Contact } from '../pages/contact';
import { itIsMine, kept, offer } from '../pages/drafts';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'drafts need scripts');

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
