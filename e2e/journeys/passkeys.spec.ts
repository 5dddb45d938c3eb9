import { axe, expect, noScroll, test } from '../fixtures';
import { Device, Passkeys } from '../pages/passkeys';

test.use({ named: true });

const WIDTHS = [{ width: 320, height: 640 }, { width: 1280, height: 900 }];

test.describe('with scripts', () => {
  test.skip(({ scripts }) => !scripts);

  test('somebody adds a passkey, signs out, and signs in with it', async ({ page, context, signIn }) => {
    const device = await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.addOne('My phone');
    expect(await device.passkeys()).toMatchObject([{ isResidentCredential: true, rpId: 'localhost', userName: 'My phone' }]);
    await passkeys.signOutOf(context);
    await passkeys.open('/sign-in');
    await passkeys.signIn.click();
    await expect(passkeys.title).toHaveText('Hello Alex.');
    await passkeys.open('/held/looks');
    await expect(passkeys.main).toContainText('to sign you in');
    await passkeys.open('/held/kind?what=sign-in');
    await expect(passkeys.main).toContainText('My phone');
  });

  test('it works by keyboard alone, and the page says what goes on', async ({ page, context, signIn }) => {
    await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.openAdd();
    await passkeys.field('What would you like to call it?').focus();
    await page.keyboard.press('Enter');
    await expect(passkeys.done).toBeFocused();
    await passkeys.signOutOf(context);
    await passkeys.open('/sign-in');
    await passkeys.button('Sam').focus();
    // The box of whoever shares the device comes first, and is ticked by nobody else.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('checkbox', { name: 'Other people use this phone or computer' }).last()).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(passkeys.signIn).toBeFocused();
    await expect(passkeys.said).toBeEmpty();
    expect(await passkeys.said.getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('Enter');
    await expect(passkeys.title).toHaveText('Hello Alex.');
  });

  test('a device that knows whom it is with gives none to another, and nothing is lost', async ({ page, context, signIn }) => {
    const device = await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.addOne('My phone');
    await passkeys.signOutOf(context);
    await device.isHeldByAnother();
    await passkeys.open('/sign-in');
    await passkeys.signIn.click();
    await expect(passkeys.said).toContainText('Your device gave us no passkey.');
    await expect(passkeys.signIn).toBeFocused();
    // The other ways are there.
    await passkeys.button('Priya').click();
    await expect(passkeys.title).toHaveText('Hello Priya.');
  });

  test('one device has one passkey of a person, and says so', async ({ page, signIn }) => {
    await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.addOne('My phone');
    await passkeys.openAdd();
    await passkeys.add.click();
    await expect(passkeys.said).toContainText('This device has a passkey of yours for this site already.');
  });

  test('a passkey opens the place of its person and of nobody else, on each device that has it', async ({ page, context, signIn, anotherDevice }) => {
    const phone = await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.addOne('My phone');
    await passkeys.signOutOf(context);
    const there = await anotherDevice();
    const other = new Passkeys(await there.newPage());
    const laptop = await Device.of(other.page);
    await laptop.copyOf(phone);
    // Somebody else is signed in there, and is no more.
    await signIn('priya', there);
    await other.open('/home');
    await other.signOutOf(there);
    await other.open('/sign-in');
    await other.signIn.click();
    await expect(other.title).toHaveText('Hello Alex.');
  });

  test('an answer that is no longer waited for is told by the page, and can be given once more', async ({ page, context, signIn, service }) => {
    await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.addOne('My phone');
    await passkeys.signOutOf(context);
    await passkeys.open('/sign-in');
    // As when what was asked is over by the time of the answer.
    await page.route('**/sign-in/passkey', async (route) => {
      const sent = new URLSearchParams(route.request().postData() ?? '');
      sent.set('ticket', '0'.repeat(64));
      await route.continue({ postData: sent.toString() });
    });
    await passkeys.signIn.click();
    await expect(passkeys.wrong).toContainText('We could not sign you in with this passkey.');
    await expect(passkeys.wrong).toBeFocused();
    await axe(page);
    expect(new URL(page.url()).origin).toBe(service.url);
    // Once more, from the page that says so.
    await page.unroute('**/sign-in/passkey');
    await passkeys.signIn.click();
    await expect(passkeys.title).toHaveText('Hello Alex.');
  });

  test('a mistake in the name is said by the page, and the device is not asked', async ({ page, signIn }) => {
    const device = await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.openAdd();
    await passkeys.field('What would you like to call it?').fill(' ');
    await passkeys.add.click();
    await expect(passkeys.wrong).toBeFocused();
    expect(await device.passkeys()).toEqual([]);
  });

  test('a session that ended meanwhile is asked for by the page, and the name is there again', async ({ page, context, signIn }) => {
    await Device.of(page);
    const passkeys = new Passkeys(page);
    await signIn('alex');
    await passkeys.openAdd();
    await passkeys.field('What would you like to call it?').fill('The old laptop');
    await context.clearCookies();
    // The browser would complain of an answer to a script that it takes for granted of a page.
    await page.route('**/begin', (route) => route.fulfill({ status: 204 }));
    await passkeys.add.click();
    await expect(passkeys.main).toContainText('What you wrote is kept on this page');
    await passkeys.button('Alex').click();
    await expect(passkeys.field('What would you like to call it?')).toHaveValue('The old laptop');
  });

  test('in a browser that knows no passkeys the other ways are offered', async ({ page, context }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
    const passkeys = new Passkeys(page);
    await passkeys.open('/sign-in');
    await expect(passkeys.signIn).toBeHidden();
    await expect(passkeys.main).toContainText('Then use another way to sign in.');
    await passkeys.button('Alex').click();
    await expect(passkeys.title).toHaveText('Hello Alex.');
  });
});

test('without scripts the other ways are offered, and nothing that cannot be pressed', async ({ page, scripts }) => {
  test.skip(scripts);
  const passkeys = new Passkeys(page);
  await passkeys.open('/sign-in');
  await expect(passkeys.signIn).toBeHidden();
  await expect(passkeys.main).toContainText('Then use another way to sign in.');
  await passkeys.button('Alex').click();
  await expect(passkeys.title).toHaveText('Hello Alex.');
  await passkeys.openAdd();
  await expect(passkeys.add).toBeHidden();
  await axe(page);
});

test('the pages fit, axe finds nothing, and nothing moves while they load', async ({ page, context, signIn, service }) => {
  await context.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[]) (window as any).shifted += shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const passkeys = new Passkeys(page);
  for (const [path, who] of [['/sign-in', undefined], ['/settings/sign-in/passkey', 'alex']] as const) {
    if (who) await signIn(who);
    for (const reading of ['usual.usual.device.en', 'largest.wider.most.cy']) {
      await context.addCookies([{ name: 'own-terms-reading', value: reading, url: service.url }]);
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        await passkeys.open(path);
        await noScroll(page);
        await axe(page);
        expect(await page.evaluate(() => (window as any).shifted ?? 0), path).toBe(0);
      }
    }
  }
});
