import { inDays, iso } from '../dates';
import { awake, expect, noScroll, test } from '../fixtures';
import { Contact } from '../pages/contact';
import { Portal } from '../pages/portal';
import { Terms } from '../pages/terms';
import { MISTAKES } from '../pages/mistakes';

for (const mistake of MISTAKES) {
  test(`a mistake in ${mistake.name}: the page again, what is wrong said first, and all that was typed still there`, async ({ page, signIn, scripts }) => {
    await signIn(mistake.who ?? 'alex');
    const portal = new Portal(page);
    await portal.open(mistake.path);
    await mistake.make(portal);
    const all = async () => (await portal.values(mistake.form)).filter(([name]) => name !== mistake.forged);
    const typed = await all();
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await mistake.send(portal);
    expect((await answered).status()).toBe(422);
    await expect(page).toHaveTitle(/^Error: .+ - Own Terms$/);
    await expect(portal.wrong).toBeFocused();
    await expect(portal.wrong).toBeInViewport();
    await expect(portal.wrong.getByRole('link')).toHaveText(mistake.says);
    expect(await all()).toEqual(typed);
    await noScroll(page);
    if (scripts) await awake(page);

    // Each link leads to its field, where the same is said.
    for (const link of await portal.wrong.getByRole('link').all()) {
      const field = page.locator((await link.getAttribute('href'))!);
      await expect(field).toHaveCount(1);
      await link.click();
      await expect(field.or(field.locator('input, button')).first()).toBeInViewport();
      await expect(field).toHaveAccessibleDescription(new RegExp((await link.textContent())!.split(': ').at(-1)!.slice(0, 20)));
    }
  });
}

test('with scripts a mistake is shown beside the field as it is left, and goes when it is put right', async ({ page, signIn, scripts }) => {
  test.skip(!scripts, 'needs scripts');
  await signIn('sam');
  const contact = new Contact(page);
  await contact.open('/contact/ways');
  await contact.use('Email', 'Yes, first');
  const email = contact.channel('Email').getByLabel('Email address');
  await expect(email).not.toHaveAttribute('aria-invalid');
  await email.fill('sam at example');
  await email.blur();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/This does not look like an email address/);
  await expect(contact.main.getByText('This does not look like an email address').first()).toBeVisible();
  await email.fill('sam@example.com');
  await email.blur();
  await expect(email).not.toHaveAttribute('aria-invalid');
  await noScroll(page);
});

test('with scripts nobody is told that a field is empty while they are still at it', async ({ page, signIn, scripts }) => {
  test.skip(!scripts, 'needs scripts');
  await signIn('sam');
  const terms = new Terms(page);
  await terms.openPart('breaks');
  await terms.field('Last day').fill(iso(inDays(3)));
  await terms.field('Last day').blur();
  await expect(terms.main.locator('[aria-invalid]')).toHaveCount(0);
});

test('with scripts one sees how much can still be written, and nobody hears it at each key', async ({ page, signIn, scripts }) => {
  test.skip(!scripts, 'needs scripts');
  await signIn('sam');
  const portal = new Portal(page);
  await portal.open('/goals/add');
  const words = portal.field('What would you like?');
  // A screen reader says the description of a field anew each time it changes.
  const heard = /You can write up to 2000 characters\.$/;
  await expect(words).toHaveAccessibleDescription(heard);
  await words.fill('x'.repeat(1990));
  await expect(portal.main.getByText('You can write 10 more characters.')).toBeVisible();
  await expect(portal.main.getByText('You can write up to')).toBeHidden();
  await expect(words).toHaveAccessibleDescription(heard);
  await words.fill('x'.repeat(2005));
  await expect(portal.main.getByText('This is 5 characters too long.')).toBeVisible();
  await expect(words).toHaveAccessibleDescription(heard);
});
