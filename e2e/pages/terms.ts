import type { Locator } from '@playwright/test';
import { Portal } from './portal';

export class Terms extends Portal {
  static readonly path = '/appointments/terms';

  get picture(): Locator {
    return this.main.getByRole('figure');
  }

  /** What the picture says in a sentence. */
  get sentence(): Locator {
    return this.picture.locator('#month-said');
  }

  /** All that the picture shows: the sentence, each day as drawn, and the table. */
  async month(): Promise<{ sentence: string | null; days: string[]; rows: (string | null)[] }> {
    return {
      sentence: await this.sentence.textContent(),
      days: await this.picture.locator('svg').first().locator('g').evaluateAll((days) => days.map((day) => `${day.textContent} ${day.getAttribute('class')}`)),
      rows: await this.picture.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.textContent)),
    };
  }

  async meet(format: string, rank: string): Promise<void> {
    await this.main.getByRole('group', { name: format, exact: true }).getByLabel('Use this').selectOption(rank);
  }

  async day(day: string, from: string, until?: string): Promise<void> {
    const hours = this.main.getByRole('group', { name: day, exact: true });
    await hours.getByLabel('From').selectOption(from);
    if (until) await hours.getByLabel('Until').selectOption(until);
  }

  async openPart(part: 'formats' | 'with-me' | 'pace' | 'times' | 'breaks'): Promise<void> {
    await this.open(`${Terms.path}/${part}`);
  }
}
