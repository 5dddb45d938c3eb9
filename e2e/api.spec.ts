import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Sharing } from './pages/sharing';

/** The demonstration's system of Harbour Advice: nobody in it is real, so anybody may know. */
const client = '00000000-0000-8000-8000-000000000502:demonstration';
const schemathesis = join(dirname(resolve(process.env.PYTHON ?? '../target/python/bin/python')), 'schemathesis');

test('the API does what its document says, whatever is sent to it', async ({ page, service, signIn, request }) => {
  test.setTimeout(180_000);
  await signIn('rosa');
  const sharing = new Sharing(page);
  await sharing.open('/sharing');
  await sharing.main.getByRole('link', { name: 'Read it – Harbour Advice' }).click();
  await sharing.button('Yes').click();
  await expect(sharing.done).toContainText('You said yes. They can see it from now on.');
  const base = `${service.url}/api/v1`;
  const authorization = `Basic ${Buffer.from(client).toString('base64')}`;
  const given = await request.post(`${base}/token`, { form: { grant_type: 'client_credentials' }, headers: { authorization } });
  const { access_token: token } = (await given.json()) as { access_token: string };
  const asked = await request.get(`${base}/consents`, { headers: { authorization: `Bearer ${token}` } });
  const { consents } = (await asked.json()) as { consents: { id: string }[] };
  expect(consents).toHaveLength(1);
  const shared = await request.get(`${base}/consents/${consents[0]?.id}`, { headers: { authorization: `Bearer ${token}` } });
  expect(shared.status()).toBe(200);
  // What it remembers from one run to the next is none of ours.
  const cwd = await mkdtemp(join(tmpdir(), 'own-terms-api-'));
  const run = async (...what: string[]): Promise<string> => {
    const options = ['--max-examples', '25', '--workers', '1', '--no-color', '--seed', '1'];
    const ran = promisify(execFile)(schemathesis, ['run', `${base}/openapi.json`, ...options, ...what], { maxBuffer: 1e8, cwd });
    // What it found stands in what it prints.
    const { stdout } = await ran.catch((failed: { stdout: string }) => failed);
    return stdout;
  };
  for (const [operations, ran] of [
    [2, await run('--exclude-path', '/token', '-H', `Authorization: Bearer ${token}`)],
    [1, await run('--include-path', '/token', '-H', `Authorization: ${authorization}`)],
  ] as const) {
    expect(ran).toContain(`Tested: ${operations}`);
    expect(ran).not.toMatch(/FAILURES|ERRORS/);
  }
  await rm(cwd, { recursive: true });
});
