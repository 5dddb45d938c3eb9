import type { Locator } from '@playwright/test';
import decode from 'jsqr';

/** What a phone's camera reads: a picture of what is seen, decoded by a program that knows nothing of ours. */
export async function scan(seen: Locator): Promise<string | undefined> {
  await seen.scrollIntoViewIfNeeded();
  const png = (await seen.screenshot()).toString('base64');
  // A browser of its own, with scripts, which turns the picture into dots.
  const context = await seen.page().context().browser()!.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const { width, height, dots } = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const { width, height, data } = drawing.getImageData(0, 0, image.width, image.height);
    return { width, height, dots: [...data] };
  }, png);
  await context.close();
  return decodeDots(new Uint8ClampedArray(dots), width, height);
}

/** The module's function, however it was packed. */
function decodeDots(dots: Uint8ClampedArray, width: number, height: number): string | undefined {
  const of = (decode as unknown as { default?: typeof decode }).default ?? decode;
  return of(dots, width, height)?.data;
}
