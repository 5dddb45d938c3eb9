import type { Locator } from '@playwright/test';
import { Portal } from './portal';

/** What the person and their case worker write to each other, and agree. */
export class Notes extends Portal {
  /** What Jo proposes to Rosa in the demonstration. */
  static readonly proposed = '/notes/agreement?which=00000000000080008000000000000e01';

  /** The four answers, in the order in which they stand. */
  get answers(): Locator {
    return this.main.getByRole('group', { name: 'Would you like to agree to this?' }).getByRole('button');
  }

  /** The messages, the newest first. */
  get written(): Locator {
    return this.main.getByRole('listitem').filter({ has: this.page.getByRole('heading', { level: 3 }) });
  }

  /** The links under a message, by how it begins. */
  about(link: string, words: string): Locator {
    return this.main.getByRole('link', { name: `${link} – ${words}` });
  }
}
