import { expect, type Locator, type Page } from '@playwright/test';
import { Portal } from './portal';

/** Says that only this person uses the device. */
export async function itIsMine(page: Page): Promise<void> {
  const portal = new Portal(page);
  await portal.open('/settings');
  await portal.pick('Who uses this device?', 'Only I use it').check();
  await portal.button('Save who uses this device').click();
  await expect(portal.done).toBeVisible();
}

/** All that is kept on the device. */
export function kept(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.entries({ ...localStorage }).map(([key, value]) => `${key}=${value}`));
}

/** The words that offer to put something back. */
export function offer(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /^You were (writing something here before|also writing something else here)\./ });
}
