import type { Page, Request } from 'playwright-core';

/** Watches a page, so that whoever reads the log of a machine that he cannot look at knows what stood there. */
export function watch(page: Page, complaints: readonly string[]) {
  const open = new Set<string>();
  const refused: string[] = [];
  const named = (request: Request) =>
    `${request.method()} ${request.url().replace(/^https?:\/\/[^/]+/, '')}`;
  page.on('request', (request) => open.add(named(request)));
  page.on('requestfinished', (request) => open.delete(named(request)));
  page.on('requestfailed', (request) => {
    open.delete(named(request));
    refused.push(`${named(request)}: ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    refused.push(`${named(response.request())}: ${response.status()}`);
  });
  /** The words of the dialog or else of the page, and what was asked of the server without success or without end. */
  return async (): Promise<string> => {
    const dialog = page.getByRole('dialog').last();
    const seen = (await dialog.count()) ? dialog : page.locator('body');
    const words = await seen.innerText({ timeout: 5000 }).catch(({ message }) => String(message));
    const held = page.locator(':focus');
    const focus = (await held.count()) ? await held.evaluate((at) => at.outerHTML) : 'nothing';
    return [
      `\nAt ${page.url()} stood:\n${words.slice(0, 2000)}`,
      `The keys were in: ${focus.slice(0, 300)}`,
      `Refused: ${refused.slice(-12).join(', ')}`,
      `Not answered: ${[...open].join(', ')}`,
      `Complaints: ${complaints.join('\n')}`,
    ].join('\n');
  };
}
