import type { Locator } from '@playwright/test';
import { Portal } from './portal';

/** Who supports the person, what each advised, and help nearby. */
export class Network extends Portal {
  /** What Jo suggests to Rosa in the demonstration. */
  static readonly suggested = '/sharing/one?which=00000000000080008000000000000c02';
  /** What her doctor advised. */
  static readonly rest = '/people/advice?which=00000000000080008000000000001b02';

  /** The picture, by what it says to those who do not see it. */
  get picture(): Locator {
    return this.main.getByRole('img', { name: /The table below says the same\.$/ });
  }

  /** What the table says of somebody. */
  row(name: string): Locator {
    return this.main.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }
}
