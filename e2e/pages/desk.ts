import type { Locator } from '@playwright/test';
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
}
