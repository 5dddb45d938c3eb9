import { expect, type Page } from '@playwright/test';
import { Portal } from './portal';

/** Signing in through an identity provider, and adding one. */
export class Provider extends Portal {
  readonly signIn = this.button('Sign in with Example Login');

  /** At the provider, somebody says who they are; where it knows that already, it does not ask. */
  static async say(page: Page, who: string): Promise<void> {
    await page.getByRole('button', { name: `I am ${who}` }).click();
  }

  /** Adds it for whoever is signed in here, who is `who` there. */
  async add(who: string): Promise<void> {
    await this.open('/settings/sign-in');
    await this.link('Through Example Login').click();
    await this.button('Go on to Example Login').click();
    await Provider.say(this.page, who);
    await expect(this.title).toHaveText('Example Login knows you');
    await this.button('Add it').click();
    await expect(this.done).toContainText('You can sign in with it from now on.');
  }

  /** Goes there from the page for signing in. */
  async go(): Promise<void> {
    await this.open('/sign-in');
    await this.signIn.click();
  }

  /** Every page that it has, in any language: adding it as whoever is signed in, then signing in with it. */
  async throughAll(look: (name: string) => Promise<void>): Promise<void> {
    const press = (to: string) => this.page.locator(`main form[action="${to}"] button`).click();
    await this.open('/settings/sign-in/provider');
    await look('provider-add');
    await press('/settings/sign-in/provider');
    await Provider.say(this.page, 'alex');
    await look('provider-name');
    await press('/settings/sign-in/provider/add');
    await expect(this.page).toHaveURL(/\/settings\/sign-in$/);
    await look('provider-added');
    await this.page.context().clearCookies({ name: 'own-terms-session' });
    await this.open('/sign-in');
    await look('provider-sign-in');
    await press('/sign-in/provider');
    await expect(this.page).toHaveURL(/\/sign-in\/provider\/confirm$/);
    await look('provider-confirm');
    await press('/sign-in/provider/confirm');
    await expect(this.page).toHaveURL(/\/home$/);
  }
}
