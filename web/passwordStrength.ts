export type Strength = 'none' | 'weak' | 'fair' | 'strong';

const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl'];
const favourites = ['password', 'admin', 'woaini', '5201314', 'iloveyou', 'jingming', '1qaz2wsx'];

/** What a guesser gets for nothing: runs of the keyboard, favourites, one's own names. */
function withoutGifts(password: string, ownNames: readonly string[]): string {
  const gifts = [...favourites, ...ownNames.filter((name) => name.length >= 3)];
  let rest = password.toLowerCase();
  for (const gift of gifts) rest = rest.replaceAll(gift.toLowerCase(), '#');
  for (const run of runs) {
    for (let length = run.length; length >= 4; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) {
        rest = rest.replaceAll(run.slice(at, at + length), '#');
      }
    }
  }
  return rest.replace(/(.)\1{2,}/gu, '$1');
}

/**
 * A judgement for the eye while typing; the server has the last word. Length counts most, as in the newer advice
 * (NIST SP 800-63B): no rule asks for symbols. A Chinese character weighs as two.
 */
export function strengthOf(password: string, ownNames: readonly string[] = []): Strength {
  if (password === '') return 'none';
  const rest = [...withoutGifts(password, ownNames)];
  const weight = rest.reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0);
  const variety = new Set(rest).size;
  if ([...password].length < 8 || variety < 4 || weight < 7) return 'weak';
  return weight >= 14 && variety >= 7 ? 'strong' : 'fair';
}
