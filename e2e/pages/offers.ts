import type { Locator } from '@playwright/test';
import { Portal } from './portal';

/** Appointments as they are offered, answered and agreed. */
export class Offers extends Portal {
  /** What Jo offers Rosa in the demonstration, and what Priya agreed. */
  static readonly rosas = '00000000000080008000000000000a01';
  static readonly priyas = '00000000000080008000000000000a02';

  async openOne(which: string): Promise<void> {
    await this.open(`/appointments/one?which=${which}`);
  }

  /** The three answers, in the order in which they stand. */
  get answers(): Locator {
    return this.main.getByRole('group', { name: 'Would you like this appointment?' }).getByRole('button');
  }

  /** The times to choose from. */
  get times(): Locator {
    return this.main.getByRole('group', { name: 'Which time is good, if you say yes?' }).getByRole('radio');
  }

  /** Opens what is folded away. */
  async unfold(words: string): Promise<void> {
    await this.main.locator('summary', { hasText: words }).click();
  }
}
