import type { Host } from '#platform/host.ts';
import type { Platform } from '../contract.ts';
import { wrap } from './forms.ts';

/** What of the program speaking to the platform needs. */
export type Outside = Pick<Host, 'egress' | 'secrets'>;
type Settings = Omit<Platform, 'hasSecret'> & { secret: string };

/** The platform heard, and said no: in its own words. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, said: string) {
    super(said.slice(0, 500) || code);
    this.code = code.slice(0, 40);
  }
}

interface Answer {
  code: string;
  said: string;
  accessToken: string;
}

/** Signs in. @throws Refused; EgressRefused where nothing could be said */
export async function tokenAt(outside: Outside, settings: Settings, at: Date): Promise<string> {
  const { companyCode, secret, successCode } = settings;
  const companypassword = secret === '' ? '' : outside.secrets.unseal(secret);
  const fields = { companycode: companyCode, companypassword };
  const answer = await ask(outside, settings, settings.tokenUrl, fields, at);
  if (answer.accessToken !== '') return answer.accessToken;
  throw new Refused(answer.code, answer.code === successCode ? 'no access_token' : answer.said);
}

/** Tells one record. @returns the platform's answer, also where it has the record already. @throws Refused; EgressRefused */
export async function tell(
  outside: Outside,
  settings: Settings,
  record: object,
  at: Date,
): Promise<{ code: string; said: string }> {
  const access_token = await tokenAt(outside, settings, at);
  const answer = await ask(outside, settings, settings.recordUrl, { access_token, ...record }, at);
  const { successCode, duplicateCode } = settings;
  const isTaken =
    answer.code === successCode || (duplicateCode !== '' && answer.code === duplicateCode);
  const { code, said } = answer;
  if (!isTaken) throw new Refused(code, said);
  return { code: code.slice(0, 40), said: said.slice(0, 500) };
}

async function ask(
  { egress }: Outside,
  { form }: Settings,
  url: string,
  fields: object,
  at: Date,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const body = JSON.stringify(wrap(form, fields, at));
  const response = await egress.fetchOut(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Refused(String(response.status), `HTTP ${response.status}`);
  return answerIn(text);
}

type Json = Record<string, unknown>;
const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Json)[key] : undefined;
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** In an envelope or without one: the code, the words, the token if there is one. */
function answerIn(text: string): Answer {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    throw new Refused('', text.slice(0, 200));
  }
  const enveloped = inside(inside(whole, 'transaction'), 'body');
  const said = inside(enveloped ?? whole, 'respInfo') ?? enveloped ?? whole;
  return {
    code: textOf(inside(said, 'code')),
    said: textOf(inside(said, 'message') ?? inside(said, 'msg') ?? inside(said, 'status')),
    accessToken: textOf(inside(said, 'access_token')),
  };
}
