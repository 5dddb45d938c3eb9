import { expect } from '@playwright/test';
import { Portal } from './portal';

export class SignIn extends Portal {
  async choose(name: string): Promise<void> {
    await this.open('/sign-in');
    await this.button(name).click();
    await expect(this.title).toHaveText(new RegExp(` ${name}\\.$`));
  }
}
