import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { Problem } from '#platform/problem.ts';

/** argon2id at OWASP's floor: 19 MiB, two passes. About a tenth of a second of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const atOnce = 2;
const mostWaiting = 40;
let running = 0;
const waiting: (() => void)[] = [];

/** Forty parallel logins would take both cores: two at a time, the rest in a short queue, more are asked to wait. */
async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Problem(503, 'busy');
    await new Promise<void>((go) => waiting.push(go));
  }
  running++;
  try {
    return await act();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFKC'), cost));

/** Made with less than is asked today: hashed anew while the password is at hand (G-45). */
export function isOutdated(stored: string): boolean {
  const [, memory, time] = /m=(\d+),t=(\d+),/.exec(stored) ?? [];
  return Number(memory) < cost.memoryCost || Number(time) < cost.timeCost;
}

let decoy: Promise<string> | undefined;

/** An unknown name costs as much as a wrong password, so that neither can be told from the other. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('no such person', cost);
  const against = stored ?? (await decoy);
  const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
  return matches && stored !== undefined;
}

/** What is guessed first here beside the world's list: numbers of luck and of love, our own name. */
const guessedHere = [
  '88888888',
  '66666666',
  '16888888',
  '5201314520',
  'woaini1314',
  'woaini520',
  'a12345678',
  'abcd1234',
  'admin888',
  'q1w2e3r4',
  'qwer1234',
  'jingming',
  'jingming123',
  '147258369',
];
/** Some eighteen thousand that are long enough to be allowed otherwise (ASVS 6.2.4). */
const commonest = new Set(
  [...dictionary['passwords-common'], ...guessedHere].filter(({ length }) => length >= 8),
);

/** The product's or the trade's word with some digits behind it (ASVS 6.2.11). */
const trivialTail =
  /^(jingming|password|passw0rd|admin|administrator|qiche|weixiu|4s|shouhou)[\d!@#.]{0,8}$/;

/** At least eight characters, not among the commonest, not the user name: length matters, symbols do not. */
export function refuseWeakPassword(password: string, username: string, pointer: string): void {
  const lower = password.normalize('NFKC').toLowerCase();
  const weak =
    lower.length < 8 ||
    commonest.has(lower) ||
    trivialTail.test(lower) ||
    new Set(lower).size < 4 ||
    (username.length >= 4 && lower.includes(username.toLowerCase()));
  if (weak) throw new Problem(422, 'password_weak', {}, [{ pointer, code: 'password_weak' }]);
}
