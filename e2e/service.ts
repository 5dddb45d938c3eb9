import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { IdentityProvider } from './identity-provider';

const binary = process.env.OWN_TERMS_BIN ?? resolve(import.meta.dirname, '../target/debug/own-terms');

/** A server of its own, with the people of the demonstration in a database of its own. */
export class Service {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly database: string,
    /** What it wrote to its log, line by line. */
    readonly log: string[],
    private running: Running,
    private readonly options: string[],
    /** Through whom people can sign in, where there is one. */
    readonly provider?: IdentityProvider,
  ) {}

  /** A folder with the database as each test finds it: the people of the demonstration are made once and copied, which is many times as fast. */
  static async prepare(exit: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'own-terms-e2e-made-'));
    await (await Service.in(folder, exit)).end();
    return folder;
  }

  /** One that begins with what is in the folder that was prepared. */
  static async start(made: string, exit: string, named = false, known = false): Promise<Service> {
    const folder = await mkdtemp(join(tmpdir(), 'own-terms-e2e-'));
    await cp(made, folder, { recursive: true });
    return Service.in(folder, exit, named, known);
  }

  /**
   * With a name, people reach it by one: passkeys belong to names, and there are none without. `known` people can sign in
   * through an identity provider of its own, which is another site than one without a name.
   */
  private static async in(folder: string, exit: string, named = false, known = false): Promise<Service> {
    const port = named || known ? await freePort() : 0;
    const origin = `http://${named ? 'localhost' : '127.0.0.1'}:${port}`;
    const provider = known ? await IdentityProvider.start(origin) : undefined;
    const database = `sqlite://${folder}/e2e.db`;
    const options = ['--database', database, '--exit', exit];
    if (named || known) options.push('--origin', origin);
    if (provider) options.push(...(await provider.flags(folder)));
    const log: string[] = [];
    const running = await run(['--addr', `127.0.0.1:${port}`, ...options], log);
    return new Service(named || known ? origin : running.url, folder, database, log, running, options, provider);
  }

  /** Ends it, and starts it again where it was, as if it were this moment: 2026-12-01T10:00. */
  async comeTo(moment: string): Promise<void> {
    await this.running.end();
    this.running = await run(['--addr', new URL(this.url).host, ...this.options, '--as-if', moment], this.log);
  }

  private async end(): Promise<void> {
    await this.running.end();
    await this.provider?.stop();
  }

  /** Ends it, and lets go of its database. */
  async stop(): Promise<void> {
    await this.end();
    await rm(this.folder, { recursive: true });
  }

  /** Asks for a new way in, as the case worker whom the person chose: its link and code, and the link in what the person is sent. */
  async recover(of: string, by: string): Promise<{ link: string; code: string; undo: string | undefined }> {
    const mails = await mkdtemp(join(tmpdir(), 'own-terms-e2e-mails-'));
    const args = ['recover', '--of', of, '--by', by, '--database', this.database, '--origin', this.url, '--mail-folder', mails];
    const { stdout } = await promisify(execFile)(binary, args, { env: { PATH: process.env.PATH } });
    const [link, code] = stdout.split('\n');
    const letters = await Promise.all((await readdir(mails)).map((name) => readFile(join(mails, name), 'utf8')));
    await rm(mails, { recursive: true });
    return { link, code, undo: /\/sign-in\/undo\?code=[0-9a-f]+/.exec(letters.join('').replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[0] };
  }

  /** How many messages wait to be sent to people, as `own-terms check` counts them. */
  async waiting(): Promise<number> {
    const env = { PATH: process.env.PATH, NO_COLOR: '1', OWN_TERMS_LOG: 'info' };
    const { stderr } = await promisify(execFile)(binary, ['check', '--database', this.database], { env });
    return Number(/ waiting=(\d+)/.exec(stderr)?.[1]);
  }

  /** Makes a place for someone: the link of the invitation, and the code in it. */
  async invite(name: string): Promise<{ link: string; code: string }> {
    const args = ['invite', '--demo', '--name', name, '--database', this.database, '--origin', this.url];
    const { stdout } = await promisify(execFile)(binary, args, { env: { PATH: process.env.PATH } });
    const [link, code] = stdout.split('\n');
    return { link, code };
  }
}

interface Running {
  url: string;
  end: () => Promise<void>;
}

async function run(options: string[], log: string[]): Promise<Running> {
  const server = spawn(binary, ['serve', '--demo', '--helpline', '0800 000 0000', ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, NO_COLOR: '1', OWN_TERMS_LOG: 'info' },
  });
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  const url = await new Promise<string>((found, failed) => {
    server.once('error', failed);
    server.once('close', (code) => failed(new Error(`the server ended with ${code}:\n${log.join('\n')}`)));
    createInterface({ input: server.stderr }).on('line', (line) => {
      log.push(line);
      const at = /Own Terms is at (http:\/\/[0-9.:]+)\//.exec(line);
      if (at) found(at[1]);
    });
  });
  const end = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  return { url, end };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A place to leave to: another site, that knows nothing of ours. */
export class Elsewhere {
  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<Elsewhere> {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Weather</title><h1>Weather</h1>');
    });
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    return new Elsewhere(`http://localhost:${(server.address() as AddressInfo).port}/weather`, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
