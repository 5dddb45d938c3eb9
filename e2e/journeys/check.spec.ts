import { writeFile } from 'node:fs/promises';
import { axe, awake, expect, noScroll, test, type Page } from '../fixtures';
import { Keyboard } from '../pages/keyboard';
import { Portal } from '../pages/portal';

/** The receipts of someone, as they download them. */
async function receipts(page: Page, signIn: (who: 'alex') => Promise<void>): Promise<string> {
  await signIn('alex');
  return (await page.context().request.get('/receipts/all')).text();
}

class Check extends Portal {
  readonly answer = this.main.locator('#check-answer');

  async choose(text: string): Promise<void> {
    await this.field('Which file?').setInputFiles({ name: 'papers.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  async press(): Promise<void> {
    await this.button('Check').click();
    await expect(this.answer).toBeFocused();
  }
}

test('a file as it was downloaded is well, and a changed one says which line is wrong and what that means', async ({ page, signIn }) => {
  const text = await receipts(page, signIn);
  const check = new Check(page);
  await check.open('/');
  await check.link('Check a receipt').click();
  await awake(page);
  await check.choose(text);
  await check.press();
  await expect(check.answer).toHaveAccessibleName('All is well');
  await expect(check.answer).toContainText('Every receipt is as it was made, and none is missing.');
  await expect(check.said('Number of receipts')).toHaveText('15');
  await noScroll(page);
  await axe(page);

  const line = text.split('\n').findIndex((line) => line.includes('Get out of the house')) + 1;
  await check.choose(text.replace('Get out of the house', 'Stay in the house'));
  await check.press();
  await expect(check.answer).toHaveAccessibleName('Something in this file is wrong');
  await expect(check.answer).toContainText(`Receipt 2, line ${line}: This line is not as it was made.`);
  await expect(check.answer).toContainText('The line now says: "Stay in the house"');
  await expect(check.answer).toBeInViewport();
  await noScroll(page);
  await axe(page);
});

test('a pasted text is checked too, and what is none is said to be none', async ({ page, signIn }) => {
  const text = await receipts(page, signIn);
  const check = new Check(page);
  await check.open('/check');
  await check.field('Or paste the text').fill(text.trim());
  await check.press();
  await expect(check.answer).toHaveAccessibleName('All is well');
  await check.field('Or paste the text').fill('hello');
  await check.press();
  await expect(check.answer).toHaveAccessibleName('This is not a file of receipts that we can read');
});

test('with scripts nothing is sent: it works without a connection, and the page says so', async ({ page, context, signIn, scripts }, info) => {
  test.skip(!scripts, 'without scripts it is sent, and the page says so: the next test');
  const text = await receipts(page, signIn);
  const check = new Check(page);
  await check.open('/check');
  await expect(check.main.getByText('What you choose here stays on this device.')).toBeVisible();
  await expect(check.main.getByText('is sent to us')).toBeHidden();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await context.setOffline(true);
  await check.choose(text);
  await check.press();
  await expect(check.answer).toHaveAccessibleName('All is well');
  await expect(check.answer).toContainText('The keys that signed it are the ones that we publish.');
  await check.choose(text.replace('"whole": true', '"whole": false'));
  await check.press();
  await expect(check.answer).toContainText('Line 6: This line is not as it was made.');
  const large = info.outputPath('large.json');
  await writeFile(large, ' '.repeat(10 * 1024 * 1024 + 1));
  await check.field('Which file?').setInputFiles(large);
  await check.press();
  await expect(check.answer).toContainText('This is more than 10 MB.');
  expect(sent).toEqual([]);
  await context.setOffline(false);
});

test('without scripts the page says first that what is chosen is sent, and that nothing of it is kept', async ({ page, scripts }) => {
  test.skip(scripts, 'with scripts nothing is sent');
  const check = new Check(page);
  await check.open('/check');
  await expect(check.main.getByText('is sent to us. We check it at once, and keep nothing of it.')).toBeVisible();
  await expect(check.main.getByText('What you choose here stays on this device.')).toBeHidden();
});

test('with nothing chosen it says what to do, and leads there', async ({ page }) => {
  const check = new Check(page);
  await check.open('/check');
  await check.button('Check').click();
  const wrong = check.main.getByRole('group', { name: 'Please look at this again' });
  await expect(wrong).toBeFocused();
  await expect(check.field('Which file?')).toHaveAccessibleDescription(/Choose a file, or paste the text\.$/);
  await axe(page);
  await wrong.getByRole('link', { name: 'Choose a file, or paste the text.' }).click();
  await expect(check.field('Which file?')).toBeFocused();
});

test('it is done with the keyboard alone, and in Welsh', async ({ page, context, service, signIn }) => {
  const text = await receipts(page, signIn);
  await context.addCookies([{ name: 'own-terms-reading', value: 'usual.usual.device.cy', url: service.url }]);
  const [check, keyboard] = [new Check(page), new Keyboard(page)];
  await check.open('/check');
  await keyboard.to(check.field('Pa ffeil?'));
  // What is pasted is typed at once: a clipboard is the browser's own affair.
  await keyboard.to(check.field("Neu gludo'r testun"));
  await page.keyboard.insertText(text);
  await keyboard.press(check.button('Gwirio'));
  await expect(check.answer).toBeFocused();
  await expect(check.answer).toHaveAccessibleName('Mae popeth yn iawn');
  await expect(check.main).toContainText('Tachwedd');
});

test('what a screen reader is told of the answer is the same with and without scripts', async ({ page, signIn }) => {
  const text = await receipts(page, signIn);
  const check = new Check(page);
  await check.open('/check');
  await check.choose(text.replace('Get out of the house', 'Stay in the house'));
  await check.press();
  expect(await check.answer.ariaSnapshot()).toMatchSnapshot('check-answer.yml');
});

test('the keys that the page has are those that are published', async ({ page }) => {
  const check = new Check(page);
  await check.open('/check');
  await check.main.locator('summary').click();
  const [keys, seals] = ['our keys', 'our seals'].map((name) => check.link(name).getAttribute('href'));
  expect([await keys, await seals]).toEqual(['/check/keys', '/check/checkpoints']);
  const published = await (await page.context().request.get('/check/keys')).json();
  const given = new URLSearchParams((await page.locator('#check-given').getAttribute('data-pairs')) ?? '');
  expect(JSON.parse(given.get('keys') ?? '')).toEqual(published);
});
