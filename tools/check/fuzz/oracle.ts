import { problemWords } from '#platform/problem-words.ts';
import type { Answer, Sent } from './sender.ts';
import { canary } from './world.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A place in a sentence that nothing was filled into. */
const unfilled = /\{[a-z]\w*\}/i;
const canaryBytes = Buffer.from(canary).toString('latin1');
export const slowMs = 2000;
/** It waits for a stranger's mail server, within that sender's own time-outs. */
export const waitsForOthers = new Set([
  'messages.testEmail',
  'messages.testSms',
  'messages.testWecom',
  'messages.wecomLink',
]);

/** What is wrong with an answer; an empty list when it keeps every promise. */
export function faultsOf(sent: Sent, answer: Answer, foreign: ReadonlySet<string>): string[] {
  if (answer.status === 0) return [`no answer (${answer.fault})`];
  return [...statusFaults(answer), ...problemFaults(sent, answer), ...leaks(sent, answer, foreign)];
}

function statusFaults({ status, headers }: Answer): string[] {
  if (status >= 500) return [`${status}`];
  if (status < 200) return [`odd status ${status}`];
  // A way of our own, and no other place (D-63).
  const leads = String(headers.location ?? '');
  const isRedirect = status >= 300 && status < 400;
  return isRedirect && !/^\/(?![/\\])/.test(leads) ? [`${status} to ${leads || 'nowhere'}`] : [];
}

interface Told {
  code?: string;
  status?: number;
  title?: string;
  detail?: string;
  type?: string;
  instance?: string;
  errors?: { pointer: string; code: string; message: string }[];
}

/** RFC 9457 with words, and for 400 with the fault named (D-33). */
function problemFaults(sent: Sent, { status, headers, text }: Answer): string[] {
  if (status < 400) return [];
  const type = String(headers['content-type'] ?? '');
  if (!type.startsWith('application/problem+json')) return [`${status} as ${type || 'nothing'}`];
  if (sent.method === 'HEAD') return [];
  const told = JSON.parse(Buffer.from(text, 'latin1').toString()) as Told;
  const faults: string[] = [];
  if (told.status !== status) faults.push(`says ${told.status}, is ${status}`);
  for (const name of ['code', 'title', 'detail', 'type', 'instance'] as const) {
    if (!told[name]) faults.push(`${status} without ${name}`);
  }
  if (status < 500 && isWordless(told.title)) faults.push(`${told.code} has no words`);
  const isNamed = told.code === 'malformed' || (told.errors ?? []).length > 0;
  if (status === 400 && !isNamed) faults.push(`400 ${told.code} names no fault`);
  for (const { code, message } of told.errors ?? []) {
    if (!message || isWordless(message)) faults.push(`fault ${code} has no words`);
    const hole = unfilled.exec(message)?.[0];
    // What the caller wrote in braces himself is no place that we forgot to fill.
    if (hole && !isSent(sent, hole)) faults.push(`fault ${code} has holes: ${message}`);
  }
  return faults;
}
const isSent = ({ path, body }: Sent, text: string) =>
  [text, encodeURIComponent(text)].some((form) => path.includes(form) || body?.includes(form));
/** What stands there for a code that nobody wrote words for. */
const wordless = Object.values(problemWords).flatMap(({ internal }) => Object.values(internal));
const isWordless = (text: string | undefined) => text !== undefined && wordless.includes(text);

function leaks({ path, body }: Sent, { text }: Answer, foreign: ReadonlySet<string>): string[] {
  const faults = text.includes(canaryBytes) ? ['a stranger’s words'] : [];
  const asked = new Set([
    ...(path.match(uuid) ?? []),
    ...(body?.toString('latin1').match(uuid) ?? []),
  ]);
  const strange = (text.match(uuid) ?? []).find((id) => foreign.has(id) && !asked.has(id));
  return strange ? [...faults, `a stranger’s id ${strange}`] : faults;
}

/** As a command line that sends it again. */
export function reproduction({ method, path, headers, body }: Sent): string {
  const { cookie, ...shown } = headers;
  const text =
    body === undefined ? '' : ` body(base64)=${body.subarray(0, 3000).toString('base64')}`;
  return `${method} ${path} ${JSON.stringify(shown)}${cookie ? ' signed in' : ''}${text}`;
}
