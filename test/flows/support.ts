import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { entranceRoutes } from '#modules/people/contract.ts';
import { callerOver } from '#shared/call.ts';
import { barriersOn, shot, withPage } from '../browser.ts';
import { watch } from './last-seen.ts';
import { nextServer } from './servers.ts';

/** A desk and a phone. */
export const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Screen = keyof typeof screens;

/**
 * Where the flow of a file is walked: at the desk and on the phone. A run of everything has not the time for both: it sets
 * `SCREENS_SEED` and walks one, which the seed draws for each file; `npm test -- test/flows` walks both.
 */
export function walkedScreens(file: string): Screen[] {
  const both = Object.keys(screens) as Screen[];
  const seed = process.env.SCREENS_SEED;
  if (!seed) return both;
  const [drawn] = createHash('sha256')
    .update(`${seed} ${basename(file)}`)
    .digest();
  return [both[drawn! % both.length]!];
}

/** What the oldest telephone shows, or a newer one whose letters are set large. */
const smallest = { width: 320, height: 640 } as const;

/** What is held in one hand beside the car; only the flows that are walked there. */
const tablet = { width: 820, height: 1180 } as const;

export type Caller = ReturnType<typeof callerOver>;

/** The first account of the sample shop. */
export const owner = {
  employeeName: '周建国',
  username: 'zhoujianguo',
  password: '春天的早上去跑步',
} as const;

/** The program as a shop runs it: its own process, its own new database, the built screens. */
export interface Site {
  readonly baseUrl: string;
  /** Names the shop and makes the owner's account. */
  setUp(): Promise<Caller>;
  signIn(username: string, password: string): Promise<Caller>;
  /** Moves the test clock forward and runs what became due on the way. */
  moveTo(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** The one site of a test file, made ready before its first test and gone after its last. */
export function siteForThisFile(prepare: (site: Site) => Promise<void> = async () => {}) {
  let site: Site | undefined;
  beforeAll(async () => {
    site = await openSite();
    await prepare(site);
  });
  afterAll(() => site?.close());
  return () => site!;
}

async function openSite(): Promise<Site> {
  const { baseUrl, close } = await nextServer();
  const signIn = async (username: string, password: string) => {
    const answer = await send(baseUrl, 'POST', '/api/v1/session', { username, password });
    return callerWith(baseUrl, cookieOf(answer));
  };
  return {
    baseUrl,
    signIn,
    setUp: async () => {
      const body = { tenantName: '城东汽车服务中心', ...owner };
      const path = `/api/v1${entranceRoutes.setup.path}`;
      return callerWith(baseUrl, cookieOf(await send(baseUrl, 'POST', path, body)));
    },
    moveTo: async (now) => {
      const answer = await send(baseUrl, 'PUT', '/api/v1/test-clock', { now });
      if (!answer.ok) throw new Error(`the clock stays: ${await answer.text()}`);
    },
    close,
  };
}

/**
 * Walks as a person does, by roles and labels, and holds what every walk must keep: nothing refused by the content
 * security policy, no error on the console, nothing wider than the screen, no barrier on a customer's page. `picture` keeps what is seen.
 */
export async function walk(
  site: Site,
  screen: Screen | 'tablet',
  steps: (page: Page, picture: (name: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const size = { ...screens, tablet }[screen];
  await withPage({ baseUrl: site.baseUrl, ...size }, async ({ page, complaints }) => {
    // A machine that stands still for a while is no fault of the product; what never comes is seen all the same.
    page.setDefaultTimeout(45_000);
    const lastSeen = watch(page, complaints);
    const picture = async (name: string) => {
      await shot(page, `${name}-${screen}`);
      expect(await overhangOf(page), `${name} is wider than the ${screen}`).toBeLessThanOrEqual(0);
      // The pages of whoever has no login are open to everybody, also on the smallest telephone.
      if (await page.locator('main.link-holder').count()) {
        expect(await barriersOn(page), `${name} keeps somebody out`).toEqual([]);
        await page.setViewportSize(smallest);
        expect(await overhangOf(page), `${name} is wider than 320 px`).toBeLessThanOrEqual(0);
        expect(await barriersOn(page), `${name} keeps somebody out at 320 px`).toEqual([]);
        await page.setViewportSize(size);
      }
    };
    await steps(page, picture).catch(async (fault: Error) => {
      fault.message += await lastSeen();
      throw fault;
    });
    expect(complaints).toEqual([]);
  });
}

/**
 * Signs in beside the screen, which stays empty: what is walked begins at the flow's first address, and the login screen
 * and the first page are not drawn for each of them.
 */
export async function enter(page: Page, username: string, password: string): Promise<void> {
  // A page of somebody else would ask on in the new name.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  const data = { username, password };
  const answer = await page.request.post('/api/v1/session', { data });
  if (!answer.ok()) throw new Error(`nobody signed in: ${await answer.text()}`);
}

/** Signs in on the screen, and stands on the first page of who did. */
export async function enterOnScreen(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((address) => address.pathname !== '/login');
}

/** Beside the root's own width: a phone's window grows with a page that is too wide. */
const overhangOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const send = (baseUrl: string, method: string, path: string, body?: unknown, cookie?: string) =>
  fetch(baseUrl + path, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

function cookieOf(answer: Response): string {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`no session: ${answer.status}`);
  return cookie;
}

const callerWith = (baseUrl: string, cookie: string): Caller =>
  callerOver(async ({ method, path, body, headers }) => {
    const answer = await fetch(baseUrl + path, {
      method,
      headers: { 'content-type': 'application/json', cookie, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: Object.fromEntries(answer.headers),
    };
  });
