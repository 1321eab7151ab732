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
export async function ask<Reply>(method: string, path: string, body?: object): Promise<Reply> {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const said = (await answer.json().catch(() => ({}))) as never;
  if (!answer.ok) throw new Refused(said);
  return said as Reply;
}
