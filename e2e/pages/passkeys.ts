import { expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { Portal } from './portal';

/** A device with passkeys, as the browser's own protocol makes one. */
export class Device {
  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  /** One that is there for the pages of `page`, and whose person is there as well. */
  static async of(page: Page): Promise<Device> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    } as const;
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
    return new Device(session, authenticatorId);
  }

  /** What is in it. */
  async passkeys() {
    return (await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id })).credentials;
  }

  /** Puts what is in another into it, as when devices of one person are kept alike. */
  async copyOf(other: Device): Promise<void> {
    for (const credential of await other.passkeys()) {
      await this.session.send('WebAuthn.addCredential', { authenticatorId: this.id, credential });
    }
  }

  /** Somebody holds it whom it does not know. */
  async isHeldByAnother(): Promise<void> {
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified: false });
  }
}

/** Adding a passkey, and signing in by one. */
export class Passkeys extends Portal {
  readonly said = this.page.locator('[data-passkey="said"]');
  readonly signIn = this.button('Sign in with a passkey');
  readonly add = this.button('Add it');

  async openAdd(): Promise<void> {
    await this.open('/settings/sign-in/passkey');
  }

  async addOne(name: string): Promise<void> {
    await this.openAdd();
    await this.field('What would you like to call it?').fill(name);
    await this.add.click();
    await expect(this.done).toContainText('You can sign in with this passkey from now on.');
  }

  async signOutOf(context: BrowserContext): Promise<void> {
    await this.signOut.click();
    await expect(this.title).toHaveText('You are signed out');
    expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
  }
}
