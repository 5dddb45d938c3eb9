import { expect, type Locator } from '@playwright/test';
import { Portal } from './portal';

export type Channel = 'A message here, for when you next visit' | 'Letter' | 'Email' | 'Text message' | 'Phone call';

export class Contact extends Portal {
  get now(): Locator {
    return this.main.locator('strong');
  }

  answer(words: 'Yes' | 'No' | 'Not now'): Locator {
    return this.main.getByRole('group', { name: 'Would you like to talk with a case worker?' }).getByRole('button', { name: words, exact: true });
  }

  /** Opens the part where more can be said, unless it is open. */
  async sayMore(): Promise<void> {
    const more = this.main.locator('details', { hasText: 'Say more first, if you like' }).first();
    if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
    await expect(this.field('What would you like to talk about?')).toBeVisible();
  }

  channel(channel: Channel): Locator {
    return this.main.getByRole('group', { name: channel, exact: true });
  }

  async use(channel: Channel, rank: string, detail?: [label: string, value: string]): Promise<void> {
    await this.channel(channel).getByLabel('Use this').selectOption(rank);
    if (detail) await this.channel(channel).getByLabel(detail[0], { exact: true }).fill(detail[1]);
  }
}
