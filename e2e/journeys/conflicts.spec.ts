import { awake, expect, test } from '../fixtures';
import { Goals } from '../pages/goals';
import { Portal } from '../pages/portal';

interface Case {
  name: string;
  path: string;
  form: string;
  /** The field that both change, and what it is changed to here and there. */
  change: (portal: Portal, to: 'here' | 'there') => Promise<void>;
  /** What is shown of each version, and where it is seen once saved. */
  says: Record<'here' | 'there', string>;
  seen: string;
}

const CASES: Case[] = [
  {
    name: 'the pace',
    path: '/appointments/terms/pace',
    form: 'pace',
    change: async (portal, to) => void (await portal.field('How long, at most?').selectOption({ here: '45 minutes', there: '10 minutes' }[to])),
    says: { here: 'up to 45 minutes', there: 'up to 10 minutes' },
    seen: '/appointments/terms',
  },
  {
    name: 'the ways to meet',
    path: '/appointments/terms/formats',
    form: 'formats',
    change: async (portal, to) => {
      const format = { here: 'By video', there: 'In person, at my home' }[to];
      await portal.main.getByRole('group', { name: format }).getByLabel('Use this').selectOption('Yes, first');
    },
    says: { here: 'by video', there: 'at your home' },
    seen: '/appointments/terms',
  },
  {
    name: 'who is with them',
    path: '/appointments/terms/with-me',
    form: 'with-me',
    change: (portal, to) => portal.field('Who comes with you?').fill(`my friend ${to}`),
    says: { here: 'my friend here', there: 'my friend there' },
    seen: '/appointments/terms',
  },
  {
    name: 'the days and hours',
    path: '/appointments/terms/times',
    form: 'times',
    change: async (portal, to) => {
      const day = { here: 'Monday', there: 'Friday' }[to];
      await portal.main.getByRole('group', { name: day, exact: true }).getByLabel('From').selectOption('9am');
    },
    says: { here: 'Monday, 9am', there: 'Friday, 9am' },
    seen: '/appointments/terms',
  },
  {
    name: 'the ways to be reached',
    path: '/contact/ways',
    form: 'ways',
    change: async (portal, to) => {
      const phone = portal.main.getByRole('group', { name: 'Phone call', exact: true });
      await phone.getByLabel('Use this').selectOption('Yes, first');
      await phone.getByLabel('Phone number').fill({ here: '0113 496 0001', there: '0113 496 0002' }[to]);
    },
    says: { here: '0113 496 0001', there: '0113 496 0002' },
    seen: '/held',
  },
  {
    name: 'safe contact',
    path: '/contact/safe',
    form: 'safe',
    change: (portal, to) => portal.field('A word that shows it is really us').fill(`word-${to}`),
    says: { here: 'word-here', there: 'word-there' },
    seen: '/held',
  },
  {
    name: 'the colours',
    path: '/settings',
    form: 'reading',
    change: (portal, to) => portal.pick('Colours', { here: 'Dark words on light', there: 'Light words on dark' }[to]).check(),
    says: { here: 'Dark words on light', there: 'Light words on dark' },
    seen: '/held',
  },
];

for (const { name, path, form, change, says, seen } of CASES) {
  test(`two tabs change ${name}: the second is shown both, and decides`, async ({ page, context, signIn }) => {
    await signIn('alex');
    const [here, there] = [new Portal(page), new Portal(await context.newPage())];
    await here.open(path);
    await there.open(path);
    await change(there, 'there');
    await there.save(form);
    await expect(there.done).toBeVisible();

    await change(here, 'here');
    const typed = await here.values(form);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await here.save(form);
    expect((await answered).status()).toBe(409);
    await expect(here.wrong).toBeFocused();
    await expect(here.wrong).toContainText('This was changed somewhere else after you opened it.');
    await expect(here.wrong).toContainText(says.there);
    await expect(page).toHaveTitle(/^Error: /);
    const without = (values: [string, string][]) => values.filter(([name]) => name !== 'version');
    expect(without(await here.values(form))).toEqual(without(typed));
    await awake(page);

    await there.open(seen);
    await expect(there.main, 'nothing was overwritten').toContainText(says.there);
    await expect(there.main).not.toContainText(says.here);

    await here.save(form);
    await expect(here.done).toBeVisible();
    await there.open(seen);
    await expect(there.main, 'pressing again keeps theirs').toContainText(says.here);
    await expect(there.main).not.toContainText(says.there);
  });
}

test('two tabs change a goal: the second is shown both, and decides', async ({ page, context, signIn }) => {
  await signIn('alex');
  const [here, there] = [new Goals(page), new Goals(await context.newPage())];
  await here.openChange('See my brother more');
  await there.openChange('See my brother more');
  await there.write('See my brother on Sundays');
  await there.saved('Your goal is changed.', 'goal');
  await here.write('Phone my brother');
  await here.save('goal');
  await expect(here.wrong).toContainText('See my brother on Sundays');
  await expect(here.field('What would you like?')).toHaveValue('Phone my brother');
  await there.open('/goals');
  await expect(there.goal('Phone my brother')).toHaveCount(0);
  await here.saved('Your goal is changed.', 'goal');
  await expect(here.goal('Phone my brother')).toHaveCount(1);
  await expect(here.goal('See my brother on Sundays')).toHaveCount(0);
});

test('two tabs answer about contact: the second is shown what was said, and decides', async ({ page, context, signIn }) => {
  await signIn('alex');
  const [here, there] = [new Portal(page), new Portal(await context.newPage())];
  await here.open('/contact');
  await there.open('/contact');
  await there.button('No').click();
  await expect(there.done).toBeVisible();
  await here.button('Not now').click();
  await expect(here.wrong).toContainText('no contact.');
  await there.open('/contact');
  await expect(there.main.locator('strong')).toHaveText('no contact.');
  await here.button('Not now').click();
  await expect(here.done).toBeVisible();
  await expect(here.main.locator('strong')).toHaveText('not now, until you say.');
});

test('a button pressed on a list of goals that has changed meanwhile does nothing to another goal', async ({ page, context, signIn }) => {
  await signIn('alex');
  const [here, there] = [new Goals(page), new Goals(await context.newPage())];
  await here.open('/goals');
  await there.open('/goals');
  await there.press('Move up', 'See my brother more');
  await here.goal('Get out of the house').getByRole('button', { name: /^Move down/ }).click();
  await expect(here.wrong).toContainText('This page had changed already, so nothing was done.');
  expect((await here.words()).map((words) => words?.slice(0, 7))).toEqual(['Get out', 'See my ', 'Underst']);
});

test('saving the same in two tabs is no conflict', async ({ page, context, signIn }) => {
  await signIn('alex');
  const [here, there] = [new Portal(page), new Portal(await context.newPage())];
  for (const tab of [here, there]) await tab.open('/appointments/terms/pace');
  for (const tab of [there, here]) {
    await tab.field('How long, at most?').selectOption('45 minutes');
    await tab.saved('Every offer keeps to this.');
  }
});
