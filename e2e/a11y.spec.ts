import { axe, awake, expect, noScroll, test, type Page, type Staff, type Who } from './fixtures';
import { Goals } from './pages/goals';
import { MISTAKES } from './pages/mistakes';
import { Portal } from './pages/portal';
import { Provider } from './pages/provider';

const PAGES: [Who | undefined, string[]][] = [
  [undefined, ['/', '/accessibility', '/privacy', '/check', '/consent', '/sign-in', '/sign-in/invitation', '/sign-in/invitation?code=FFFF-FFFF-FFFS', '/sign-in/email', '/sign-in/link?code=none', '/sign-in/undo?code=none', '/sent', '/signed-out', '/settings', '/examples', '/nowhere']],
  [
    'alex',
    [
      '/home', '/goals', '/goals/add', '/goals/change?goal=00000000-0000-8000-8000-00000000000a', '/contact', '/contact/ways', '/contact/safe', '/contact/earlier',
      '/appointments', '/appointments/calendar', '/appointments/terms', '/appointments/terms/formats', '/appointments/terms/with-me', '/appointments/terms/pace',
      '/appointments/terms/times', '/appointments/terms/breaks', '/held', '/held/item?what=pace', '/held/erase?what=kind.goal',
      '/held/kind?what=goal', '/held/kind?what=taken-away', '/held/find', '/held/looks', '/held/download', '/receipts',
      '/receipts/one?number=12', '/receipts/one?number=2&with=words', '/stop', '/settings', '/settings/sign-in', '/settings/sign-in/email', '/settings/sessions',
    ],
  ],
  [
    'rosa',
    [
      '/held', '/held/correct?what=note.00000000000080008000000000000702', '/held/correct?what=referral.00000000000080008000000000000701',
      '/held/differently?what=note.00000000000080008000000000000702', '/held/item?what=referral.00000000000080008000000000000701',
      '/held/erase?what=payment.00000000000080008000000000000703', '/held/erase?what=everything', '/held/seen', '/people', '/people/case-worker', '/people/supporter', '/people/supporter?who=00000000000080008000000000001a01', '/people/advice',
      '/people/advice?which=00000000000080008000000000001b02', '/people/advice/send?which=00000000000080008000000000001b02', '/people/listings', '/people/carrying-on', '/settings/name',
      '/sharing', '/sharing/new', '/sharing/one?which=00000000000080008000000000000c01', '/sharing/one?which=00000000000080008000000000000c02',
      '/appointments', '/appointments/one?which=00000000000080008000000000000a01',
      '/notes', '/notes/write', '/notes/propose', '/notes/agreement?which=00000000000080008000000000000e01',
      '/held/differently?what=message.00000000000080008000000000000b02', '/held/kind?what=message', '/held/item?what=agreement.00000000000080008000000000000e01',
    ],
  ],
  ['sam', ['/people', '/people/advice', '/home', '/goals', '/contact', '/notes', '/notes/write', '/appointments/terms', '/held']],
  ['tom', ['/home', '/stop', '/contact']],
  ['priya', ['/appointments', '/appointments/one?which=00000000000080008000000000000a02', '/appointments/terms', '/appointments/terms/breaks', '/carers', '/carers/invite', '/carers/one?who=00000000000080008000000000000901']],
  ['jamie', ['/home', '/helping', '/helping/accept']],
];

/** The pages of the desk, as those who work there see them. */
const DESK: [Staff | undefined, string[]][] = [
  [undefined, ['/desk/sign-in', '/desk/invitation', '/desk/invitation?code=FFFF-FFFF-FFFS', '/desk/nowhere']],
  ['jo', ['/desk', '/desk/person', '/desk/offer', '/desk/refer', '/desk/ending', '/desk/notes', '/desk/propose', '/desk/records', '/desk/corrections', '/desk/consent', '/desk/invite', '/desk/lost', '/desk/agreed', '/desk/account', '/desk/photo', '/desk/nowhere']],
  ['samira', ['/desk']],
  ['gwen', ['/desk', '/desk/account', '/desk/workload', '/desk/look-into']],
  ['owen', ['/desk/staff', '/desk/organisations']],
];

interface Mode {
  name: string;
  media?: Parameters<Page['emulateMedia']>[0];
  /** Reading settings as their cookie has them: size, spacing, contrast, language. */
  reading?: string;
}

const MODES: Mode[] = [
  { name: 'as it is' },
  { name: 'dark, as the device asks', media: { colorScheme: 'dark' } },
  { name: 'dark, as the person asks', reading: 'usual.usual.dark.en' },
  { name: 'forced colours', media: { forcedColors: 'active' } },
  { name: 'strongest contrast', reading: 'usual.usual.most.en' },
  { name: 'largest text, wider spacing', reading: 'largest.wider.light.en' },
  { name: 'Welsh, largest text', reading: 'largest.usual.device.cy' },
];
const WIDTHS = [320, 1280];

/** What sounds the same in a list of the links of a page and goes elsewhere, or unfolds something else. */
function alike(page: Page): Promise<string[]> {
  return page.getByRole('main').evaluate((main) => {
    const heard = [...main.querySelectorAll('a[href], summary')].map((one) => {
      const to = one.getAttribute('href') ?? [...main.querySelectorAll('summary')].indexOf(one as HTMLElement).toString();
      return { name: one.textContent!.trim(), to };
    });
    return heard.filter((one) => heard.some((other) => other.name === one.name && other.to !== one.to)).map(({ name, to }) => `${name} (${to})`);
  });
}

for (const { name, media, reading } of MODES) {
  const all = [...PAGES.map(([who, paths]) => ({ who, staff: undefined, paths })), ...DESK.map(([staff, paths]) => ({ who: undefined, staff, paths }))];
  for (const { who, staff, paths } of all) {
    const as = who ?? (paths[0].startsWith('/desk') ? `${staff ?? 'nobody'} at the desk` : 'signed out');
    test(`every page, ${name}: ${as}`, async ({ page, context, signIn, atDesk, service }) => {
      test.setTimeout(120_000);
      if (media) await page.emulateMedia(media);
      if (who) await signIn(who);
      if (staff) await atDesk(staff);
      if (reading) await context.addCookies([{ name: 'own-terms-reading', value: reading, url: service.url }]);
      for (const path of paths) {
        await page.setViewportSize({ width: WIDTHS[0], height: 640 });
        await page.goto(path);
        await awake(page);
        await noScroll(page, true);
        // Everything that can be unfolded is.
        await page.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
        await noScroll(page, true);
        await axe(page, true);
        if (!media && !reading) expect.soft(await alike(page), `links told apart by nothing on ${path}`).toEqual([]);
        await page.setViewportSize({ width: WIDTHS[1], height: 900 });
        await noScroll(page, true);
        // Colours and names are the same at any width; only the first time is the wider one looked through as well.
        if (!media && !reading) await axe(page, true);
      }
    });
  }
}

test.describe('with an identity provider', () => {
  test.use({ known: true });
  for (const { name, media, reading } of MODES) {
    test(`its pages, ${name}`, async ({ page, context, signIn, service }) => {
      if (media) await page.emulateMedia(media);
      await signIn('alex');
      if (reading) await context.addCookies([{ name: 'own-terms-reading', value: reading, url: service.url }]);
      await new Provider(page).throughAll(async () => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await awake(page);
          await noScroll(page, true);
        }
        await axe(page, true);
      });
    });
  }
});

for (const mode of MODES.filter(({ name }) => !name.includes('device asks') && !name.includes('Welsh'))) {
  test(`each form with mistakes in it, ${mode.name}`, async ({ page, context, signIn, service }) => {
    test.setTimeout(90_000);
    await signIn('alex');
    if (mode.media) await page.emulateMedia(mode.media);
    if (mode.reading) await context.addCookies([{ name: 'own-terms-reading', value: mode.reading, url: service.url }]);
    const portal = new Portal(page);
    for (const mistake of MISTAKES) {
      await signIn(mistake.who ?? 'alex');
      await portal.open(mistake.path);
      await mistake.make(portal);
      await mistake.send(portal);
      await expect(portal.wrong).toBeVisible();
      await awake(page);
      await noScroll(page, true);
      await axe(page, true);
    }
  });
}

test('a form that was changed elsewhere meanwhile', async ({ page, context, signIn }) => {
  await signIn('alex');
  const [here, there] = [new Goals(page), new Goals(await context.newPage())];
  await here.openChange('See my brother more');
  await there.openChange('See my brother more');
  await there.write('أن أرى أخي أكثر');
  await there.saved('Your goal is changed.', 'goal');
  await here.write('Phone my brother');
  await here.save('goal');
  await expect(here.wrong).toBeVisible();
  // It takes the focus: what is said then is not its title alone, but why, and what stands now.
  await expect(here.wrong).toBeFocused();
  await expect(here.wrong).toHaveAccessibleDescription(/^This was changed .*أن أرى أخي أكثر/);
  await noScroll(page);
  await axe(page);
});

test('pages with things just done on them, and a draft on offer', async ({ page, signIn }) => {
  await signIn('sam');
  const portal = new Portal(page);
  await portal.open('/settings');
  await portal.pick('Who uses this device?', 'Only I use it').check();
  await portal.button('Save who uses this device').click();
  await expect(portal.done).toBeVisible();
  await axe(page);
  await portal.open('/goals/add');
  await portal.field('What would you like?').fill('Half a thought');
  await portal.open('/goals/add');
  await expect(portal.button('Put it back')).toBeVisible();
  await noScroll(page);
  await axe(page);
});

test('what a page says as it changes can also be read, and is not there while it says nothing', async ({ page, signIn }) => {
  await signIn('alex');
  // Orca reads "statusbar" and not a word of what stands in one: so none, and a sentence that is said as it changes.
  for (const path of PAGES[1][1]) {
    await page.goto(path);
    await awake(page);
    await expect.soft(page.getByRole('status'), path).toHaveCount(0);
    const month = page.locator('#month-said');
    const changes = (await page.locator('#month[data-pairs]').count()) > 0;
    if ((await month.count()) > 0) {
      await expect.soft(month, path).not.toBeEmpty();
      expect.soft(await month.getAttribute('aria-live'), path).toBe(changes ? 'polite' : null);
    }
    const said = page.locator('#form-said, #search-said');
    for (const one of await said.all()) {
      expect.soft(await one.getAttribute('aria-live'), path).toBe('polite');
      expect.soft(await one.textContent(), path).toBe('');
    }
  }
  const portal = new Portal(page);
  await portal.open('/appointments/terms/breaks');
  await page.locator('input[name="from"]').fill('2031-03-08');
  await page.locator('input[name="until"]').fill('2031-03-01');
  await portal.field('What would you like to call it?').focus();
  await expect(page.locator('#form-said')).not.toBeEmpty();
});

test('what can be pressed is large enough, and far enough from the next', async ({ page, signIn }) => {
  await signIn('alex');
  for (const path of ['/home', '/goals', '/contact', '/appointments/terms/times', '/settings', '/stop']) {
    await page.goto(path);
    const small = await page.locator('button, .button, select, input:not([type=hidden]), textarea, nav a, .foot li a').evaluateAll((all) =>
      all
        .filter((one) => (one as HTMLElement).checkVisibility())
        .map((one) => ({ one, box: (one.closest('.pick') ?? one).getBoundingClientRect() }))
        .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
        .map(({ one, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.slice(0, 100)}`),
    );
    expect.soft(small, path).toEqual([]);
  }
});

test('the choice stands before what asks for it, on every page that asks for something', async ({ page, signIn }) => {
  await signIn('alex');
  for (const path of PAGES[1][1].filter((path) => !/^\/(held(?!\/erase)|receipts|settings)/.test(path))) {
    await page.goto(path);
    const main = page.getByRole('main');
    const text = (await main.innerText()).replace(/\s+/g, ' ');
    expect.soft(text, path).toMatch(/It will not affect your benefits\./);
    const first = main.locator('.your-choice, .lead').first();
    const field = main.locator('input:not([type=hidden]), textarea, select, button').first();
    if ((await field.count()) === 0) continue;
    const before = await first.evaluate((choice, field) => !!(choice.compareDocumentPosition(field!) & Node.DOCUMENT_POSITION_FOLLOWING), await field.elementHandle());
    expect.soft(before, `${path}: the choice comes first`).toBe(true);
  }
});

test('the way to change a term stands beside it where there is room for both, and below it where there is not', async ({ page, signIn }) => {
  await signIn('alex');
  for (const path of ['/home', '/contact', '/appointments/terms']) {
    for (const width of [320, 640, 960, 1100, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const rows = await page.locator('.summary > div').evaluateAll((all) =>
        all.map((row) => [...row.children].map((part) => part.getBoundingClientRect()).map(({ top, bottom, left }) => ({ top, bottom, left }))),
      );
      for (const [term, said, change] of rows) {
        const beside = Math.abs(term.top - said.top) < 1 && Math.abs(said.top - change.top) < 1 && term.left < said.left && said.left < change.left;
        const below = term.bottom <= said.top + 1 && said.bottom <= change.top + 1 && term.left === change.left;
        expect.soft(beside || below, `${path} at ${width}`).toBe(true);
        if (width === 320) expect.soft(below, path).toBe(true);
        if (width > 640) expect.soft(beside, `${path} at ${width}`).toBe(true);
      }
    }
  }
});

for (const language of ['en', 'cy']) {
  test(`what a list, a date or the head of a column says is seen whole: ${language}`, async ({ page, context, signIn, service }) => {
    await signIn('alex');
    await context.addCookies([{ name: 'own-terms-reading', value: `usual.usual.device.${language}`, url: service.url }]);
    for (const width of [320, 960]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/appointments/terms/times', '/appointments/terms/formats', '/appointments/terms/pace', '/contact/ways']) {
        await page.goto(path);
        const cut = await page.locator('select').evaluateAll((all) =>
          (all as HTMLSelectElement[]).flatMap((list) => {
            const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(list);
            const pen = document.createElement('canvas').getContext('2d')!;
            pen.font = font;
            // The arrow at its end is about as wide as a letter is high.
            const room = list.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - 16;
            return [...list.options].filter(({ text }) => pen.measureText(text).width > room).map(({ text }) => text);
          }),
        );
        expect.soft([...new Set(cut)], `${path} at ${width}`).toEqual([]);
      }
      for (const path of width > 640 ? ['/held', '/privacy'] : []) {
        await page.goto(path);
        const broken = await page.locator('thead th').evaluateAll((all) =>
          all.flatMap((head) => {
            const text = head.firstChild as Text;
            return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
              const range = document.createRange();
              range.setStart(text, index);
              range.setEnd(text, index + word.length);
              return range.getClientRects().length > 1 ? [word] : [];
            });
          }),
        );
        expect.soft(broken, path).toEqual([]);
        await noScroll(page, true);
      }
    }
  });
}

test('tables fit at any width, with the largest letters, set apart', async ({ page, context, signIn, service }) => {
  await signIn('alex');
  for (const language of ['en', 'cy']) {
    await context.addCookies([{ name: 'own-terms-reading', value: `largest.wider.device.${language}`, url: service.url }]);
    for (const path of ['/held', '/privacy', '/appointments/terms']) {
      await page.goto(path);
      await page.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
      for (const width of [320, 641, 800, 801, 960, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await noScroll(page, true);
      }
    }
  }
});

test('on paper there is nothing to press, and nothing that was folded away', async ({ page, signIn }) => {
  await signIn('alex');
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/home', '/goals', '/contact', '/appointments/terms', '/held', '/stop', '/settings']) {
    await page.goto(path);
    await awake(page);
    const pressed = page.locator('button, .button, details:not([open]), input[type=search], nav, #search').filter({ visible: true });
    expect.soft(await pressed.evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 80))), path).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
