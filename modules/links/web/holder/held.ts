import type { OpenWays } from '../../contract.ts';
import { Refused } from './ask.ts';

/** One record that a link opened in this browser. */
export interface Visit {
  purpose: string;
  aboutId: string;
  expiresAt: string;
  /** What is open to everybody at its shop. */
  ways?: OpenWays;
  /** How its page called itself. */
  title?: string;
}

const hereAs = 'jingming.link';
const listAs = 'jingming.links';
/** As many as the browser keeps cookies for. */
const mostHeld = 6;

const isSame = (one: Visit, other: Visit) =>
  one.purpose === other.purpose && one.aboutId === other.aboutId;

/** What this browser holds, the latest first; whose time is over is gone. Storage may be switched off. */
function held(): Visit[] {
  try {
    const kept = JSON.parse(localStorage.getItem(listAs) ?? '[]') as Visit[];
    const now = new Date().toISOString();
    return kept.filter(({ expiresAt }) => expiresAt > now);
  } catch {
    return [];
  }
}

function keep(visits: readonly Visit[]): void {
  try {
    localStorage.setItem(listAs, JSON.stringify(visits.slice(0, mostHeld)));
  } catch {
    // As said: a link has to be opened anew then.
  }
}

/** Puts a visit first: what this window shows, also after a reload, and what the telephone's own screen opens. */
export function hold(visit: Visit): void {
  sessionStorage.setItem(hereAs, JSON.stringify(visit));
  keep([visit, ...held().filter((one) => !isSame(one, visit))]);
}

/** It is over: nothing leads there any more. */
export function letGo(visit: Visit): void {
  sessionStorage.removeItem(hereAs);
  keep(held().filter((one) => !isSame(one, visit)));
}

/** What this window showed last; opened anew without a link, what the browser showed last. */
export function shownLast(): Visit | undefined {
  const here = sessionStorage.getItem(hereAs);
  return here === null ? held()[0] : (JSON.parse(here) as Visit);
}

/** What else this browser holds, to go back to. */
export const othersThan = (visit: Visit | undefined): Visit[] =>
  held().filter((one) => !visit || !isSame(one, visit));

/** Whether there is nothing to be seen by a link any more. */
export const isEnd = (error: unknown): error is Refused =>
  error instanceof Refused &&
  ['unauthenticated', 'link_over', 'not_found', 'forbidden'].includes(error.code);
