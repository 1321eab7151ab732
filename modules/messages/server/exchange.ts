import { type Egress, type EgressReason, EgressRefused } from '#platform/egress.ts';
import { Unsure } from './carriers.ts';

/** What surely never left the house. */
const notSent: ReadonlySet<EgressReason> = new Set([
  'off',
  'address',
  'scheme',
  'port',
  'host',
  'certificate',
]);

/** One request and its JSON. @throws Unsure where it may have been taken and no answer came; EgressRefused where not */
export async function exchanged(egress: Egress, url: string, init: RequestInit): Promise<unknown> {
  let answer: Response;
  try {
    answer = await egress.fetchOut(url, init);
  } catch (error) {
    if (!(error instanceof EgressRefused) || notSent.has(error.reason)) throw error;
    const { code = '' } = (error.cause ?? {}) as { code?: string };
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH') throw error;
    throw new Unsure(error.reason);
  }
  const text = await answer.text();
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === 'object' && said !== null) return said;
  } catch {
    // A page of a gateway between us: whether it was passed on is not known.
  }
  throw new Unsure(`HTTP ${answer.status}`);
}
