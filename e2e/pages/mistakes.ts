import { inDays, iso } from '../dates';
import type { Who } from '../fixtures';
import type { Portal } from './portal';

export interface Mistake {
  name: string;
  path: string;
  /** Whose it is, if it is not Alex's. */
  who?: Who;
  form: string;
  make: (portal: Portal) => Promise<unknown>;
  send: (portal: Portal) => Promise<void>;
  /** What no page of ours would send, and so cannot show again. */
  forged?: string;
  /** The links of the summary, in their order. */
  says: (string | RegExp)[];
}

const TOO_LONG = /^This is longer than we can keep\. Use up to \d+ characters\.$/;

/** A form with everything right but what is wrong here, for each form there is. */
export const MISTAKES: Mistake[] = [
  {
    name: 'a new goal',
    path: '/goals/add',
    form: 'goal',
    make: async (portal) => {
      await portal.field('What would you like?').fill('   ');
      await portal.pick('Which part of life is it about?', 'Money and debts').check();
      await portal.pick('Who can see it?', 'Me, and the case worker I choose').check();
    },
    send: (portal) => portal.save('goal'),
    says: ['Write what you would like, in your own words.'],
  },
  {
    name: 'a goal that is too long',
    path: '/goals/add',
    form: 'goal',
    make: (portal) => portal.field('What would you like?').fill('word\n'.repeat(401)),
    send: (portal) => portal.save('goal'),
    says: [TOO_LONG],
  },
  {
    name: 'a note',
    path: '/notes/write',
    who: 'rosa',
    form: 'message',
    make: (portal) => portal.field('What would you like to say?').fill('word\n'.repeat(401)),
    send: (portal) => portal.button('Send it').click(),
    says: [TOO_LONG],
  },
  {
    name: 'a proposal',
    path: '/notes/propose',
    who: 'rosa',
    form: 'agreement',
    make: async (portal) => {
      await portal.field('What you will do').fill(' ');
      await portal.field('The last day').fill(iso(inDays(-1)));
    },
    send: (portal) => portal.button('Propose it').click(),
    says: ['Write what one of you will do.', 'Choose today or a day to come, or leave it empty.'],
  },
  {
    name: 'a change to a goal',
    path: '/goals/change?goal=00000000-0000-8000-8000-00000000000a',
    form: 'goal',
    make: (portal) => portal.field('What would you like?').fill(''),
    send: (portal) => portal.save('goal'),
    says: ['Write what you would like, in your own words.'],
  },
  {
    name: 'an answer about contact',
    path: '/contact',
    form: 'wish',
    make: async (portal) => {
      await portal.field('What would you like to talk about?').fill('<b>my rent</b>\n\nand more');
      await portal.field('If you say “not now”: until which day?').fill(iso(inDays(-1)));
    },
    send: (portal) => portal.button('Not now').click(),
    says: ['Choose today or a day to come, or leave it empty.'],
  },
  {
    name: 'the ways to be reached',
    path: '/contact/ways',
    form: 'ways',
    make: async (portal) => {
      const channel = (name: string) => portal.main.getByRole('group', { name, exact: true });
      await channel('Email').getByLabel('Use this').selectOption('Yes, first');
      await channel('Email').getByLabel('Email address').fill('alex at example');
      await channel('Letter').getByLabel('Use this').selectOption('Yes, second');
      await channel('Letter').getByLabel('Address').fill('1 High Street');
      await channel('Phone call').getByLabel('Use this').selectOption('Yes, fifth');
      await channel('Monday').getByLabel('From').selectOption('4pm');
      await channel('Monday').getByLabel('Until').selectOption('9am');
    },
    send: (portal) => portal.save('ways'),
    says: [/^Letter: Add a postcode/, /^Email: This does not look like an email/, 'Phone call: Write something here.', /^Monday: The end is before the beginning/],
  },
  {
    name: 'safe contact',
    path: '/contact/safe',
    form: 'safe',
    make: async (portal) => {
      await portal.pick('How should we be careful?', 'Show a number, not “unknown”').check();
      await portal.field('A word that shows it is really us').fill('m'.repeat(201));
      await portal.field('Is there anything else to avoid?').fill('n'.repeat(2001));
    },
    send: (portal) => portal.save('safe'),
    says: [TOO_LONG, TOO_LONG],
  },
  {
    name: 'the ways to meet',
    path: '/appointments/terms/formats',
    form: 'formats',
    make: async (portal) => {
      const place = portal.main.getByRole('group', { name: 'In person, somewhere else', exact: true });
      await place.getByLabel('Use this').selectOption('Yes, fourth');
      await place.getByLabel('Which place?').fill('p'.repeat(201));
    },
    send: (portal) => portal.save('formats'),
    says: [/^In person, somewhere else: This is longer than we can keep/],
  },
  {
    name: 'who is with someone',
    path: '/appointments/terms/with-me',
    form: 'with-me',
    make: async (portal) => {
      await portal.field('Who comes with you?').fill('q'.repeat(201));
      await portal.pick('Do you want an interpreter?', 'A lipspeaker').check();
      await portal.pick('What would help?', 'Large print').check();
      await portal.field('Is there anything else that helps?').fill('r'.repeat(2001));
    },
    send: (portal) => portal.save('with-me'),
    says: [TOO_LONG, TOO_LONG],
  },
  {
    name: 'the pace (nothing chosen where the page has a choice)',
    path: '/appointments/terms/pace',
    form: 'pace',
    make: async (portal) => {
      const select = portal.field('How long before do you want to know?');
      await select.locator('option').last().evaluate((option: HTMLOptionElement) => void (option.value = ''));
      await select.selectOption('');
      await portal.field('How long, at most?').selectOption('45 minutes');
    },
    forged: 'notice',
    send: (portal) => portal.save('pace'),
    says: ['Choose one of these.'],
  },
  {
    name: 'days and hours',
    path: '/appointments/terms/times',
    form: 'times',
    make: async (portal) => {
      const day = portal.main.getByRole('group', { name: 'Wednesday', exact: true });
      await day.getByLabel('From').selectOption('midday');
      await day.getByLabel('Until').selectOption('midday');
    },
    send: (portal) => portal.save('times'),
    says: [/^Wednesday: The end is before the beginning/],
  },
  {
    name: 'a break',
    path: '/appointments/terms/breaks',
    form: 'breaks',
    make: async (portal) => {
      await portal.field('Last day').fill(iso(inDays(4)));
      await portal.field('What would you like to call it?').fill('rest');
    },
    send: (portal) => portal.save('breaks'),
    says: ['Write the first day.'],
  },
  {
    name: 'a break that ends before it begins',
    path: '/appointments/terms/breaks',
    form: 'breaks',
    make: async (portal) => {
      await portal.field('First day').fill(iso(inDays(9)));
      await portal.field('Last day').fill(iso(inDays(8)));
    },
    send: (portal) => portal.save('breaks'),
    says: ['The end is before the beginning. Change one of them.'],
  },
  {
    name: 'reading settings (something chosen that the page does not offer)',
    path: '/settings',
    form: 'reading',
    make: async (portal) => {
      const size = portal.pick('Text size', 'Larger');
      await size.check();
      await size.evaluate((radio: HTMLInputElement) => void (radio.value = 'huge'));
      await portal.pick('Colours', 'Strongest contrast').check();
    },
    forged: 'size',
    send: (portal) => portal.save('reading'),
    says: ['Choose one of these.'],
  },
];
