import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyAnswer, PasskeyQuestion } from '../contract.ts';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const uint16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const bytes = (data: Buffer) =>
  Buffer.concat([
    data.length < 256
      ? Buffer.from([0x58, data.length])
      : Buffer.concat([Buffer.from([0x59]), uint16(data.length)]),
    data,
  ]);
const text = (word: string) =>
  Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

/** A security key in software (P-256, no attestation), with everything a test wants to bend. */
export class Authenticator {
  readonly id = randomBytes(32);
  readonly origin: string;
  userHandle: string | undefined;
  counter = 0;
  /** Whether it looks at a finger or PIN. */
  verifies = true;
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  constructor(origin = 'http://localhost:8080') {
    this.origin = origin;
  }

  /** Makes the passkey that was asked for. */
  make({ challenge, rpId, userId }: { challenge: string; rpId: string; userId: string }) {
    this.userHandle = userId;
    const credential = Buffer.concat([
      Buffer.alloc(16),
      uint16(this.id.length),
      this.id,
      coseOf(this.keys.publicKey),
    ]);
    const data = Buffer.concat([this.data(rpId, attested), credential]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), bytes(data)],
    ]);
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: this.client('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    };
  }

  answer({ challenge, rpId }: Pick<PasskeyQuestion, 'challenge' | 'rpId'>): PasskeyAnswer {
    const client = this.client('webauthn.get', challenge);
    const data = this.data(rpId, 0);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey);
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(this.userHandle !== undefined && { userHandle: this.userHandle }),
    };
  }

  private client(type: string, challenge: string): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }),
    );
  }
  private data(rpId: string, more: number): Buffer {
    const flags = present | (this.verifies ? verified : 0) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }
}

/** An ES256 key as authenticators write it (COSE, CBOR). */
function coseOf(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' }) as { x: string; y: string };
  const coordinate = (value: string) => bytes(Buffer.from(value, 'base64url'));
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ]);
}
