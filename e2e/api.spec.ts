import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Sharing } from './pages/sharing';

/** The demonstration's systems of Harbour Advice and of Riverside Support, for which Jo works: nobody in it is real, so anybody may know. */
const clients = ['502', '503'].map((number) => `00000000-0000-8000-8000-000000000${number}:demonstration`);
const config = resolve('schemathesis.toml');
const schemathesis = join(dirname(resolve(process.env.PYTHON ?? '../target/python/bin/python')), 'schemathesis');

test('the API does what its document says, whatever is sent to it', async ({ page, service, signIn, request }) => {
  test.setTimeout(360_000);
  await signIn('rosa');
  const sharing = new Sharing(page);
  await sharing.open('/sharing');
  await sharing.main.getByRole('link', { name: 'Read it – Harbour Advice' }).click();
  await sharing.button('Yes').click();
  await expect(sharing.done).toContainText('You said yes. They can see it from now on.');
  // And the organisation of her case worker, which then may offer and write.
  await sharing.open('/sharing/new');
  await sharing.main.getByRole('radio', { name: 'Riverside Support' }).check();
  await sharing.main.getByRole('radio', { name: 'To help me with what I asked for' }).check();
  await sharing.main.getByRole('checkbox').first().check();
  await sharing.button('Read what would go').click();
  await sharing.button('Yes').click();
  await expect(sharing.done).toContainText('You said yes. They can see it from now on.');
  const base = `${service.url}/api/v1`;
  const basic = (client: string): string => `Basic ${Buffer.from(client).toString('base64')}`;
  const tokens: string[] = [];
  for (const client of clients) {
    const headers = { authorization: basic(client) };
    const given = await request.post(`${base}/token`, { form: { grant_type: 'client_credentials' }, headers });
    const { access_token: token } = (await given.json()) as { access_token: string };
    const bearer = { authorization: `Bearer ${token}` };
    const asked = await request.get(`${base}/consents`, { headers: bearer });
    const { consents } = (await asked.json()) as { consents: { id: string }[] };
    expect(consents).toHaveLength(1);
    const shared = await request.get(`${base}/consents/${consents[0]?.id}`, { headers: bearer });
    expect(shared.status()).toBe(200);
    tokens.push(bearer.authorization);
  }
  // What it remembers from one run to the next is none of ours.
  const cwd = await mkdtemp(join(tmpdir(), 'own-terms-api-'));
  const run = async (...what: string[]): Promise<string> => {
    const options = ['--max-examples', '25', '--workers', '1', '--no-color', '--seed', '1'];
    const ran = promisify(execFile)(schemathesis, ['--config-file', config, 'run', `${base}/openapi.json`, ...options, ...what], { maxBuffer: 1e8, cwd });
    // What it found stands in what it prints.
    const { stdout } = await ran.catch((failed: { stdout: string }) => failed);
    return stdout;
  };
  const runs = tokens.map((token) => [24, '--exclude-path', token] as const);
  for (const [operations, path, authorization] of [...runs, [1, '--include-path', basic(clients[0] ?? '')] as const]) {
    const ran = await run(path, '/token', '-H', `Authorization: ${authorization}`);
    expect(ran).toContain(`Tested: ${operations}`);
    expect(ran).not.toMatch(/FAILURES|ERRORS/);
  }
  await rm(cwd, { recursive: true });
});
