import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Sharing } from './pages/sharing';

/** The demonstration's system of Harbour Advice: nobody in it is real, so anybody may know. */
const client = '00000000-0000-8000-8000-000000000502:demonstration';
const schemathesis = join(dirname(process.env.PYTHON ?? resolve('..', 'target/python/bin/python')), 'schemathesis');

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
  const run = async (...what: string[]): Promise<string> => {
    const options = ['--max-examples', '25', '--workers', '1', '--no-color', '--seed', '1'];
    const ran = promisify(execFile)(schemathesis, ['run', `${base}/openapi.json`, ...options, ...what], { maxBuffer: 1e8 });
    // What it found stands in what it prints.
    const { stdout } = await ran.catch((failed: { stdout: string }) => failed);
    return stdout;
  };
  expect(await run('--exclude-path', '/token', '-H', `Authorization: Bearer ${token}`)).not.toContain('FAILURES');
  expect(await run('--include-path', '/token', '-H', `Authorization: ${authorization}`)).not.toContain('FAILURES');
});
