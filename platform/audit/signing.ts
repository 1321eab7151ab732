import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What is signed of a chain: that this tenant's entry of this number has this hash. */
export interface Head {
  tenantId: string;
  seq: number;
  hash: Buffer;
}

/** The installation's own signature, under a key that lies beside the database and never in it (Ed25519). */
export interface Signer {
  sign(head: Head): Buffer;
  /** For whoever verifies: 32 bytes, base64url. */
  readonly publicKey: string;
}

const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A signer out of 32 secret bytes (`secretIn(dataDir, 'audit')`). */
export function signerFrom(secret: Buffer): Signer {
  const der = Buffer.concat([privatePrefix, secret]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    sign: (head) => sign(null, signedBytes(head), key),
    publicKey: spki.subarray(publicPrefix.length).toString('base64url'),
  };
}

/** Checks signatures of one installation. */
export function verifierOf(publicKey: string): (head: Head, signature: Buffer) => boolean {
  const der = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64url')]);
  const key: KeyObject = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return (head, signature) => verify(null, signedBytes(head), key, signature);
}

const signedBytes = ({ tenantId, seq, hash }: Head) =>
  Buffer.from(canonicalize({ tenantId, seq: String(seq), hash: hash.toString('hex') })!);
