import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * A real Chromium for the flows. The packaged one runs on Linux x64 without any system package; elsewhere, or where
 * `CHROMIUM_PATH` says so, an installed one is used.
 */

const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const packagedRuns = platform() === 'linux' && arch() === 'x64';

/** A microphone that beeps, and nobody who asks whether it may be heard. */
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** With no language set, Chromium cannot write Chinese file names and calls every download `download`. */
const language = { LC_ALL: 'C.UTF-8' };

async function launchPackaged(): Promise<Browser> {
  // Read when the package is loaded: it then unpacks its own libraries and needs none of the system.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return chromium.launch({
    executablePath,
    // One process for all pages crashes on the second page.
    args: [
      ...packaged.args.filter((arg) => arg !== '--single-process' && !arg.startsWith('--headless')),
      '--no-sandbox',
      '--headless=shell',
      '--disable-gpu',
      '--no-zygote',
      ...microphone,
    ],
    env: {
      ...process.env,
      ...language,
      LD_LIBRARY_PATH: '/tmp/al2023/lib',
      FONTCONFIG_PATH: '/tmp/fonts',
    },
  });
}

async function launch(): Promise<Browser> {
  const asked = process.env.CHROMIUM_PATH;
  if (!asked && packagedRuns) return launchPackaged();
  const executablePath = installed.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium here: set CHROMIUM_PATH to an installed one.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', ...microphone],
    env: { ...process.env, ...language },
  });
}

let running: Promise<Browser> | undefined;

/** The one browser of a test run. */
export const browser = (): Promise<Browser> => {
  running ??= launch();
  return running;
};

export async function closeBrowser(): Promise<void> {
  const open = await running;
  running = undefined;
  await open?.close();
}

export interface OpenPage {
  page: Page;
  /** What the browser complained of: refused styles and scripts, errors on the console, uncaught ones. */
  complaints: string[];
}

interface PageOptions {
  baseUrl: string;
  /** In px; 1440 × 900 is a desk, 390 × 844 a phone. */
  width?: number;
  height?: number;
  dark?: boolean;
  userAgent?: string;
}

/** Every refusal of the content security policy, also those that the console does not show. */
const reportViolations = () => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`csp: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`);
  });
};

/** A fresh page without cookies of another, gone when `use` is done. */
export async function withPage<Result>(
  options: PageOptions,
  use: (open: OpenPage) => Promise<Result>,
): Promise<Result> {
  const { baseUrl, width = 1440, height = 900, dark = false, userAgent } = options;
  const isPhone = width < 576;
  const context = await (await browser()).newContext({
    baseURL: baseUrl,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: isPhone,
    ...(userAgent !== undefined && { userAgent }),
    isMobile: isPhone,
  });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // A refusal (401, 409 …) is an answer that the page deals with, and so is a line that a flow cuts on purpose;
      // Chromium notes both all the same.
      const isAnswer =
        /^Failed to load resource: (.* status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(
          message.text(),
        );
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(reportViolations);
    return await use({ page, complaints });
  } finally {
    await context.close();
  }
}

/**
 * Serious findings of axe-core (WCAG 2.2 A and AA) on the page as it stands, one line each; colours included, in the
 * light the page has.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  axeSource ??= await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  // Evaluated by the debugger: no script tag, so that the page's own policy stays as strict as it is.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

let axeSource: string | undefined;

interface Axe {
  run(
    root: Document,
    options: { resultTypes: string[] },
  ): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>;
}

/** Waits until letters and layout stand still: the web font comes in slices, after the first paint. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

/** A picture of what the person sees, under `screenshots/`. */
export async function shot(page: Page, name: string, folder = 'screenshots'): Promise<string> {
  await settled(page);
  const path = join(folder, `${name}.png`);
  // Nobody looks at them there.
  if (process.env.CI) return path;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path });
  return path;
}
