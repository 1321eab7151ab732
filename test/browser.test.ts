import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, withPage } from './browser.ts';

const policy = "default-src 'none'; script-src 'self'; style-src 'self'";
let server: Server;
let baseUrl = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const planted = decodeURIComponent(request.url!.slice(1));
    response.end(`<!doctype html><title>page</title><body>${planted}</body>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await closeBrowser();
  server.close().closeAllConnections();
});

const complaintsAbout = (planted: string) =>
  withPage({ baseUrl }, async ({ page, complaints }) => {
    await page.goto(`/${encodeURIComponent(planted)}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return complaints.join('\n');
  });

test.for([
  ['a script in the page', '<script>document.title = "taken"</script>', 'script-src'],
  ['a handler in an attribute', '<img src="/x" onerror="1">', 'img-src'],
  ['a style in an attribute', '<p style="color: red">x</p>', 'style-src'],
  ['a frame', '<iframe src="/x"></iframe>', 'default-src|frame-src'],
] as const)('G-48 the walks notice %s that the policy refuses', async ([, planted, directive]) => {
  expect(await complaintsAbout(planted)).toMatch(new RegExp(`csp: .*(${directive})`));
});

test('G-48 a page that keeps to its policy is left alone', async () => {
  expect(await complaintsAbout('<p>x</p>')).toBe('');
});
