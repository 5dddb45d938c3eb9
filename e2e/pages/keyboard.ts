import { expect, type Locator, type Page } from '@playwright/test';
import { awake } from '../fixtures';

/** Someone with a keyboard and nothing else. At each stop the focus has to be seen. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Tabs on until `to` has the focus. */
  async to(to: Locator): Promise<void> {
    await expect(to).toBeVisible();
    await awake(this.page);
    for (let tabs = 0; tabs < 120; tabs += 1) {
      if (await to.evaluate((element) => element === document.activeElement)) return this.sees();
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${to} is not to be reached by Tab`);
  }

  async press(what: Locator): Promise<void> {
    await this.to(what);
    await this.page.keyboard.press('Enter');
  }

  async type(field: Locator, words: string): Promise<void> {
    await this.to(field);
    await this.page.keyboard.type(words);
    await expect(field).toHaveValue(words);
  }

  /** Types a day whose number is its month's: some browsers have the day first, some the month, whatever the page's language. */
  async date(field: Locator, iso: string): Promise<void> {
    await this.to(field);
    const [year, month, day] = iso.split('-');
    await this.page.keyboard.type(`${day}${month}${year}`);
    await expect(field).toHaveValue(iso);
  }

  /** Chooses a radio button with the arrows: Tab goes to the group, not to each. */
  async choose(radio: Locator): Promise<void> {
    const name = await radio.getAttribute('name');
    const group = this.page.locator(`input[type=radio][name="${name}"]`);
    await awake(this.page);
    for (let tabs = 0; tabs < 120; tabs += 1) {
      if (await group.evaluateAll((radios) => radios.includes(document.activeElement as HTMLInputElement))) break;
      await this.page.keyboard.press('Tab');
    }
    for (let arrows = 0; arrows < 20 && !(await radio.isChecked()); arrows += 1) await this.page.keyboard.press('ArrowDown');
    await expect(radio).toBeChecked();
    await this.sees();
  }

  async tick(box: Locator): Promise<void> {
    await this.to(box);
    await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  /** Chooses from a list by typing the beginning of it. */
  async select(list: Locator, beginning: string): Promise<void> {
    await this.to(list);
    await this.page.keyboard.type(beginning);
    await expect(list.locator('option:checked')).toHaveText(new RegExp(`^${beginning}`));
  }

  /** Tabs through the whole page; how many stops there are. */
  async walk(): Promise<number> {
    let stops = 0;
    for (; stops < 300; stops += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate(() => document.activeElement === document.body)) return stops;
      await this.sees(true);
    }
    return stops;
  }

  /** What has the focus is ringed, and within sight: not under the bar that stays at the top, nor outside the window. */
  async sees(softly = false): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const focused = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      // Within a field for a day the focus can be on the button of its calendar, which the browser rings itself.
      const onItsButton = focused.matches('[type=date], [type=time]') && !focused.matches(':focus');
      const ring = onItsButton || outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const box = focused.getBoundingClientRect();
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      // Corners and middle of what is within the window: none may be something else's.
      const points = [[left + 2, top + 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]];
      const covered = points.filter(([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return !there || !(focused.contains(there) || there.contains(focused) || focused.parentElement!.contains(there));
      });
      return {
        what: focused.outerHTML.slice(0, 120),
        ring,
        inside: left < right && bottom - top > Math.min(box.height, 44) - 1,
        covered: covered.length,
      };
    });
    (softly ? expect.soft : expect)(seen).toEqual({ what: seen.what, ring: true, inside: true, covered: 0 });
  }
}
