import { JsonFault, readJson } from './json.ts';
import { Problem } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a body as strict JSON; nothing at all is an empty object. @throws Problem 400 */
export function readJsonBody(bytes: Buffer): unknown {
  try {
    return bytes.length === 0 ? {} : readJson(textOf(bytes));
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { code, pointer } = error;
    throw code === 'malformed'
      ? new Problem(400, 'malformed')
      : new Problem(400, 'invalid', {}, [{ pointer, code }]);
  }
}

/** Another encoding is refused: read as UTF-8 it would lose what it says without anybody noticing. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new JsonFault('malformed');
  }
}
