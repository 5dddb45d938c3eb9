import { iso, inDays } from './dates';
import { axe, expect, noScroll, test } from './fixtures';
import { Contact } from './pages/contact';
import { Desk } from './pages/desk';
import { Network } from './pages/network';
import { Notes } from './pages/notes';
import { Offers } from './pages/offers';
import { Portal } from './pages/portal';
import { Terms } from './pages/terms';

test.setTimeout(180_000);

test('from asking to talk to stopping, on a phone without scripts and at a desk, with nothing left to send', async ({ anotherDevice, service, signIn }) => {
  // Sam, new here, with a cheap phone; Jo, at work.
  const phone = await anotherDevice({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const page = await phone.newPage();
  const desk = new Desk(await (await anotherDevice({ viewport: { width: 1280, height: 900 } })).newPage());
  const sams = new Portal(page);
  const seen = async () => {
    await noScroll(page, true);
    await axe(page, true);
  };
  /** Some days go by. */
  const later = async (moment: string) => {
    await service.comeTo(moment);
    await signIn('sam', phone);
    await desk.signInAs('Jo Evans');
  };

  await signIn('sam', phone);
  await desk.signInAs('Jo Evans');
  await expect(desk.see('Sam')).toHaveCount(0);

  await test.step('the terms come first, and nobody is contacted by them', async () => {
    const terms = new Terms(page);
    await terms.openPart('formats');
    await terms.meet('By phone', 'Yes, first');
    await terms.save();
    await terms.openPart('pace');
    await terms.field('The day before').check();
    await terms.save();
    const contact = new Contact(page);
    await contact.open('/contact/ways');
    await contact.use('Email', 'Yes, first', ['Email address', 'sam@example.com']);
    await contact.save();
    await sams.open('/people/case-worker');
    await sams.main.getByLabel(/Jo Evans/).check();
    await sams.save();
    await desk.open('/desk');
    await expect(desk.see('Sam')).toHaveCount(0);
  });

  await test.step('ask', async () => {
    const contact = new Contact(page);
    await contact.open('/contact');
    await contact.sayMore();
    await contact.field('What would you like to talk about?').fill('A bus pass.');
    await contact.answer('Yes').click();
    await expect(contact.done).toContainText('You have asked to talk.');
    await seen();
    await desk.open('/desk');
    await desk.see('Sam').click();
    await expect(desk.main).toContainText('A bus pass.');
  });

  const offers = new Offers(page);
  let day = '';
  const offer = async (why: string) => {
    await desk.open('/desk/person');
    await desk.link('Offer an appointment').click();
    const times = desk.main.locator('select[name=times]').nth(3);
    await times.selectOption({ index: 1 });
    day = (await times.inputValue()).slice(0, 10);
    await desk.main.getByRole('radio', { name: 'By phone' }).check();
    await desk.field('What is it about?').fill(why);
    await desk.button('Offer it').click();
    await expect(desk.done).toContainText('It is offered.');
    await offers.open('/appointments');
    await offers.main.getByRole('listitem').filter({ hasText: why }).getByRole('link', { name: /^Read and answer/ }).click();
  };

  await test.step('offer, and suggest another', async () => {
    await offer('The form for the bus pass.');
    await seen();
    await offers.unfold('If you suggest another');
    await offers.field('Another day').fill(iso(inDays(30)));
    await offers.field('In your own words').fill('A little later, please.');
    await offers.button('Suggest another').click();
    await expect(offers.done).toContainText('Your suggestion is there for your case worker to see.');
    await desk.open('/desk/person');
    await expect(desk.main).toContainText('A little later, please.');
    await desk.main.getByRole('button', { name: /^Take this offer back/ }).click();
  });

  await test.step('accept', async () => {
    await offer('The bus pass, a little later.');
    await offers.button('Yes').click();
    await expect(offers.done).toContainText('You said yes. It is agreed.');
    await seen();
    await desk.open('/desk/agreed');
    await expect(desk.main).toContainText('The bus pass, a little later.');
  });

  const sent = async () => {
    await sams.open('/sent');
    return sams.main.getByRole('listitem').allTextContents();
  };
  const before = (days: number) => {
    const date = new Date(`${day}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() - days);
    return date.toISOString().slice(0, 10);
  };

  await test.step('reminded on the day before, where Sam wants to be reached, in words that tell nobody anything', async () => {
    await later(`${before(1)}T11:00`);
    await expect.poll(sent).toEqual([expect.stringContaining('sam@example.com')]);
    const [reminder] = await sent();
    expect(reminder).not.toMatch(/bus|Jo|benefit|health|appointment/i);
  });

  await test.step('meet, and what was said is written down with a yes to keeping it', async () => {
    await later(`${before(-1)}T11:00`);
    await desk.about('Sam', 'What was written about them, and writing more');
    await desk.field('What was said, or agreed to be kept').fill('Sam will never manage the bus alone.');
    await desk.field('Where it comes from').fill('our talk on the phone');
    await desk.field('They said yes to keeping these words').check();
    await desk.button('Keep it').click();
    await expect(desk.done).toContainText('It is kept, and they can read it now.');
  });

  await test.step('disagree', async () => {
    await sams.open('/held/kind?what=note');
    await expect(sams.main).toContainText('Sam will never manage the bus alone.');
    await sams.main.getByRole('link', { name: /^Say how you see it/ }).click();
    await sams.main.getByRole('textbox').fill('I manage the bus when it is quiet.');
    await sams.save();
    await seen();
    await desk.open('/desk/records');
    await expect(desk.main).toContainText('I manage the bus when it is quiet.');
  });

  await test.step('agreement, once the doctor was asked', async () => {
    await desk.about('Sam', 'Write to them, or propose an agreement');
    await desk.link('Propose an agreement').click();
    await desk.field('What they will do').fill('Try the quiet bus once, on a good day.');
    await desk.field('What you will do').fill('Send the form for the pass.');
    await desk.button('Propose it').click();
    const notes = new Notes(page);
    await notes.open('/notes');
    await notes.main.getByRole('listitem').filter({ hasText: 'Send the form' }).getByRole('link').click();
    await seen();
    await notes.answers.filter({ hasText: 'I ask my doctor first' }).click();
    await desk.open('/desk/notes');
    await expect(desk.one('Send the form')).toContainText('They ask their doctor first. Nothing is agreed.');
    await notes.answers.first().click();
    await expect(notes.done).toContainText('You said yes.');
    await desk.open('/desk/notes');
    await expect(desk.one('Send the form')).toContainText('It is agreed.');
  });

  await test.step('referral, with the consent that makes it', async () => {
    await desk.open('/desk/refer');
    await desk.field('Hillside Physiotherapy').check();
    await desk.field('Why do you think of them?').fill('You said that steps hurt.');
    await desk.field('What would they do?').fill('Show you ways up that hurt less.');
    await desk.field('To take it into account in health care').check();
    await desk.main.getByLabel('Their name').check();
    await desk.button('Suggest it').click();
    await expect(desk.done).toContainText('Suggested. They can read it now.');
    const network = new Network(page);
    await network.open('/people');
    await network.link(/^Read it/).click();
    await expect(network.main).toContainText('You said that steps hurt.');
    await seen();
    await network.button('Yes').click();
    await network.open('/people');
    await expect(network.row('Hillside Physiotherapy')).toContainText('Show you ways up that hurt less.');
  });

  await test.step('stop: at the desk there is only that nobody is to contact Sam', async () => {
    // Of which there would be a reminder.
    await offer('What the company said.');
    await offers.button('Yes').click();
    await expect(offers.done).toContainText('It is agreed.');
    expect(await service.waiting()).toBeGreaterThan(0);
    await sams.open('/stop');
    await seen();
    await sams.button('Stop support now').click();
    await desk.open('/desk/person');
    await expect(desk.main).toContainText('Do not contact them.');
    await expect(desk.main.getByRole('button')).toHaveCount(0);
    for (const path of ['notes', 'records', 'consent', 'refer', 'offer', 'propose', 'agreed', 'ending']) {
      await desk.open(`/desk/${path}`);
      await expect(desk.main, path).not.toContainText(/bus|form|Physiotherapy|steps|company/);
      await expect(desk.main.getByRole('textbox'), path).toHaveCount(0);
    }
    await expect(desk.main.getByRole('button')).toHaveCount(0);
  });

  await test.step('and nothing is left to send, on any day', async () => {
    expect(await service.waiting()).toBe(0);
    for (const moment of [`${before(1)}T11:00`, `${before(0)}T11:00`, `${before(-40)}T11:00`]) {
      await later(moment);
      expect(await service.waiting()).toBe(0);
      expect(await sent()).toEqual([]);
    }
  });
});
