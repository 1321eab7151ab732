import { createHash, randomBytes } from 'node:crypto';

/** Without I, L, O, U: nobody takes one letter for another when he copies it from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 24;
const howMany = 10;

/** Ten codes of a hundred and twenty random bits, in groups of four: more than needs a slow hash (ASVS 6.5.2). */
export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, newCode);

function newCode(): string {
  // 32 letters divide 256: every letter is as likely as any other.
  const code = Array.from(randomBytes(codeLength), (byte) => letters[byte % letters.length]);
  return code.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** As typed from paper: small letters, spaces and hyphens do not matter, and O is 0, I and L are 1. */
export function hashRecoveryCode(typed: string): Buffer {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest();
}
