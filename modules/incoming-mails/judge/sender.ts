import type { Standing } from '../lifecycle.ts';

export interface HeaderLine {
  name: string;
  value: string;
}

const most = 4000;

/**
 * What the trusted mail server found out about the sender (RFC 8601). Only the topmost line under its own name counts: what
 * a sender writes himself stands below it, or under another name. `failed` is what DMARC refused, or what SPF refused
 * without a signature that holds; `verified` needs the domain of the From line itself (RFC 7489, 3.1).
 */
export function standingOf(
  headers: readonly HeaderLine[],
  trustedServer: string,
  fromAddress: string,
): Standing {
  if (trustedServer === '') return 'unchecked';
  const said = headers
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => withoutComments(value.slice(0, most)).toLowerCase())
    .find((value) => value.split(/[\s;]/, 1)[0] === trustedServer.toLowerCase());
  if (said === undefined) return 'unverified';
  const parts = said.split(';').slice(1);
  const resultOf = (method: string) =>
    parts
      .map((part) => part.trim())
      .filter((part) => part.startsWith(`${method}=`))
      .map((part) => ({ result: /^[a-z]+/.exec(part.slice(method.length + 1))?.[0] ?? '', part }));
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  const isHeld = (method: string, property: string) =>
    resultOf(method).some(
      ({ result, part }) => result === 'pass' && isAligned(propertyOf(part, property), domain),
    );
  if (resultOf('dmarc').some(({ result }) => result === 'pass')) return 'verified';
  if (resultOf('dmarc').some(({ result }) => result === 'fail')) return 'failed';
  if (isHeld('dkim', 'header.d') || isHeld('dkim', 'header.i')) return 'verified';
  if (isHeld('spf', 'smtp.mailfrom')) return 'verified';
  const isRefused = resultOf('spf').some(
    ({ result }) => result === 'fail' || result === 'softfail',
  );
  return isRefused ? 'failed' : 'unverified';
}

/** Comments in brackets may hold anything, another result among it. */
function withoutComments(value: string): string {
  let depth = 0;
  let bare = '';
  for (const sign of value) {
    if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (depth === 0) bare += sign;
  }
  return bare;
}

const propertyOf = (part: string, property: string): string =>
  part
    .split(/\s/)
    .find((word) => word.startsWith(`${property}=`))
    ?.slice(property.length + 1)
    .replace(/^.*@/, '') ?? '';

/** The same domain, or one below it: what a house sends for itself. */
const isAligned = (signed: string, domain: string): boolean =>
  signed !== '' &&
  (signed === domain || domain.endsWith(`.${signed}`) || signed.endsWith(`.${domain}`));
