import type { Locator } from '@playwright/test';
import { Portal } from './portal';

export class Held extends Portal {
  get items(): Locator {
    return this.main.locator('[data-held]');
  }

  get groups(): Locator {
    return this.main.locator('[data-held-group]');
  }

  get search(): Locator {
    return this.main.getByRole('searchbox', { name: 'Find something that is held' });
  }

  get looks(): Locator {
    return this.main.getByRole('table', { name: 'Who has looked' }).locator('tbody').getByRole('row');
  }

  /** The items under a heading. */
  under(kind: string): Locator {
    return this.groups.filter({ has: this.page.getByRole('heading', { name: kind, exact: true }) }).locator('[data-held]');
  }
}
