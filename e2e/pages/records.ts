import type { Locator } from '@playwright/test';
import { Held } from './held';

/** What others wrote about someone, and the pages about it. */
export class Records extends Held {
  /** The items of the demonstration, as their addresses name them. */
  static readonly note = 'note.00000000000080008000000000000702';
  static readonly referral = 'referral.00000000000080008000000000000701';
  static readonly payment = 'payment.00000000000080008000000000000703';

  async openItem(item: string): Promise<void> {
    await this.open(`/held/item?what=${item}`);
  }

  /** What stands right under a record. */
  get beside(): Locator {
    return this.main.locator('.beside');
  }

  /** Who else looked, newest first. */
  get lookedAt(): Locator {
    return this.main.getByRole('table', { name: 'Who else has looked, and why' }).locator('tbody').getByRole('row');
  }
}
