import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem.ts';

/**
 * A page position: the sort key of the last row seen, signed and bound to its list, so that a cursor made by hand
 * or for another list is refused (D-31). Not secret: it holds what the caller has just been shown.
 */
export class Cursors {
  private readonly secret: Buffer;
  constructor(secret: Buffer) {
    this.secret = secret;
  }
  seal(list: string, key: readonly unknown[]): string {
    const body = Buffer.from(JSON.stringify(key)).toString('base64url');
    return `${body}.${this.sign(list, body)}`;
  }
  open(list: string, cursor: string | undefined): unknown[] | null {
    if (cursor === undefined) return null;
    const [body = '', signature = ''] = cursor.split('.');
    const expected = Buffer.from(this.sign(list, body));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new Problem(400, 'invalid', {}, [{ pointer: '?cursor', code: 'bad_cursor' }]);
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  }
  private sign(list: string, body: string): string {
    return createHmac('sha256', this.secret)
      .update(`${list}\n${body}`)
      .digest('base64url')
      .slice(0, 22);
  }
}
