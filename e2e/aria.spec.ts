import { awake, expect, test, type Staff, type Who } from './fixtures';
import { Provider } from './pages/provider';

// What assistive technology is told of each page, whole and in order. When a page is meant to change:
// `npx playwright test aria --update-snapshots`, and read the difference.

const PAGES: [name: string, path: string, who?: Who][] = [
  ['start', '/'],
  ['accessibility', '/accessibility'],
  ['check', '/check'],
  ['sign-in', '/sign-in'],
  ['invitation', '/sign-in/invitation'],
  ['sign-in-email', '/sign-in/email'],
  ['home', '/home', 'alex'],
  ['home-new', '/home', 'sam'],
  ['goals', '/goals', 'alex'],
  ['goals-add', '/goals/add', 'alex'],
  ['contact', '/contact', 'alex'],
  ['contact-ways', '/contact/ways', 'sam'],
  ['contact-safe', '/contact/safe', 'alex'],
  ['contact-earlier', '/contact/earlier', 'rosa'],
  ['appointments', '/appointments', 'alex'],
  ['appointments-offered', '/appointments', 'rosa'],
  ['calendar', '/appointments/calendar', 'alex'],
  ['appointments-one', '/appointments/one?which=00000000000080008000000000000a01', 'rosa'],
  ['appointments-agreed', '/appointments/one?which=00000000000080008000000000000a02', 'priya'],
  ['notes', '/notes', 'rosa'],
  ['notes-new', '/notes', 'sam'],
  ['notes-write', '/notes/write', 'rosa'],
  ['notes-propose', '/notes/propose', 'rosa'],
  ['notes-agreement', '/notes/agreement?which=00000000000080008000000000000e01', 'rosa'],
  ['terms-formats', '/appointments/terms/formats', 'alex'],
  ['terms-with-me', '/appointments/terms/with-me', 'alex'],
  ['terms', '/appointments/terms', 'alex'],
  ['terms-pace', '/appointments/terms/pace', 'alex'],
  ['terms-times', '/appointments/terms/times', 'alex'],
  ['terms-breaks', '/appointments/terms/breaks', 'priya'],
  ['held-new', '/held', 'sam'],
  ['held-kind', '/held/kind?what=goal', 'alex'],
  ['held-find', '/held/find', 'alex'],
  ['held-item', '/held/item?what=pace', 'alex'],
  ['held-download', '/held/download', 'alex'],
  ['held-erase', '/held/erase?what=pace', 'alex'],
  ['held-correct', '/held/correct?what=referral.00000000000080008000000000000701', 'rosa'],
  ['held-differently', '/held/differently?what=note.00000000000080008000000000000702', 'rosa'],
  ['held-record', '/held/item?what=note.00000000000080008000000000000702', 'rosa'],
  ['held-others', '/held', 'rosa'],
  ['held-seen', '/held/seen', 'rosa'],
  ['held-kept', '/held/erase?what=payment.00000000000080008000000000000703', 'rosa'],
  ['people', '/people', 'rosa'],
  ['people-new', '/people', 'sam'],
  ['people-case-worker', '/people/case-worker', 'rosa'],
  ['people-supporter', '/people/supporter?who=00000000000080008000000000001a01', 'rosa'],
  ['people-advice', '/people/advice?which=00000000000080008000000000001b02', 'rosa'],
  ['people-advice-send', '/people/advice/send?which=00000000000080008000000000001b02', 'rosa'],
  ['people-carrying-on', '/people/carrying-on', 'rosa'],
  ['people-listings', '/people/listings', 'sam'],
  ['carers', '/carers', 'priya'],
  ['carers-invite', '/carers/invite', 'priya'],
  ['carers-one', '/carers/one?who=00000000000080008000000000000901', 'priya'],
  ['helping', '/helping', 'jamie'],
  ['helping-accept', '/helping/accept', 'jamie'],
  ['sharing', '/sharing', 'rosa'],
  ['sharing-new', '/sharing/new', 'sam'],
  ['sharing-one', '/sharing/one?which=00000000000080008000000000000c01', 'rosa'],
  ['sharing-referral', '/sharing/one?which=00000000000080008000000000000c02', 'rosa'],
  ['consent', '/consent'],
  ['settings-name', '/settings/name', 'rosa'],
  ['receipts', '/receipts', 'sam'],
  ['receipt', '/receipts/one?number=12', 'alex'],
  ['receipt-code', '/receipts/one?number=2&with=words', 'alex'],
  ['stop', '/stop', 'alex'],
  ['stopped', '/stop', 'tom'],
  ['settings', '/settings', 'alex'],
  ['settings-sign-in', '/settings/sign-in', 'alex'],
  ['settings-sessions', '/settings/sessions', 'alex'],
  ['settings-sign-in-email', '/settings/sign-in/email', 'alex'],
  ['home-welsh', '/home', 'megan'],
];

const DESK: [name: string, path: string, staff?: Staff][] = [
  ['desk-sign-in', '/desk/sign-in'],
  ['desk-invitation', '/desk/invitation'],
  ['desk', '/desk', 'jo'],
  ['desk-nobody', '/desk', 'samira'],
  ['desk-person', '/desk/person', 'jo'],
  ['desk-refer', '/desk/refer', 'jo'],
  ['desk-ending', '/desk/ending', 'jo'],
  ['desk-notes', '/desk/notes', 'jo'],
  ['desk-propose', '/desk/propose', 'jo'],
  ['desk-records', '/desk/records', 'jo'],
  ['desk-corrections', '/desk/corrections', 'jo'],
  ['desk-consent', '/desk/consent', 'jo'],
  ['desk-workload', '/desk/workload', 'gwen'],
  ['desk-look-into', '/desk/look-into', 'gwen'],
  ['desk-staff', '/desk/staff', 'owen'],
  ['desk-organisations', '/desk/organisations', 'owen'],
  ['desk-agreed', '/desk/agreed', 'jo'],
  ['desk-account', '/desk/account', 'gwen'],
  ['desk-photo', '/desk/photo', 'jo'],
];

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr';
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** Without what differs from day to day. */
function neutral(snapshot: string): string {
  return snapshot
    .replaceAll(new RegExp(`(${DAYS}) \\d+ (${MONTHS}) \\d{4}(, \\d+(:\\d+)?[ap]m|, midday)?`, 'g'), '<a day>')
    // As a field for a day holds it.
    .replaceAll(/": \d{4}-\d{2}-\d{2}$/gm, '": <a day>')
    // What is proved depends on the moment, the salts and the words of the privacy page.
    .replaceAll(/\b[0-9a-f]{16}([0-9a-f]{48})?\b/g, '<digits>')
    .replaceAll(/\b([0-9A-Z]{5} ){9,}[0-9A-Z]{1,5}|(?<=\/check#)[0-9A-Z]+/g, '<letters>')
    .replaceAll(/(?<=signed out at )(\d+(:\d+)?[ap]m|midday)/g, '<a time>')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '<here>')
    .replaceAll(/http:\/\/localhost:\d+/g, '<there>')
    .replaceAll(/(?<=\?way=)[0-9a-f]{32}/g, '<id>')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-8000-[0-9a-f-]{17}/g, '<id>');
}

for (const [name, path, who] of PAGES) {
  test(`what a screen reader is told: ${name}`, async ({ page, signIn }) => {
    if (who) await signIn(who);
    await page.goto(path);
    await awake(page);
    // The month has tests of its own, and differs from month to month.
    const month = await page.getByRole('figure').count();
    if (month > 0) await page.getByRole('figure').evaluateAll((all) => all.forEach((figure) => figure.remove()));
    const frame = name === 'start' || name === 'home' ? page.locator('body') : page.getByRole('main');
    expect(neutral(await frame.ariaSnapshot())).toMatchSnapshot(`${name}.yml`);
  });
}

for (const [name, path, staff] of DESK) {
  test(`what a screen reader is told at the desk: ${name}`, async ({ page, atDesk }) => {
    if (staff) await atDesk(staff);
    await page.goto(path);
    await awake(page);
    const frame = name === 'desk' ? page.locator('body') : page.getByRole('main');
    expect(neutral(await frame.ariaSnapshot())).toMatchSnapshot(`${name}.yml`);
  });
}

test('what a screen reader is told of a form with a mistake in it', async ({ page, signIn }) => {
  await signIn('alex');
  await page.goto('/goals/add');
  await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await awake(page);
  expect(neutral(await page.getByRole('main').ariaSnapshot())).toMatchSnapshot('goals-add-mistake.yml');
});

test.describe('with an identity provider', () => {
  test.use({ known: true });
  test('what a screen reader is told of its pages', async ({ page, signIn }) => {
    await signIn('alex');
    await new Provider(page).throughAll(async (name) => {
      await awake(page);
      expect(neutral(await page.getByRole('main').ariaSnapshot())).toMatchSnapshot(`${name}.yml`);
    });
  });
});
