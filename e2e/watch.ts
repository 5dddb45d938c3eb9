import type { BrowserContext, Request, Response } from '@playwright/test';

/** Collects everything that should not happen, on any page of a context, whatever the test looks at. */
export class Watch {
  private readonly seen: string[] = [];
  private readonly pages: Promise<void>[] = [];
  private readonly refusedPages = new Set<string>();

  constructor(
    context: BrowserContext,
    private readonly ours: string,
  ) {
    context.on('weberror', (error) => this.seen.push(`error on a page: ${error.error()}`));
    context.on('dialog', (dialog) => {
      this.seen.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('console', (message) => {
      const page = message.location().url;
      // Chromium says this of each page that is answered with a 4xx, which is what a refused form is answered with.
      const aboutPage = message.text().startsWith('Failed to load resource') && this.refusedPages.has(page);
      if (['error', 'warning'].includes(message.type()) && !aboutPage) {
        this.seen.push(`console ${message.type()}: ${message.text()} (${page})`);
      }
    });
    context.on('requestfailed', (request) => {
      // Going on to the next page ends what this one was still loading.
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') this.seen.push(`request failed: ${request.url()}: ${why}`);
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(ours) && !this.isLeaving(request)) {
        this.seen.push(`a request to another site: ${request.url()}`);
      }
    });
    context.on('response', (response) => this.answered(response));
  }

  /** All that went wrong so far. */
  async faults(): Promise<string[]> {
    await Promise.all(this.pages);
    return this.seen;
  }

  private isLeaving(request: Request): boolean {
    return request.isNavigationRequest() || request.url().startsWith('data:') || !request.frame().url().startsWith(this.ours);
  }

  private answered(response: Response): void {
    const [request, status, url] = [response.request(), response.status(), response.url()];
    if (!url.startsWith(this.ours)) return;
    if (status >= 500 || (status >= 400 && !request.isNavigationRequest())) this.seen.push(`${status}: ${url}`);
    if (!request.isNavigationRequest() || (status >= 300 && status < 400)) return;
    if (status >= 400) this.refusedPages.add(url);
    const missing = response.text().then(
      (html) => {
        for (const [message] of html.matchAll(/⟦[^⟧]*⟧/g)) this.seen.push(`a message is missing: ${message} (${url})`);
      },
      // The page was left before its text was asked for.
      () => {},
    );
    this.pages.push(missing);
  }
}
