import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps a secret that the program itself must read again (the password of a mail server) out of the database's clear text. */
export interface Seal {
  seal(text: string): string;
  /** Throws for what was not sealed here, or was changed since. */
  unseal(sealed: string): string;
  /** A mark by which a text is known again, and from which nobody outside guesses it. */
  mark(text: string): Buffer;
}

/** AES-256-GCM under a key derived from the installation's own secret. */
export function sealWith(secret: Buffer): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'jingming settings', 32));
  const markKey = Buffer.from(hkdfSync('sha256', secret, '', 'jingming marks', 32));
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    },
    mark: (text) => createHmac('sha256', markKey).update(text).digest(),
  };
}
