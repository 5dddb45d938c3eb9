import { Desk } from '../pages/desk';
import { Offers } from '../pages/offers';
import { Portal } from '../pages/portal';
import { axe, expect, noScroll, test } from '../fixtures';

test('both sides of the table: offered within the terms, another suggested, agreed, and stopped', async ({ page, anotherDevice, signIn }) => {
  // She is on her phone, or without scripts; at the desk there is another device.
  await signIn('rosa');
  const hers = new Offers(page);
  const context = await anotherDevice();
  const desk = new Desk(await context.newPage());
  await desk.signInAs('Jo Evans');
  await desk.see('Rosa').click();
  await desk.link('Offer an appointment').click();
  const offer = async (day: number, why: string): Promise<void> => {
    await desk.main.locator('select[name=times]').nth(day).selectOption({ index: 1 });
    await desk.main.getByRole('radio', { name: 'By phone' }).check();
    await desk.field('What is it about?').fill(why);
    await desk.button('Offer it').click();
    await expect(desk.done).toContainText('It is offered.');
  };
  const answer = async (why: string): Promise<void> => {
    await hers.main.getByRole('listitem').filter({ hasText: why }).getByRole('link', { name: /^Read and answer/ }).click();
    await expect(hers.main).toContainText(why);
  };
  // What does not fit is not there to pick, and why not can be read.
  await desk.main.locator('summary', { hasText: 'Why other days do not fit' }).click();
  await expect(desk.main).toContainText('This is sooner than the notice in the terms.');
  await noScroll(desk.page);
  await axe(desk.page);
  await offer(1, 'The form for the bus pass.');
  await hers.open('/appointments');
  await expect(hers.main).toContainText('The form for the bus pass.');
  await answer('The form for the bus pass.');
  await hers.unfold('If you suggest another');
  await hers.field('In your own words').fill('In the morning, please.');
  await hers.button('Suggest another').click();
  await expect(hers.done).toContainText('Your suggestion is there for your case worker to see.');
  await desk.open('/desk/person');
  await expect(desk.main).toContainText('They suggested something else.');
  await expect(desk.main).toContainText('In the morning, please.');
  await desk.main.getByRole('listitem').filter({ hasText: 'bus pass' }).getByRole('button', { name: /^Take this offer back/ }).click();
  await expect(desk.done).toContainText('It is no longer offered.');
  await desk.link('Offer an appointment').click();
  await offer(2, 'The bus pass, in the morning.');
  await hers.open('/appointments');
  await answer('The bus pass, in the morning.');
  await hers.button('Yes').click();
  await expect(hers.done).toContainText('You said yes. It is agreed.');
  await desk.open('/desk/agreed');
  await expect(desk.main).toContainText('The bus pass, in the morning.');
  await axe(desk.page);
  // She stops: nothing is left but that.
  await new Portal(page).open('/stop');
  await hers.button('Stop support now').click();
  await desk.open('/desk/agreed');
  await expect(desk.main).not.toContainText('bus pass');
  await desk.open('/desk/person');
  await expect(desk.main).toContainText('Do not contact them.');
  await expect(desk.main.getByRole('button')).toHaveCount(0);
});
