import type { Locator } from '@playwright/test';
import { Portal } from './portal';

/** What organisations can see because someone said yes. */
export class Sharing extends Portal {
  /** What Jo asks Rosa in the demonstration. */
  static readonly asked = '00000000000080008000000000000c01';

  async openOne(which = Sharing.asked): Promise<void> {
    await this.open(`/sharing/one?which=${which}`);
  }

  /** The four answers, in the order in which they stand. */
  get answers(): Locator {
    return this.main.getByRole('group', { name: /May they/ }).getByRole('button');
  }
}
