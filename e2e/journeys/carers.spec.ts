import { expect, test } from '../fixtures';
import { Portal } from '../pages/portal';

test('somebody is asked, says yes, acts in their own name, is seen, and is ended at once', async ({ page, signIn, anotherDevice }) => {
  await signIn('alex');
  const alex = new Portal(page);
  await alex.open('/carers');
  await expect(alex.main).toContainText('Nobody can act for you. That is fine.');
  await alex.link('Ask somebody to act for you').click();
  await alex.field('What do you call them?').fill('my friend Sam');
  await alex.pick('What can they do?', 'Change goals').check();
  await alex.pick('Does anyone else use this phone or computer?', 'No, only me').check();
  await alex.saved('Now make a code to give to them.');
  await alex.button('Make a code to give to them').click();
  const code = await alex.main.locator('strong').innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  const device = await anotherDevice();
  await signIn('sam', device);
  const sam = new Portal(await device.newPage());
  await sam.open('/helping/accept');
  await sam.field('The code').fill(code.toLowerCase().replaceAll('-', ' '));
  await sam.button('Go on').click();
  await expect(sam.main).toContainText('They have asked you to act for them. You can say no.');
  await sam.button('Yes Alex').click();
  await expect(sam.done).toContainText('You have said yes.');
  await sam.button('Act for Alex').click();
  const band = sam.page.getByText('You are doing this for Alex.');
  await expect(band).toBeVisible();
  await expect(sam.page.getByRole('link', { name: 'Stop support' })).toHaveCount(0);

  await sam.open('/goals');
  await expect(sam.main).not.toContainText('See my brother more');
  await sam.link('Add a goal').click();
  await expect(band).toBeVisible();
  await sam.field('What would you like?').fill('A walk in the park together');
  await sam.saved('Your goal is saved.', 'goal');
  await expect(sam.main).toContainText('A walk in the park together');

  await alex.open('/carers');
  await alex.link(/See or change/).click();
  await expect(alex.main).toContainText('What they have done for you');
  await alex.link(/See what it was before, or change it/).first().click();
  await expect(alex.main).toContainText('my friend Sam, who acts for you');

  await alex.open('/carers');
  await alex.link(/See or change/).click();
  await alex.button(/End it now/).click();
  await expect(alex.done).toContainText('It has ended.');

  await sam.open('/goals');
  await expect(sam.done).toContainText('You no longer have access.');
  await expect(band).toHaveCount(0);
  await sam.open('/helping');
  await expect(sam.main).toContainText('You are not helping anybody here.');
});

test('what was set up where others use the device waits until they sign in again', async ({ page, signIn }) => {
  await signIn('alex');
  const alex = new Portal(page);
  await alex.open('/carers/invite');
  await alex.field('What do you call them?').fill('Sam');
  await alex.pick('What can they do?', 'See goals').check();
  await alex.pick('Does anyone else use this phone or computer?', 'Yes, others do too').check();
  await alex.save();
  await alex.button('It is what I want').click();
  await expect(alex.wrong).toContainText('Please sign out and sign in again when you are by yourself.');
  await signIn('alex');
  await page.reload();
  await alex.open('/carers');
  await alex.link(/See or change/).click();
  await alex.button('It is what I want').click();
  await expect(alex.done).toContainText('Checked.');
});
