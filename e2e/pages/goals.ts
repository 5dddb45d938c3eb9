import { expect, type Locator } from '@playwright/test';
import { Portal } from './portal';

export class Goals extends Portal {
  /** The goals as they stand, in their order; those taken away are not among them. */
  get goals(): Locator {
    return this.main.locator('ol.goals > li');
  }

  get takenAway(): Locator {
    return this.main.locator('details ul.goals > li');
  }

  goal(words: string): Locator {
    return this.goals.filter({ hasText: words });
  }

  /** The words of a list of goals, exactly as they stand on the page. */
  words(of: Locator = this.goals): Promise<(string | null)[]> {
    return of.locator('.own-words').evaluateAll((words) => words.map((goal) => goal.textContent));
  }

  async write(words: string): Promise<void> {
    await this.field('What would you like?').fill(words);
  }

  async add(words: string): Promise<void> {
    await this.open('/goals/add');
    await this.write(words);
    await this.saved('Your goal is saved.');
  }

  async openChange(words: string): Promise<void> {
    await this.open('/goals');
    await this.goal(words).getByRole('link', { name: /^Change/ }).click();
    await expect(this.title).toHaveText('Change this goal');
  }

  async press(button: string, words: string): Promise<void> {
    await this.goal(words).getByRole('button', { name: new RegExp(`^${button} `) }).click();
    await expect(this.done).toBeVisible();
  }
}
