import { expect, type Locator, type Page } from '@playwright/test';
import { awake } from '../fixtures';

/** What every page has, and how to get about. */
export class Portal {
  readonly main: Locator;
  readonly title: Locator;
  /** What was just done. */
  readonly done: Locator;
  /** What is wrong with a form, or why else it was not saved. */
  readonly wrong: Locator;
  readonly leave: Locator;
  readonly signOut: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main');
    this.title = this.main.getByRole('heading', { level: 1 });
    this.done = this.main.getByRole('group', { name: 'Done', exact: true });
    this.wrong = this.main.getByRole('group', { name: /^(Please look at this again|This is not saved yet)$/ });
    this.leave = page.getByRole('button', { name: 'Leave this site' });
    this.signOut = page.getByRole('button', { name: 'Sign out' });
  }

  /** Opens a page and waits until it is whole, islands included. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await awake(this.page);
  }

  link(name: string | RegExp): Locator {
    return this.main.getByRole('link', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true });
  }

  /** A radio button or a box, by its group and its words. */
  pick(group: string, label: string): Locator {
    return this.main.getByRole('group', { name: group, exact: true }).getByLabel(label, { exact: true });
  }

  /** Presses the only "Save" of the page, or of the form with this id. */
  async save(form?: string): Promise<void> {
    const place = form ? this.page.locator(`form#${form}`) : this.main;
    await place.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** Saves, and sees that it was saved. */
  async saved(words: string, form?: string): Promise<void> {
    await this.save(form);
    await expect(this.done).toContainText(words);
  }

  /** What is said of `term` in a list of terms and what was said. */
  said(term: string): Locator {
    return this.main.locator('dl.summary > div').filter({ has: this.page.locator('dt', { hasText: exactly(term) }) }).locator('dd').first();
  }

  /** What a form would send, but for its token. */
  values(form: string): Promise<[string, string][]> {
    return this.page.locator(`form#${form}`).evaluate((form: HTMLFormElement) =>
      [...new FormData(form)].filter(([name]) => name !== 'token').map(([name, value]): [string, string] => [name, `${value}`]),
    );
  }
}

function exactly(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
