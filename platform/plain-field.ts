import { plainText } from '#shared/hint.ts';
import { ruleBroken } from './problem.ts';

/**
 * A field as it is kept and compared. Made plain it may be longer than it was typed (ﷺ is one character typed and
 * eighteen written out) or nothing at all, so its bounds are held here once more.
 * @throws Problem `too_long` or `required`
 */
export function plainField(
  typed: string,
  { pointer, most, least = 0 }: { pointer: string; most: number; least?: number },
): string {
  const text = plainText(typed);
  if (text.length > most) throw ruleBroken(pointer, 'too_long', { limit: most });
  if (text.length < least) throw ruleBroken(pointer, 'required');
  return text;
}
