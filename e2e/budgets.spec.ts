import { get } from 'node:http';
import { awake, expect, test } from './fixtures';

/** HTML and CSS of a page fit in the first round trip: ten packets of 1,460 bytes, less what TLS and headers take. */
const FIRST_ROUND_TRIP = 14 * 1024;
/** The loader, the glue and the WebAssembly that any one page loads. */
const SCRIPTS = 75_000;

const WITHOUT_SCRIPTS = [
  '/', '/accessibility', '/privacy', '/sign-in', '/signed-out', '/home', '/goals', '/appointments', '/appointments/calendar', '/appointments/terms', '/receipts/one?number=12', '/stop',
  '/examples', '/held/kind?what=goal', '/held/find', '/sign-in/invitation', '/sign-in/email', '/sent', '/settings/sign-in', '/settings/sign-in/email', '/settings/sessions',
  '/people', '/people/case-worker', '/people/supporter', '/people/advice', '/people/listings', '/people/carrying-on', '/sharing', '/sharing/new', '/consent', '/notes', '/contact/earlier',
];
const WITH_SCRIPTS = [
  '/goals/add', '/goals/change?goal=00000000-0000-8000-8000-00000000000a', '/contact', '/contact/ways', '/contact/safe', '/appointments/terms/formats',
  '/appointments/terms/with-me', '/appointments/terms/pace', '/appointments/terms/times', '/appointments/terms/breaks', '/held', '/held/download', '/settings',
];
const AT_THE_DESK = ['/desk', '/desk/person', '/desk/offer', '/desk/refer', '/desk/ending', '/desk/notes', '/desk/propose', '/desk/records', '/desk/corrections', '/desk/consent', '/desk/invite', '/desk/lost', '/desk/agreed', '/desk/account', '/desk/photo', '/desk/invitation'];
const SIZES = [
  { width: 320, height: 640 },
  { width: 1280, height: 900 },
];
const PUBLIC = ['/', '/accessibility', '/privacy', '/check', '/consent', '/sign-in', '/signed-out', '/settings', '/examples'];

/** The bytes of an answer's body as it is sent to a browser that takes brotli. */
function weigh(url: string, cookie: string): Promise<number> {
  return new Promise((weighed, failed) => {
    get(url, { headers: { 'accept-encoding': 'br', cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => weighed(bytes));
    }).on('error', failed);
  });
}

test('every page is light, loads scripts only if it needs them, and does not move while it loads', async ({ page, context, signIn, atDesk, service }, info) => {
  test.setTimeout(90_000);
  await context.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[]) (window as any).shifted += shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const rows: string[] = [];
  const look = async (path: string, who: string) => {
    let shifted = 0;
    for (const size of SIZES) {
      await page.setViewportSize(size);
      requested.length = 0;
      await page.goto(path);
      await awake(page);
      // What moved is told after it was drawn.
      const moved = () => new Promise<number>((then) => requestAnimationFrame(() => requestAnimationFrame(() => then((window as any).shifted))));
      shifted = Math.max(shifted, await page.evaluate(moved));
    }
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const weights = async (ending: RegExp) => {
      const of = [...new Set(requested)].filter((url) => ending.test(url));
      return (await Promise.all(of.map((url) => weigh(url, cookie)))).reduce((sum, bytes) => sum + bytes, 0);
    };
    const [html, css, scripts] = [await weigh(`${service.url}${path}`, cookie), await weights(/\.css$/), await weights(/\.(js|wasm)$/)];
    const name = path.replace(/\?.*/, '');
    rows.push(`${`${name} (${who})`.padEnd(40)} ${[html, css, html + css, scripts].map((bytes) => `${bytes}`.padStart(8)).join('')} ${shifted.toFixed(3).padStart(7)}`);
    expect.soft(html + css, `${name}: HTML and CSS`).toBeLessThanOrEqual(FIRST_ROUND_TRIP);
    expect.soft(scripts, `${name}: scripts and WebAssembly`).toBeLessThanOrEqual(SCRIPTS);
    expect.soft(shifted, `${name}: layout shift`).toBe(0);
    if ([...WITHOUT_SCRIPTS, ...AT_THE_DESK].includes(path) || path.startsWith('/desk/')) expect.soft(requested.filter((url) => /\.(js|wasm)$/.test(url)), `${name} loads no script`).toEqual([]);
    else expect.soft(scripts, `${name} has islands`).toBeGreaterThan(0);
  };
  for (const path of PUBLIC) await look(path, 'nobody');
  await signIn('alex');
  for (const path of [...WITHOUT_SCRIPTS, ...WITH_SCRIPTS].filter((path) => path !== '/sign-in' && path !== '/signed-out')) await look(path, 'alex');
  await signIn('rosa');
  for (const path of ['/home', '/notes', '/notes/write', '/notes/propose']) await look(path, 'rosa');
  await atDesk('jo');
  for (const path of AT_THE_DESK) await look(path, 'jo');
  await atDesk('gwen');
  for (const path of ['/desk/workload', '/desk/look-into']) await look(path, 'gwen');
  await atDesk('owen');
  for (const path of ['/desk/staff', '/desk/organisations']) await look(path, 'owen');
  const table = [`${'page'.padEnd(40)}     html     css     sum scripts   shift`, ...rows].join('\n');
  await info.attach('budgets', { body: table, contentType: 'text/plain' });
  console.log(`\n${table}`);
});

test('a first visit loads less than 25 kB without WebAssembly', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto('/', { waitUntil: 'networkidle' });
  const bytes = await Promise.all(requested.map((url) => weigh(url, '')));
  expect(bytes.reduce((sum, of) => sum + of, 0)).toBeLessThan(25_000);
});
