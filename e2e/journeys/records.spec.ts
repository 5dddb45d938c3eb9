import { axe, awake, expect, noScroll, test } from '../fixtures';
import { Records } from '../pages/records';

test.beforeEach(({ signIn }) => signIn('rosa'));

test('someone reads a note that is wrong, has one word of it changed, and takes that back', async ({ page }) => {
  const records = new Records(page);
  await records.open('/held');
  const note = records.under('Notes by others');
  await expect(note).toContainText('Written by Jo Evans, case worker at Riverside Support');
  await note.getByRole('link', { name: 'Ask for this to be put right' }).click();
  await expect(records.title).toHaveText('Ask for this to be put right');
  await expect(records.main).toContainText('You do not have to. It will not affect your benefits.');
  await expect(records.main).toContainText('our talk on the phone');
  await awake(page);
  await noScroll(page);
  await axe(page);
  // What it says is there already, so that one word can be changed.
  const words = records.field('What should it say?');
  await words.fill((await words.inputValue()).replace('bad days', 'every day'));
  await records.field('Why?').fill('I said so on the phone.');
  await records.button('Ask for this').click();
  await expect(records.done).toContainText('You have asked for it to be put right.');
  await expect(records.title).toHaveText('Notes by others');
  await expect(records.beside.last()).toContainText(/Someone begins by \w+ \d+ \w+ \d{4}\./);
  await records.link('Change what you asked for, or take it back').click();
  await expect(records.field('What should it say?')).toHaveValue(/hard on every day/);
  await expect(records.main).toContainText('It counts as asked today.');
  await records.button('Take it back').click();
  await expect(records.done).toContainText('You have taken it back.');
  await expect(records.link('Ask for this to be put right')).toBeVisible();
  await noScroll(page);
});

test('nothing changed is told beside the field, and a conflict shows both wordings', async ({ page, anotherDevice, signIn }) => {
  const records = new Records(page);
  await records.open(`/held/correct?what=${Records.note}`);
  await records.button('Ask for this').click();
  await expect(records.wrong).toBeFocused();
  await expect(records.wrong).toContainText('This is what it says now. Change what is wrong.');
  const context = await anotherDevice();
  await signIn('rosa', context);
  const other = new Records(await context.newPage());
  await other.open(`/held/correct?what=${Records.note}`);
  await other.field('What should it say?').fill('From the other device.');
  await other.button('Ask for this').click();
  await expect(other.done).toBeVisible();
  await records.field('What should it say?').fill('From this device.');
  await records.button('Ask for this').click();
  await expect(records.wrong).toContainText('From the other device.');
  await expect(records.field('What should it say?')).toHaveValue('From this device.');
  await records.button('Ask for this instead').click();
  await expect(records.done).toBeVisible();
});

test('how someone sees it stands right under what was written, is changed, and is erased', async ({ page }) => {
  const records = new Records(page);
  await records.openItem(Records.payment);
  await records.link('Say how you see it').click();
  await records.field('How do you see it?').fill('كان المبلغ 8.60 جنيه');
  await records.saved('Your words are saved.');
  await expect(records.beside).toContainText('You see it differently:');
  await expect(records.beside.locator('.own-words')).toHaveText('كان المبلغ 8.60 جنيه');
  await records.open('/held');
  await expect(records.under('Money paid to you').locator('.beside')).toContainText('8.60');
  await records.under('Money paid to you').getByRole('link', { name: 'Change how you say you see it' }).click();
  await records.field('How do you see it?').fill('It was £8.60.');
  await records.saved('Your words are saved.');
  await records.link('Change how you say you see it').click();
  await records.link('Erase what you wrote').click();
  await records.button('Erase it').click();
  await expect(records.done).toContainText('Erased.');
  await expect(records.under('Money paid to you').locator('.beside')).toHaveCount(0);
});

test('an item says who can see it and why, who looked and why, and what the law keeps', async ({ page }) => {
  const records = new Records(page);
  await records.openItem(Records.referral);
  await expect(records.main).toContainText('Harbour Advice: you asked them to put it right, and they have not answered yet.');
  await expect(records.main).toContainText('Nobody who decides about benefits can.');
  await expect(records.lookedAt).toHaveCount(1);
  await expect(records.lookedAt).toContainText('to get ready to talk, as you asked');
  await records.openItem('goal.00000000000080008000000000000032');
  await expect(records.lookedAt.filter({ hasText: 'refused' })).toContainText('Samira Khan, case worker at Riverside Support');
  await records.openItem(Records.payment);
  await expect(records.main).toContainText('The law asks us to keep this until');
  await expect(records.link(/^Erase this/)).toHaveCount(0);
  await records.open('/held/erase?what=everything');
  await expect(records.main).toContainText('Money paid to you: until');
  await axe(page);
});

test('someone reads who supports them, chooses another, then nobody', async ({ page }) => {
  const records = new Records(page);
  await records.open('/home');
  await records.link('See everyone who supports you').click();
  await expect(records.title).toHaveText('Who supports you');
  await records.link('See or change whom you chose').click();
  await expect(records.title).toHaveText('Your case worker');
  await expect(records.said('Name')).toHaveText('Jo Evans');
  const question = 'Who would you like to talk to?';
  await expect(records.pick(question, 'Jo Evans, case worker at Riverside Support')).toBeChecked();
  await noScroll(page);
  await axe(page);
  await records.pick(question, 'Samira Khan, case worker at Riverside Support').check();
  await records.saved('Saved. You can change it at any time.');
  await expect(records.said('Name')).toHaveText('Samira Khan');
  await records.pick(question, 'Nobody').check();
  await records.saved('You have no case worker now.');
  await expect(records.main).toContainText('You have not chosen a case worker. That is fine.');
});

test('someone changes what they are called, from the item that holds it', async ({ page }) => {
  const records = new Records(page);
  await records.openItem('profile');
  await records.link('Change what you are called').click();
  await records.field('What would you like to be called?').fill('Rosie');
  await records.saved('Saved.');
  await records.open('/home');
  await expect(records.title).toHaveText('Hello Rosie.');
});
