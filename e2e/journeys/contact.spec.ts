import { inDays, iso, said } from '../dates';
import { axe, expect, noScroll, test } from '../fixtures';
import { Contact } from '../pages/contact';

test('someone asks for a conversation, and says what about and what not', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact');
  await expect(contact.now).toHaveText('nothing yet. Nobody will contact you.');
  await contact.sayMore();
  await contact.field('What would you like to talk about?').fill('my rent\nand my garden');
  await contact.field('Is there anything you do not want to talk about?').fill('work');
  await contact.answer('Yes').click();
  await expect(contact.done).toContainText('You have asked to talk.');
  await expect(contact.now).toHaveText('you would like to talk.');
  await expect(contact.field('What would you like to talk about?')).toHaveValue('my rent\nand my garden');
  await expect(contact.field('Is there anything you do not want to talk about?')).toHaveValue('work');
  await noScroll(page);
  await axe(page);
});

test('yes takes one press, no takes one press, and not now takes one press', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.answer('No').click();
  await expect(contact.done).toContainText('Nobody will contact you about support. It does not affect your benefits.');
  await expect(contact.now).toHaveText('no contact.');
  await contact.answer('Not now').click();
  await expect(contact.done).toContainText('Nobody will contact you for now. It does not affect your benefits.');
  await expect(contact.now).toHaveText('not now, until you say.');
  await contact.answer('Yes').click();
  await expect(contact.now).toHaveText('you would like to talk.');
  await contact.answer('No').click();
  await expect(contact.now).toHaveText('no contact.');
});

test('yes, no and not now are of the same size and look, in that order, and none is chosen beforehand', async ({ page, signIn }) => {
  for (const who of ['sam', 'alex'] as const) {
    await signIn(who);
    const contact = new Contact(page);
    await contact.open('/contact');
    const buttons = await contact.main.locator('.answers .button').evaluateAll((all) =>
      all.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const { backgroundColor, borderTopColor, borderTopWidth, color, fontSize, fontWeight } = getComputedStyle(button);
        return { words: button.textContent, look: [Math.round(width), Math.round(height), backgroundColor, borderTopColor, borderTopWidth, color, fontSize, fontWeight] };
      }),
    );
    expect(buttons.map(({ words }) => words)).toEqual(['Yes', 'No', 'Not now']);
    expect(buttons[1].look).toEqual(buttons[0].look);
    expect(buttons[2].look).toEqual(buttons[0].look);
  }
});

test('not now can be until a day, which is said in full', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.sayMore();
  await contact.field('If you say “not now”: until which day?').fill(iso(inDays(30)));
  await contact.answer('Not now').click();
  await expect(contact.now).toHaveText(`not now, until ${said(inDays(30))}.`);
  await contact.open('/home');
  await expect(contact.main).toContainText(`not now, until ${said(inDays(30))}.`);
});

test('Enter in a field answers nothing', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.sayMore();
  await contact.field('If you say “not now”: until which day?').fill(iso(inDays(3)));
  await contact.field('If you say “not now”: until which day?').press('Enter');
  await contact.open('/contact');
  await expect(contact.now).toHaveText('nothing yet. Nobody will contact you.');
});

test('someone who asked, and says not now, keeps what they wanted to talk about', async ({ page, signIn }) => {
  await signIn('alex');
  const contact = new Contact(page);
  await contact.open('/contact');
  await contact.answer('Not now').click();
  await expect(contact.now).toHaveText('not now, until you say.');
  await contact.answer('Yes').click();
  await expect(contact.field('What would you like to talk about?')).toHaveValue('the letters about my rent');
  await expect(contact.field('Is there anything you do not want to talk about?')).toHaveValue('my last job');
});

test('ways to be reached stand in the person’s order, each with its number or address', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact/ways');
  await contact.use('Phone call', 'Yes, third', ['Phone number', '0113 496 0000']);
  await contact.use('Email', 'Yes, first', ['Email address', 'sam@example.com']);
  await contact.use('Letter', 'Yes, second', ['Name and address, as on an envelope', '1 High Street, Leeds LS1 4AP']);
  await contact.saved('We will only reach you in these ways.', 'ways');
  await expect(contact.said('How')).toHaveText('email, then letter, then phone call');
  await expect(contact.said('When')).toHaveText('At any time');
  await contact.open('/contact/ways');
  await expect(contact.channel('Email').getByLabel('Email address')).toHaveValue('sam@example.com');
  await expect(contact.channel('Text message').getByLabel('Use this')).toHaveValue('');
  await noScroll(page);
  await axe(page);
});

test('a way to be reached can be given up; it is kept until that was told there, and can be put back', async ({ page, signIn }) => {
  await signIn('alex');
  const contact = new Contact(page);
  await contact.open('/contact/ways');
  await contact.use('Text message', 'No, not this');
  await contact.saved('We will only reach you in these ways.', 'ways');
  await expect(contact.said('How')).toHaveText('a message here');
  await contact.open('/held/item?what=earlier-contact');
  await expect(contact.main).toContainText('07700 900123');
  // Or whoever gave it up would erase whom to tell.
  await expect(contact.main).toContainText('This can be done from');
  await expect(contact.link(/^Erase/)).toHaveCount(0);
});

test('a detail that does not look right is pointed out, and kept as it was typed', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  for (const [channel, label, wrong, says] of [
    ['Phone call', 'Phone number', '12', 'This does not look like a phone number.'],
    ['Text message', 'Mobile number', 'my sister’s', 'This does not look like a phone number.'],
    ['Email', 'Email address', 'sam at example', 'This does not look like an email address.'],
    ['Letter', 'Name and address, as on an envelope', '1 High Street, Leeds', 'Add a postcode'],
  ] as const) {
    await contact.open('/contact/ways');
    await contact.use(channel, 'Yes, first', [label, wrong]);
    await contact.save('ways');
    await expect(contact.wrong).toContainText(says);
    const field = contact.channel(channel).getByLabel(label, { exact: true });
    await expect(field).toHaveValue(wrong);
    await expect(field).toHaveAccessibleDescription(new RegExp(says));
    await expect(contact.channel(channel).getByLabel('Use this')).toHaveValue('1');
  }
});

test('the hours to be reached in are kept', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact/ways');
  await contact.use('A message here, for when you next visit', 'Yes, first');
  const monday = contact.main.getByRole('group', { name: 'Monday', exact: true });
  await monday.getByLabel('From').selectOption('10am');
  await monday.getByLabel('Until').selectOption('midday');
  await contact.saved('We will only reach you in these ways.', 'ways');
  await expect(contact.said('When')).toHaveText('Monday, 10am to midday');
});

test('a change of how someone is reached is shown at home, and put back in one press', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  const change = async (address: string): Promise<void> => {
    await contact.open('/contact/ways');
    await contact.use('Email', 'Yes, first', ['Email address', address]);
    await contact.saved('We will only reach you in these ways.', 'ways');
  };
  await change('me@example.com');
  await expect(contact.main).not.toContainText('How to reach you was changed');
  await change('someone.else@example.com');
  await contact.open('/home');
  await expect(contact.main).toContainText('If it was not you, you can put it back.');
  await contact.link('See what it was').click();
  await expect(contact.title).toHaveText('What you said before');
  await expect(contact.main).toContainText('someone.else@example.com');
  await expect(contact.main).toContainText('You can put it back until');
  await noScroll(page);
  await axe(page);
  await contact.button(/^Put this back/).click();
  await expect(contact.done).toContainText('It is as it was before.');
  await contact.open('/contact/ways');
  await expect(contact.channel('Email').getByLabel('Email address', { exact: true })).toHaveValue('me@example.com');
  await contact.open('/contact/earlier');
  await expect(contact.main).toContainText('There is nothing to put back.');
});

test('safe contact is kept, and the page of contact does not tell what it says', async ({ page, signIn }) => {
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact/safe');
  await contact.pick('How should we be careful?', 'First ask me if it is safe to talk').check();
  await contact.pick('How should we be careful?', 'Use plain envelopes with no sender on them').check();
  await contact.field('A word that shows it is really us').fill('marmalade');
  await contact.field('Is there anything else to avoid?').fill('never after six');
  await contact.saved('Saved.', 'safe');
  await expect(contact.said('Safe contact')).toHaveText('You have set 4 things.');
  await expect(contact.main).not.toContainText('marmalade');
  await contact.open('/contact/safe');
  await expect(contact.pick('How should we be careful?', 'First ask me if it is safe to talk')).toBeChecked();
  await expect(contact.field('A word that shows it is really us')).toHaveValue('marmalade');
  await noScroll(page);
  await axe(page);
});
