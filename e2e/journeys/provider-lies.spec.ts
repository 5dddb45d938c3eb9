import { expect, test } from '../fixtures';
import { LIES } from '../identity-provider';
import { Provider } from '../pages/provider';

test.use({ known: true });

test('nothing that it lies about is believed', async ({ page, service, signIn }) => {
  const portal = new Provider(page);
  await signIn('alex');
  await portal.add('alex');
  await portal.signOut.click();
  const provider = service.provider!;
  for (const lie of Object.keys(LIES) as (keyof typeof LIES)[]) {
    provider.lie = lie;
    const asked = provider.tokens;
    await portal.go();
    await expect(portal.wrong, lie).toContainText('That did not work. Nothing happened, and nothing is lost.');
    expect(provider.tokens, lie).toBe(asked + 1);
    await portal.open('/home');
    await expect(portal.title, lie).toHaveText('Sign in');
  }
  provider.lie = undefined;
  await portal.go();
  await portal.button('Sign in').click();
  await expect(portal.title).toHaveText('Hello Alex.');
  // The log says so of each, and nothing about whom.
  const warnings = service.log.filter((line) => line.includes(' WARN ') && !line.includes('demonstration'));
  expect(warnings).toHaveLength(Object.keys(LIES).length);
  for (const line of warnings) expect(line).toMatch(/WARN nobody is signed in through the identity provider fault=[a-z ]+$/);
  service.log.length = 0;
});
