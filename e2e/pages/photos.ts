import type { Locator } from '@playwright/test';
import { Portal } from './portal';

/** Photos of case workers, where people see them and where they are put there. */
export class Photos extends Portal {
  /** The photo by itself, which says whose it is. */
  of(name: string): Locator {
    return this.main.getByRole('img', { name: `Photo of ${name}`, exact: true });
  }

  /** The photo beside somebody's name, among those to choose from. */
  beside(name: string): Locator {
    return this.main.locator('label', { hasText: name }).locator('img');
  }

  /** Chooses a file and sends it. */
  async put(name: string, mimeType: string, buffer: Buffer): Promise<void> {
    await this.field('Which picture?').setInputFiles({ name, mimeType, buffer });
    await this.button('Put it there').click();
  }
}
