/** Without letters that are taken for others when read aloud or copied from a slip of paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve letters in groups of four (about 59 bits), to be told in person and changed at the first sign-in. */
export function firstPassword(): string {
  const limit = 256 - (256 % letters.length);
  const chosen: string[] = [];
  while (chosen.length < 12) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) chosen.push(letters[byte % letters.length]!);
  }
  const text = chosen.join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
