import { generateSecret, generateURI, verifySync } from 'otplib/functional';

const stepSeconds = 30;

/** 160 random bits in Base32, as every app of codes takes them (RFC 6238). */
export const newTotpKey = (): string => generateSecret();

/** What the QR code says: under which names the app lists it, and the key. */
export const totpUri = (issuer: string, username: string, key: string): string =>
  generateURI({ issuer, label: username, secret: key });

/** The time step that a code belongs to: now, the last, or the next (clocks differ); `undefined` for a wrong code. */
export function totpStepOf(key: string, code: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const options = { secret: key, token: code, epoch, epochTolerance: stepSeconds };
  const current = Math.floor(epoch / stepSeconds);
  const result = verifySync(options);
  return result.valid ? current + (result.delta ?? 0) : undefined;
}
