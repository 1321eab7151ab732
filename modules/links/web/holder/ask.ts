/** A refusal in the server's own words: what it is, and what to do. */
export class Refused extends Error {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  constructor({
    title = '',
    detail = '',
    code = '',
  }: Partial<Record<'title' | 'detail' | 'code', string>>) {
    super(code);
    this.title = title;
    this.detail = detail;
    this.code = code;
  }
}

/** One request in the name of the link's cookie. Throws `Refused`, or what the browser throws without a line. */
export async function ask<Reply>(
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
): Promise<Reply> {
  return (await sent(method, path, { body, headers })).said as Reply;
}

/** A page that asks again and again: `undefined` as long as what it knows still holds. */
export async function askAnew<Reply>(
  path: string,
  known: string | undefined,
  headers?: Record<string, string>,
): Promise<{ reply: Reply; etag: string | undefined } | undefined> {
  const knowing = { ...headers, ...(known !== undefined && { 'if-none-match': known }) };
  const { answer, said } = await sent('GET', path, { headers: knowing });
  if (answer.status === 304) return undefined;
  return { reply: said as Reply, etag: answer.headers.get('etag') ?? undefined };
}

interface Sending {
  body?: object;
  headers?: Record<string, string>;
}

async function sent(method: string, path: string, { body, headers }: Sending) {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok && answer.status !== 304) throw new Refused(said as never);
  return { answer, said };
}
