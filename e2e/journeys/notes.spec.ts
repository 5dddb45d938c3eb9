import { axe, awake, expect, noScroll, test } from '../fixtures';
import { iso, inDays, said } from '../dates';
import { itIsMine, kept } from '../pages/drafts';
import { Notes } from '../pages/notes';

test('someone reads a proposal, asks the doctor first, says yes, and leaves it with one press', async ({ page, signIn }) => {
  await signIn('rosa');
  const notes = new Notes(page);
  await notes.open('/home');
  await expect(notes.main).toContainText('Your case worker proposes an agreement.');
  await page.getByRole('navigation').getByRole('link', { name: 'Notes' }).click();
  await expect(notes.main.locator('h1 + p')).toContainText('It will not affect your benefits.');
  await expect(notes.main).toContainText('Nothing here is a duty.');
  await noScroll(page);
  await axe(page);
  await notes.main.getByRole('link', { name: /^Read and answer/ }).click();
  await expect(notes.said('What your case worker will do')).toContainText('I ring the electricity company for you');
  await expect(notes.answers).toHaveText(['Yes', 'No', 'Not now', 'I ask my doctor first']);
  const sizes = await notes.answers.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(new Set(sizes).size).toBe(1);
  await noScroll(page);
  await axe(page);
  await notes.button('I ask my doctor first').click();
  await expect(notes.done).toContainText('Nothing is agreed. You can answer again when you like.');
  await expect(notes.main).toContainText('You ask your doctor first.');
  await notes.button('Yes').click();
  await expect(notes.done).toContainText('You said yes. It is agreed, and you can leave it at any time.');
  await noScroll(page);
  await axe(page);
  await notes.button('Leave it now').click();
  await expect(notes.done).toContainText('It has ended. Nobody asks why.');
  await expect(notes.main).toContainText('It has ended from your side.');
  await notes.open('/notes');
  await notes.main.locator('summary', { hasText: 'What is over' }).click();
  await expect(notes.main).toContainText('It has ended from your side.');
});

test('someone writes, says how they see what was written, and proposes what they would like', async ({ page, signIn }) => {
  await signIn('rosa');
  const notes = new Notes(page);
  await notes.open('/notes');
  await expect(notes.written).toHaveCount(4);
  await notes.link('Write a note').click();
  await notes.button('Send it').click();
  await expect(notes.wrong).toContainText('Write what you would like, in your own words.');
  await awake(page);
  await notes.field('What would you like to say?').fill('Could it be a Tuesday?\n<b>Thanks</b>');
  await noScroll(page);
  await axe(page);
  await notes.button('Send it').click();
  await expect(notes.done).toContainText('Your note is there. You both can see it.');
  await expect(notes.written.first()).toContainText('<b>Thanks</b>');
  await notes.about('Say how you see it', 'That sounds worrying. I can ri…').click();
  await expect(notes.main).toContainText('What was written stays as it is.');
  await notes.field('How do you see it?').fill('Mornings are when I rest.');
  await notes.save();
  const jos = notes.written.filter({ hasText: 'mornings are best for you' });
  await expect(jos).toContainText('Mornings are when I rest.');
  await notes.link('Propose an agreement').click();
  await notes.button('Propose it').click();
  await expect(notes.wrong).toContainText('Write what one of you will do.');
  await axe(page);
  await notes.field('What your case worker will do').fill('Write down what they said, here.');
  await notes.field('The last day').fill(iso(inDays(20)));
  await noScroll(page);
  await notes.button('Propose it').click();
  await expect(notes.done).toContainText('It is proposed.');
  await expect(notes.main).toContainText('What you proposed');
  await notes.main.getByRole('link', { name: 'See it – Write down what they said, her…' }).click();
  await expect(notes.said('The last day')).toHaveText(said(inDays(20)));
  await expect(notes.said('What you will do')).toHaveText('Nothing');
  await notes.button('Take it back now').click();
  await expect(notes.main).toContainText('It is no longer proposed.');
});

test('someone who has no case worker is told so, and how to choose one', async ({ page, signIn }) => {
  await signIn('sam');
  const notes = new Notes(page);
  await notes.open('/notes');
  await expect(notes.main).toContainText('You have not chosen a case worker, so there is nobody to write to. That is fine.');
  await noScroll(page);
  await axe(page);
  await notes.link('Choose whom to talk to').click();
  await expect(notes.title).toHaveText('Your case worker');
});

test('what is being written is kept on a device that is theirs alone', async ({ page, signIn, scripts }) => {
  test.skip(!scripts, 'drafts need scripts');
  await signIn('rosa');
  await itIsMine(page);
  const notes = new Notes(page);
  for (const [path, field] of [['/notes/write', 'What would you like to say?'], ['/notes/propose', 'What you will do']]) {
    const before = (await kept(page)).length;
    await notes.open(path);
    await notes.field(field).pressSequentially('Half a thought');
    await expect.poll(async () => (await kept(page)).length).toBe(before + 1);
  }
});
