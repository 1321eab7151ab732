import type { LightMyRequestResponse } from 'fastify';
import { readPdf } from '#test/pdf.ts';
import type { Asking } from './asking.ts';
import type { Holdings, Owner } from './holdings.ts';
import type { Principal } from './principals.ts';

/** An answer with everything in it that a person could read. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly problem: { readonly code?: string; readonly permission?: string };
}

/** Reads an answer as its receiver would: JSON as it stands, paper and spreadsheets by their text. */
export async function answeredFrom(reply: LightMyRequestResponse): Promise<Answered> {
  const type = String(reply.headers['content-type'] ?? '');
  const body = await readable(type, reply.rawPayload);
  const isProblem = type.startsWith('application/problem+json');
  return {
    status: reply.statusCode,
    text: `${JSON.stringify(headersWorthReading(reply.headers))}\n${body}`,
    problem: isProblem ? JSON.parse(body) : {},
  };
}

const alwaysNew = new Set(['date', 'server-timing', 'x-request-id']);
const headersWorthReading = (headers: object) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !alwaysNew.has(name)));

async function readable(type: string, bytes: Buffer): Promise<string> {
  if (type.startsWith('application/pdf')) return (await readPdf(bytes)).pages.join('\n');
  return bytes.toString('utf8');
}

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const markPattern = /【[甲乙丙][12]】/g;

/** Whether a place is the asker's own: below his scope, or the unit in whose name he makes records. */
export const isOwn = (principal: Principal, { tenantId, path }: Owner): boolean =>
  tenantId === principal.tenantId &&
  (path === undefined ||
    path === principal.homePath ||
    principal.scopes.some((scope) => path.startsWith(scope)));

/** The house above one's own is no secret: its units and who works there. */
export const isAbove = ({ scopes, homePath, tenantId }: Principal, owner: Owner): boolean =>
  owner.tenantId === tenantId &&
  [...scopes, homePath].some((scope) => scope.startsWith(owner.path ?? ''));

/** What an answer says of others' things: ids that were not in the question, and marks of others' texts. */
export function leaksIn(
  answered: Answered,
  principal: Principal,
  asking: Pick<Asking, 'ids'>,
  { ownerOf, ownerOfMark }: Holdings,
): string[] {
  const isOthers = (owner: Owner | undefined) =>
    owner !== undefined &&
    (principal.isShutOut || (!isOwn(principal, owner) && !isAbove(principal, owner)));
  const ids = answered.text.match(idPattern) ?? [];
  const marks = answered.text.match(markPattern) ?? [];
  return [
    ...ids.filter((id) => !asking.ids.has(id) && isOthers(ownerOf.get(id))),
    ...marks.filter((mark) => isOthers(ownerOfMark.get(mark))),
  ];
}

/** The same words for whatever id was asked about: what differs afterwards tells one id from another. */
export const impersonal = ({ text, status }: Answered): string =>
  `${status} ${text.replace(idPattern, 'id').replace(/"content-length":"\d+"/, '')}`;
