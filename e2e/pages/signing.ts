import { expect } from '@playwright/test';
import { Portal } from './portal';

/** Ways to sign in, and the emails that a trial would have sent. */
export class Signing extends Portal {
  /** The link that was opened last. */
  private static opened: string | null = null;

  /** Opens the link in the latest email to this address, once there is one that was not opened before; or that one `again`. */
  async openLinkTo(address: string, again = false): Promise<void> {
    // What tells of a change has no link, and comes a moment after it.
    const withLink = this.main.getByRole('listitem').filter({ hasText: address, has: this.page.getByRole('link') });
    const link = withLink.first().getByRole('link');
    await expect(async () => {
      await this.open('/sent');
      await expect(link).toBeVisible({ timeout: 1 });
      if (!again) expect(await link.getAttribute('href')).not.toBe(Signing.opened);
    }).toPass();
    Signing.opened = await link.getAttribute('href');
    await link.click();
  }

  /** Adds an address to sign in with, from the settings on. */
  async addEmail(address: string): Promise<void> {
    await this.open('/settings');
    await this.link('How you sign in').click();
    await this.link('By a link in an email').click();
    await this.field('Your email address').fill(address);
    await this.button('Send me a link').click();
    await expect(this.done).toContainText('A link is on its way there.');
    await this.openLinkTo(address);
    await this.button('Yes').click();
    await expect(this.done).toContainText('You can sign in with it from now on.');
  }

  /** Asks for a link to sign in. */
  async askForLink(address: string): Promise<void> {
    await this.open('/sign-in');
    await this.field('Your email address').fill(address);
    await this.page.keyboard.press('Enter');
    await expect(this.title).toHaveText('Look in your email');
  }
}
