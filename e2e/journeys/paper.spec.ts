import { axe, awake, expect, noScroll, test, type Page } from '../fixtures';
import { scan } from '../pages/camera';
import { Portal } from '../pages/portal';

class Paper extends Portal {
  readonly code = this.main.getByRole('img', { name: /^(A code to scan|Cod i'w sganio)/ });
  readonly answer = this.main.locator('#check-answer');

  async unfold(): Promise<void> {
    await this.main.locator('summary', { hasText: /^(A code to scan, for paper|Cod i'w sganio, ar gyfer papur)$/ }).click();
  }

  /** The letters under the code, as they stand on paper. */
  async letters(): Promise<string> {
    return (await this.main.locator('.letters').innerText()).trim();
  }
}

/** What the code of a printed page says. */
async function scanned(page: Page, path: string): Promise<string> {
  const paper = new Paper(page);
  await paper.open(path);
  await page.emulateMedia({ media: 'print' });
  const address = await scan(paper.code);
  await page.emulateMedia({ media: null });
  return address ?? '';
}

test('a receipt is printed with a code and nothing to press, folded on screen or not', async ({ page, signIn }) => {
  await signIn('alex');
  const paper = new Paper(page);
  await paper.open('/receipts/one?number=2');
  await expect(paper.code).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(paper.code).toBeVisible();
  await expect(paper.main).toContainText('Get out of the house');
  await expect(paper.main.getByText('which shows if we signed this receipt')).toBeVisible();
  await expect(paper.main.locator('.letters')).toBeVisible();
  for (const pressed of [paper.link('Download this receipt'), paper.link('Open what the code opens'), page.getByRole('contentinfo')]) {
    await expect(pressed).toBeHidden();
  }
  const box = await paper.code.boundingBox();
  expect(box?.width, 'as wide as on 7 cm of paper').toBeCloseTo((7 / 2.54) * 96, 0);
  await page.emulateMedia({ media: null });
  await paper.unfold();
  await expect(paper.code).toBeVisible();
  await noScroll(page);
  await axe(page);
});

test('a camera reads the code, and the page that it opens says that it is real without sending it', async ({ page, anotherDevice, signIn, service, scripts }) => {
  await signIn('alex');
  const address = await scanned(page, '/receipts/one?number=2');
  expect(address).toMatch(new RegExp(`^${service.url}/check#[0-9A-Z]{300,420}$`));
  // Whoever scans it: nobody that the service knows.
  const context = await anotherDevice();
  const other = new Paper(await context.newPage());
  const sent: string[] = [];
  other.page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await other.open(address);
  if (!scripts) {
    await expect(other.main.getByText('If no answer comes up here, scripts are off')).toBeVisible();
    await expect(other.answer).toHaveCount(0);
    return;
  }
  await expect(other.answer).toBeFocused();
  await expect(other.answer).toHaveAccessibleName('This is real: we signed it');
  await expect(other.answer).toContainText('this does not prove the words on the paper');
  await expect(other.said('Number of the receipt')).toHaveText('2');
  await expect(other.said('What was done')).toHaveText('Written or changed: Goals.');
  await expect(other.main.getByText('scripts are off')).toBeHidden();
  expect(sent.filter((what) => what.includes(address.split('#')[1]!))).toEqual([]);
  await noScroll(other.page);
  await axe(other.page);
  // Another one is scanned into the same window: one letter of it is another.
  const letters = address.split('#')[1]!;
  const changed = letters.slice(0, 200) + (letters[200] === '7' ? '8' : '7') + letters.slice(201);
  await other.page.evaluate((letters) => (location.hash = letters), changed);
  await expect(other.answer).toHaveAccessibleName('This code proves nothing');
  await expect(other.answer).toBeFocused();
  await expect(other.main).not.toContainText('Number of the receipt');
  await axe(other.page);
  // And with nothing in between, as a camera opens it.
  await other.open('/');
  await other.open(`${service.url}/check#${changed}`);
  await expect(other.answer).toHaveAccessibleName('This code proves nothing');
});

test('what was written is in the code only when it is asked for', async ({ page, signIn, scripts }) => {
  await signIn('alex');
  const paper = new Paper(page);
  await paper.open('/receipts/one?number=2');
  await paper.unfold();
  await paper.link('Put what you wrote into the code').click();
  await expect(paper.code).toBeVisible();
  await expect(paper.main).toContainText('Anyone who scans it can read that.');
  await noScroll(page);
  await axe(page);
  const address = await scanned(page, '/receipts/one?number=2&with=words');
  await paper.link('Leave what you wrote out of the code').click();
  await expect(paper.main.getByText('What you wrote is not in the code')).toBeVisible();
  test.skip(!scripts, 'without scripts it is typed: the next test');
  await paper.open(address);
  await expect(paper.answer).toHaveAccessibleName('This is real: we signed it');
  await expect(paper.answer).toContainText('Compare what stands below with the paper');
  await expect(paper.said('What was written, as we keep it')).toContainText('Get out of the house');
  await noScroll(page);
});

test('who cannot scan types the letters, in small ones too, and in Welsh', async ({ page, context, service, signIn }) => {
  await signIn('alex');
  await context.addCookies([{ name: 'own-terms-reading', value: 'usual.usual.device.cy', url: service.url }]);
  const paper = new Paper(page);
  await paper.open('/receipts/one?number=12');
  await paper.unfold();
  const letters = await paper.letters();
  expect(letters).toMatch(/^([0-9A-Z]{5} )+[0-9A-Z]{1,5}$/);
  await paper.open('/check');
  await paper.field("Neu gludo'r testun").fill(letters.toLowerCase());
  await paper.button('Gwirio').click();
  await expect(paper.answer).toBeFocused();
  await expect(paper.answer).toHaveAccessibleName('Mae hwn yn ddilys: ni a\'i llofnododd');
  await paper.field("Neu gludo'r testun").fill(letters.slice(0, 300));
  await paper.button('Gwirio').click();
  await expect(paper.answer).toHaveAccessibleName('Nid yw\'r cod hwn yn profi dim');
});

test('a link on the page opens what the code opens', async ({ page, signIn }) => {
  await signIn('alex');
  const paper = new Paper(page);
  await paper.open('/receipts/one?number=2');
  await paper.unfold();
  await paper.link('Open what the code opens').click();
  await expect(paper.title).toHaveText('Check a receipt');
  await awake(page);
});
