import { inDays, iso } from '../dates';
import { axe, expect, noScroll, test } from '../fixtures';
import { Portal } from '../pages/portal';
import { found } from '../take-away/found';

test('everything can be taken away, in files that other programs read and whose names tell nothing', async ({ page, signIn }) => {
  await signIn('alex');
  const portal = new Portal(page);
  await portal.open('/appointments/terms/breaks');
  await portal.field('First day').fill(iso(inDays(5)));
  await portal.field('Last day').fill(iso(inDays(6)));
  await portal.field('What would you like to call it?').fill('hospital');
  await portal.saved('The break is saved.', 'breaks');
  await portal.open('/held/download');
  await expect(portal.main).toContainText('Anyone who can use that device may be able to open it.');
  await noScroll(page);
  await axe(page);
  const take = async (kind: string, words: RegExp) => {
    const [download] = await Promise.all([page.waitForEvent('download'), portal.link(words).click()]);
    expect(download.suggestedFilename()).toMatch(/^papers-\d{4}-\d\d-\d\d(-exchange)?\.(pdf|csv|ics|json)$/);
    return found(kind, await download.path());
  };
  await take('pdf', /^Download to read or print/);
  expect(await take('csv', /^Download for a spreadsheet/)).toContainEqual(expect.stringContaining('Get out of the house'));
  expect(await take('calendar', /^Download for your calendar/)).toEqual([`Private ${iso(inDays(5))} ${iso(inDays(7))}`]);
  expect(await take('json', /^Download for another program/)).toEqual(expect.arrayContaining(['breaks', 'goal', 'safe', 'ways', 'wish']));
  expect(await take('fhir', /^Download for a health or care service/)).toEqual(['AuditEvent', 'Goal', 'Patient', 'Provenance']);
  await expect(portal.title).toHaveText('Your papers');
});

test('what the parts of the file mean is there for anyone', async ({ request }) => {
  const answer = await request.get('/record.schema.json');
  expect(answer.headers()['content-type']).toBe('application/schema+json');
  expect((await answer.json()).title).toBe('own-terms record 1');
});
