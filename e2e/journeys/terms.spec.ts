import { inDays, iso, monthName, nextMonth, said } from '../dates';
import { awake, axe, expect, noScroll, test } from '../fixtures';
import { Terms } from '../pages/terms';

test('ways to meet are put in order without dragging, and nothing else is offered', async ({ page, signIn }) => {
  await signIn('sam');
  const terms = new Terms(page);
  await terms.open('/appointments');
  await terms.link('See or change your terms').click();
  await terms.link('Change how to meet').click();
  await expect(terms.title).toHaveText('How to meet');
  await terms.meet('By video', 'Yes, second');
  await terms.meet('In person, somewhere I choose', 'Yes, first');
  await terms.main.getByRole('group', { name: 'In person, somewhere I choose' }).getByLabel('Which place?').fill('the library café');
  await terms.saved('Every offer keeps to this.');
  await expect(terms.said('How to meet')).toHaveText('somewhere you choose (the library café), by video');
  await terms.openPart('formats');
  await terms.meet('In person, somewhere I choose', 'No, not this');
  await terms.saved('Every offer keeps to this.');
  await expect(terms.said('How to meet')).toHaveText('by video');
  await noScroll(page);
});

test('who is with someone, who interprets and what helps is kept without asking for a diagnosis', async ({ page, signIn }) => {
  await signIn('sam');
  const terms = new Terms(page);
  await terms.openPart('with-me');
  await expect(terms.main).toContainText('We do not ask about a diagnosis, and we do not keep one.');
  await expect(terms.pick('Do you want an interpreter?', 'No interpreter')).toBeChecked();
  await terms.field('Who comes with you?').fill('my neighbour Jo');
  await terms.pick('Do you want an interpreter?', 'British Sign Language').check();
  await terms.field('Which language, or anything else about it?').fill('Northern signs, please');
  await terms.pick('What would help?', 'Plain words').check();
  await terms.pick('What would help?', 'A quiet room').check();
  await terms.field('Is there anything else that helps?').fill('No phone\nringing');
  await terms.saved('Saved.');
  for (const line of ['my neighbour Jo', 'British Sign Language', 'Northern signs, please', 'Plain words', 'A quiet room', 'No phone']) {
    await expect(terms.said('Who is with you, and what helps')).toContainText(line);
  }
  await terms.openPart('with-me');
  await expect(terms.pick('Do you want an interpreter?', 'British Sign Language')).toBeChecked();
  await terms.pick('Do you want an interpreter?', 'No interpreter').check();
  await terms.saved('Saved.');
  await expect(terms.said('Who is with you, and what helps')).not.toContainText('British Sign Language');
  await noScroll(page);
  await axe(page);
});

test('the pace is the person’s: how long, how far apart, how many, how much notice, which reminders', async ({ page, signIn }) => {
  await signIn('sam');
  const terms = new Terms(page);
  await terms.openPart('pace');
  for (const reminder of ['A week before', 'The day before', 'The same morning']) {
    await expect(terms.pick('When should we remind you?', reminder)).not.toBeChecked();
  }
  await terms.field('How long, at most?').selectOption('15 minutes');
  await terms.field('How long from one appointment to the next, at least?').selectOption('2 weeks');
  await terms.field('How many in a month, at most?').selectOption('1');
  await terms.field('How long before do you want to know?').selectOption('5 days');
  await terms.pick('When should we remind you?', 'The day before').check();
  await terms.saved('Every offer keeps to this.');
  await expect(terms.said('How long and how often')).toHaveText('up to 15 minutes, at least 2 weeks apart, at most once a month, with 5 days of notice');
  await terms.openPart('pace');
  await expect(terms.pick('When should we remind you?', 'The day before')).toBeChecked();
});

test('nothing is offered at any other time than the days and hours the person chose', async ({ page, signIn }) => {
  await signIn('alex');
  const terms = new Terms(page);
  await terms.openPart('times');
  await terms.day('Tuesday', 'Not on Tuesday');
  await terms.day('Friday', '10:30am', 'midday');
  await terms.saved('Every offer keeps to this.');
  await expect(terms.said('Days and times')).toHaveText('Thursday, 1pm to 5pm; Friday, 10:30am to midday');
});

test('a break is added, named if one likes, and taken away', async ({ page, signIn }) => {
  await signIn('sam');
  const terms = new Terms(page);
  await terms.openPart('breaks');
  await terms.field('First day').fill(iso(inDays(20)));
  await terms.field('Last day').fill(iso(inDays(27)));
  await terms.field('What would you like to call it?').fill('my sister’s visit');
  await terms.saved('The break is saved. Nothing is offered in it.', 'breaks');
  const words = `${said(inDays(20))} to ${said(inDays(27))}: my sister’s visit`;
  await expect(terms.main.locator('ul.stack > li .own-words')).toHaveText(words);
  await noScroll(page);
  await axe(page);
  await terms.open(Terms.path);
  await expect(terms.said('Breaks')).toHaveText(words);
  await terms.openPart('breaks');
  await terms.button(`Take away ${words}`).click();
  await expect(terms.done).toContainText('The break is taken away.');
  await expect(terms.main.locator('ul.stack > li')).toHaveCount(0);
  await terms.open(Terms.path);
  await expect(terms.said('Breaks')).toHaveText('No breaks');
});

test('the month says in a sentence, in a drawing and in a table what could be offered', async ({ page, signIn }) => {
  await signIn('alex');
  const terms = new Terms(page);
  await terms.open(Terms.path);
  const first = nextMonth();
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  await expect(terms.picture.locator('figcaption')).toHaveText(`${monthName(first)} ${first.getUTCFullYear()} under these terms`);
  const month = await terms.month();
  expect(month.sentence).toBe(`Under these terms, you could be offered at most 2 appointments in ${monthName(first)}, only in the afternoon.`);
  expect(month.days).toHaveLength(days);
  // Three weeks apart, and on a Tuesday or a Thursday.
  const calls = month.days.filter((day) => day.includes('call')).map((day) => Number.parseInt(day, 10));
  expect(calls).toHaveLength(2);
  expect(calls[1] - calls[0]).toBeGreaterThanOrEqual(21);
  for (const day of calls) expect([2, 4]).toContain(nextMonth(day).getUTCDay());
  await terms.picture.locator('summary').click();
  const said = terms.picture.getByRole('row').filter({ hasText: 'An appointment could be here' });
  await expect(said).toHaveCount(2);
  await expect(said.first()).toContainText(new RegExp(`^(Tues|Thurs)day ${calls[0]}(?!\\d)`));
  await noScroll(page);
  await axe(page);
});

test.describe('the month beside a form', () => {
  const change = {
    pace: async (terms: Terms) => {
      await terms.field('How long from one appointment to the next, at least?').selectOption('4 weeks');
      await terms.field('How many in a month, at most?').selectOption('1');
    },
    times: async (terms: Terms) => {
      await terms.day('Tuesday', 'Not on Tuesday');
      await terms.day('Friday', '10am', 'midday');
    },
    breaks: async (terms: Terms) => {
      await terms.field('First day').fill(iso(nextMonth(1)));
      await terms.field('Last day').fill(iso(nextMonth(20)));
      await terms.field('What would you like to call it?').fill('rest');
    },
  };

  for (const part of ['pace', 'times', 'breaks'] as const) {
    test(`with scripts changes as the ${part} do, before anything is saved, and is the same after saving`, async ({ page, signIn, scripts }) => {
      test.skip(!scripts, 'needs scripts');
      await signIn('alex');
      const terms = new Terms(page);
      await terms.openPart(part);
      const before = await terms.month();
      await change[part](terms);
      await expect.poll(async () => await terms.month()).not.toEqual(before);
      if (part === 'breaks') await expect.poll(async () => (await terms.month()).rows.join()).toContain('A break: rest');
      const live = await terms.month();
      expect(live.days).not.toEqual(before.days);
      await noScroll(page);
      await terms.save(part);
      await expect(terms.done).toBeVisible();
      await awake(page);
      await terms.open(Terms.path);
      expect(await terms.month()).toEqual(live);
    });

    test(`without scripts shows what is saved, once the ${part} are`, async ({ page, signIn, scripts }) => {
      test.skip(scripts, 'without scripts');
      await signIn('alex');
      const terms = new Terms(page);
      await terms.openPart(part);
      const before = await terms.month();
      await change[part](terms);
      expect(await terms.month()).toEqual(before);
      await terms.save(part);
      await expect(terms.done).toBeVisible();
      await terms.openPart(part);
      expect((await terms.month()).days).not.toEqual(before.days);
    });
  }

  test('stays as it was while what is typed makes no sense yet', async ({ page, signIn, scripts }) => {
    test.skip(!scripts, 'needs scripts');
    await signIn('alex');
    const terms = new Terms(page);
    await terms.openPart('times');
    const before = await terms.month();
    await terms.day('Tuesday', '4pm', '9am');
    await expect(terms.main.getByRole('group', { name: 'Tuesday' }).getByLabel('Until')).toHaveAttribute('aria-invalid', 'true');
    expect(await terms.month()).toEqual(before);
  });
});
