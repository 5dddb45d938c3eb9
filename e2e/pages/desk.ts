import { expect, type Locator } from '@playwright/test';
import { Portal } from './portal';

/** The desk of those who work with people. */
export class Desk extends Portal {
  /** Signs in as someone who works in the demonstration. */
  async signInAs(name: string): Promise<void> {
    await this.open('/desk/sign-in');
    await this.button(name).click();
  }

  /** Those under a heading. */
  under(heading: string): Locator {
    return this.main.locator(`h2:text-is("${heading}") ~ ul`).first();
  }

  /** The button that opens someone. */
  see(name: string): Locator {
    return this.button(`See their terms – ${name}`);
  }

  /** Opens someone who asked to talk, and a page about them by its link. */
  async about(name: string, link: string): Promise<void> {
    await this.open('/desk');
    await this.see(name).click();
    await this.link(link).click();
  }

  /** The one in a list that says this. */
  one(words: string): Locator {
    return this.main.getByRole('listitem').filter({ hasText: words });
  }

  /** Signs out in another tab, as somebody does who has forgotten this one. */
  async forgets(): Promise<void> {
    const there = new Desk(await this.page.context().newPage());
    await there.open('/desk/invite');
    await there.signOut.click();
    // Not before it has happened: a tab that closes while it goes somewhere can take the other one with it.
    await expect(there.title).toHaveText('Sign in at the desk');
    await there.page.close();
  }
}
