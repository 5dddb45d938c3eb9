import { defineConfig } from '@playwright/test';
import everywhere from './playwright.config';

/** `npm run pictures`: the pictures of the README, of the real pages. */
export default defineConfig(everywhere, { testDir: 'pictures', workers: 1, projects: [{ name: 'pictures' }] });
