import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A token before it is signed. */
interface Token {
  header: Record<string, unknown>;
  claims: Record<string, any>;
  sign: (signed: string) => Buffer;
}

/** Every way in which it can lie of who somebody is. */
export const LIES = {
  'another issuer': ({ claims }) => (claims.iss = 'https://evil.example'),
  'another audience': ({ claims }) => (claims.aud = 'somebody-else'),
  'another audience as well': ({ claims }) => (claims.aud = [claims.aud, 'somebody-else']),
  'not signed': (token) => Object.assign(token, { header: { alg: 'none' }, sign: () => Buffer.alloc(0) }),
  'signed with the public key': (token) => {
    token.header.alg = 'HS256';
    token.sign = (signed) => createHmac('sha256', KEYS.publicKey.export({ type: 'spki', format: 'pem' })).update(signed).digest();
  },
  'signed by RSA': (token) => {
    token.header.alg = 'RS256';
    token.sign = (signed) => sign('sha256', Buffer.from(signed), generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
  },
  'signed by another key': (token) => (token.sign = (signed) => es256(signed, newKeys().privateKey)),
  'a key that is not published': ({ header }) => (header.kid = 'of my own'),
  'another nonce': ({ claims }) => (claims.nonce = 'another'),
  'no nonce': ({ claims }) => delete claims.nonce,
  over: ({ claims }) => (claims.exp = claims.iat - 120),
  'from the future': ({ claims }) => (claims.iat += 600),
  'not good yet': ({ claims }) => (claims.nbf = claims.iat + 600),
  'less sure': ({ claims }) => (claims.vot = 'Cl'),
  'not saying how sure': ({ claims }) => delete claims.vot,
} satisfies Record<string, (token: Token) => unknown>;

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEYS = newKeys();
const es256 = (signed: string, key: KeyObject) => sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });

/** A real identity provider on another site than the service's, at which people are whoever they say; and it lies where it is told to. */
export class IdentityProvider {
  /** What people call it. */
  readonly name = 'Example Login';
  /** How it lies from now on. */
  lie: keyof typeof LIES | undefined;
  /** How often the service asked it for a token. */
  tokens = 0;

  private constructor(
    readonly url: string,
    private readonly server: Server,
    private readonly key: KeyObject,
  ) {}

  /** One that knows the service at this address. */
  static async start(service: string): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    const url = `http://localhost:${(server.address() as AddressInfo).port}`;
    const ofService = newKeys();
    const provider = new Provider(url, {
      clients: [
        {
          client_id: 'own-terms',
          redirect_uris: [`${service}/sign-in/provider/back`],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          id_token_signed_response_alg: 'ES256',
          jwks: { keys: [{ ...ofService.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
          backchannel_logout_uri: `${service}/sign-in/provider/logout`,
        },
        // Those who work there are known as of another service, and each session of theirs by its name.
        {
          client_id: 'own-terms-desk',
          redirect_uris: [`${service}/desk/sign-in/provider/back`],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          id_token_signed_response_alg: 'ES256',
          jwks: { keys: [{ ...ofService.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
          backchannel_logout_uri: `${service}/desk/sign-in/provider/logout`,
          backchannel_logout_session_required: true,
        },
      ],
      jwks: { keys: [{ ...KEYS.privateKey.export({ format: 'jwk' }), kid: 'the only one', use: 'sig', alg: 'ES256' }] },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: {
          enabled: true,
          logoutSource: async (ctx: any, form: string) => void (ctx.body = html(`${form}<button form="op.logoutForm" name="logout" value="yes">Sign out here</button>`)),
          postLogoutSuccessSource: async (ctx: any) => void (ctx.body = html('<p>You are signed out here.</p>')),
        },
      },
      // It speaks to no address of this machine, unless its guard against that is left out.
      fetch: (url: string, { dispatcher, ...options }: any) => fetch(url, options),
      cookies: { keys: ['for the tests alone'] },
      // Said, because otherwise it writes of each that it is not.
      ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
      extraParams: ['vtr'],
      pkce: { required: () => true },
      // In the way of GOV.UK One Login: how sure it is stands in the token.
      claims: { openid: ['sub', 'vot', 'vtm'] },
      conformIdTokenClaims: false,
      findAccount: async (_: unknown, id: string) => ({
        accountId: id,
        claims: async () => ({ sub: id, vot: 'Cl.Cm', vtm: `${url}/trustmark` }),
      }),
      interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
      loadExistingGrant: async (ctx: any) => {
        const { client, session, provider } = ctx.oidc;
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    } as any);
    const one = new IdentityProvider(url, server, ofService.privateKey);
    const callback = provider.callback();
    server.on('request', (request, response) => {
      if (request.url!.startsWith('/interaction/')) return void one.interact(provider, request, response);
      if (request.url === '/token') one.lyingIn(response);
      return void callback(request, response);
    });
    return one;
  }

  /** The flags with which the service knows it; the key goes into a file there. */
  async flags(folder: string): Promise<string[]> {
    const file = `${folder}/provider.pem`;
    await writeFile(file, this.key.export({ type: 'pkcs8', format: 'pem' }));
    const known = (front: string, client: string) => [`--${front}-issuer`, this.url, `--${front}-client-id`, client, `--${front}-key`, file, `--${front}-name`, this.name, `--${front}-vtr`, 'Cl.Cm'];
    return [...known('provider', 'own-terms'), ...known('staff-provider', 'own-terms-desk')];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Asks who somebody is, and believes what they answer. */
  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const buttons = ['alex', 'priya', 'nobody'].map((who) => `<button name="who" value="${who}">I am ${who}</button>`).join(' ');
      response.setHeader('content-type', 'text/html');
      response.end(html(`<form method="post">${buttons} <button name="who" value="">Go back</button></form>`));
      return;
    }
    let body = '';
    for await (const part of request) body += part;
    const who = new URLSearchParams(body).get('who');
    const done = who ? { login: { accountId: `urn:fdc:example:${who}` } } : { error: 'access_denied', error_description: 'You did not want to' };
    await provider.interactionFinished(request, response, done, { mergeWithLastSubmission: false });
  }

  /** Puts another token into an answer, where it is to lie. */
  private lyingIn(response: ServerResponse): void {
    this.tokens += 1;
    const end = response.end.bind(response) as (body: string) => ServerResponse;
    response.end = ((body: string) => {
      const answer = JSON.parse(`${body}`);
      if (!this.lie || !answer.id_token) return end(body);
      const [header, claims] = answer.id_token.split('.').slice(0, 2).map((part: string) => JSON.parse(`${Buffer.from(part, 'base64url')}`));
      const token: Token = { header, claims, sign: (signed) => es256(signed, KEYS.privateKey) };
      LIES[this.lie](token);
      const signed = [token.header, token.claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      const lying = JSON.stringify({ ...answer, id_token: `${signed}.${token.sign(signed).toString('base64url')}` });
      response.setHeader('content-length', Buffer.byteLength(lying));
      return end(lying);
    }) as ServerResponse['end'];
  }
}

function html(content: string): string {
  return `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Example Login</title><h1>Example Login</h1>${content}`;
}
