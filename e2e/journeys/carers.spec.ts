import { axe, expect, noScroll, test } from '../fixtures';
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

test('what a carer did is put back in one press, and what they took away comes back', async ({ page, signIn, anotherDevice }) => {
  const device = await anotherDevice();
  await signIn('jamie', device);
  const jamie = new Portal(await device.newPage());
  await jamie.open('/helping');
  await jamie.button('Act for Priya').click();
  await jamie.link("Priya's terms").click();
  await jamie.open('/appointments/terms/breaks');
  await jamie.field('First day').fill('2029-03-05');
  await jamie.field('Last day').fill('2029-03-06');
  await jamie.field('What would you like to call it?').fill('put there by Jamie');
  await jamie.saved('The break is saved. Nothing is offered in it.', 'breaks');
  await signIn('priya');
  const priya = new Portal(page);
  await priya.open('/carers/one?who=00000000000080008000000000000901');
  await expect(priya.main).toContainText('put there by Jamie');
  await noScroll(page);
  await axe(page);
  await priya.button(/^Put it back as it was/).first().click();
  await expect(priya.done).toContainText('It is as it was before. You have a receipt.');
  await expect(priya.main).toContainText('It is as it was before.');
  await priya.open('/appointments/terms/breaks');
  await expect(priya.main).not.toContainText('put there by Jamie');
});

test('one note is kept from carers, and shown to them again', async ({ page, signIn }) => {
  await signIn('rosa');
  const rosa = new Portal(page);
  await rosa.open('/held/item?what=note.00000000000080008000000000000702');
  await rosa.button(/^Keep this from my carers/).click();
  await expect(rosa.done).toContainText('Kept from everyone who acts for you.');
  await expect(rosa.main).toContainText('They are not told that it is here, and it is not counted for them.');
  await noScroll(page);
  await axe(page);
  await rosa.open('/held');
  await expect(rosa.main).toContainText('What you keep from those who act for you');
  await rosa.open('/held/item?what=note.00000000000080008000000000000702');
  await rosa.button(/^Show this to my carers/).click();
  await expect(rosa.done).toContainText('can see it again');
});

test('whoever has no place sees who asks, has one made at a yes, and takes a copy of what they see', async ({ page, signIn, anotherDevice }) => {
  await signIn('alex');
  const alex = new Portal(page);
  await alex.open('/carers/invite');
  await alex.field('What do you call them?').fill('my friend Robin');
  await alex.pick('What can they do?', 'See terms for meetings').check();
  await alex.pick('What can they do?', 'Download').check();
  await alex.pick('Does anyone else use this phone or computer?', 'No, only me').check();
  await alex.saved('Now make a code to give to them.');
  await alex.button('Make a code to give to them').click();
  const code = await alex.main.locator('strong').innerText();

  const robin = new Portal(await (await anotherDevice()).newPage());
  await robin.open('/sign-in/invitation');
  await robin.field('Your code').fill(code.toLowerCase());
  await robin.button('Open my place').click();
  await expect(robin.title).toHaveText('A code to help somebody');
  await expect(robin.main).toContainText('You can say no.');
  await noScroll(robin.page);
  await axe(robin.page);
  await robin.button('I have no place here').click();
  await expect(robin.title).toHaveText('Somebody asks you to act for them');
  await expect(robin.main).toContainText('Alex');
  await noScroll(robin.page);
  await axe(robin.page);
  await robin.button('Yes').click();
  await expect(robin.wrong).toBeVisible();
  await robin.field('What do you want to be called here?').fill('Robin');
  await robin.button('Yes').click();
  await expect(robin.title).toHaveText('How do you want to sign in next time?');
  await robin.open('/home');
  await expect(robin.title).toHaveText('Hello Robin.');
  await robin.open('/helping');
  await robin.button('Act for Alex').click();
  await robin.link('A copy of what you can see').click();
  await expect(robin.main).toContainText("written in Alex's list of who has looked");
  await noScroll(robin.page);
  await axe(robin.page);
  const [file] = await Promise.all([robin.page.waitForEvent('download'), robin.link('Download for a spreadsheet (CSV)').click()]);
  expect(file.suggestedFilename()).toMatch(/^papers-\d{4}-\d\d-\d\d\.csv$/);
  await alex.open('/held/looks');
  await expect(alex.main).toContainText('a copy of what they can see');
});
