import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export const keyId = 'LTAI-test';
export const secret = '短信口令-0123456789';

export interface Taken {
  action: string;
  phone: string;
  template: string;
  signature: string;
  values: unknown;
  outId: string;
}

/**
 * Both providers at once, on this machine: they work the signature out of what came in, as their documents say, and
 * refuse what does not fit. `mood` is how the next ones answer.
 */
export class SmsPeer {
  readonly taken: Taken[] = [];
  /** `silent` takes it and says nothing; `lost` says nothing and takes nothing. */
  mood: 'well' | 'silent' | 'lost' | 'busy' | 'refuses' = 'well';
  readonly server = createServer((request, answer) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const said = request.headers['x-acs-action']
        ? this.aliyun(request)
        : this.tencent(request, body);
      if (said === undefined) return request.socket.destroy();
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify(said));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close = () => new Promise<void>((closed) => this.server.close(() => closed()));
  to = (phone: string) => this.taken.filter((one) => one.phone === phone);

  private aliyun({ headers, url = '' }: IncomingMessage) {
    const given = String(headers.authorization);
    const names = /SignedHeaders=([^,]+)/.exec(given)![1]!.split(';');
    const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
    const search = url.slice(url.indexOf('?') + 1);
    const parts = ['POST', '/', search, lines, names.join(';'), sha('')];
    const good = mac(secret, `ACS3-HMAC-SHA256\n${sha(parts.join('\n'))}`).toString('hex');
    if (!given.includes(`Credential=${keyId},`) || !given.endsWith(`Signature=${good}`)) {
      return { Code: 'SignatureDoesNotMatch', Message: 'Specified signature is not matched' };
    }
    const query = Object.fromEntries(new URLSearchParams(search));
    if (headers['x-acs-action'] === 'QuerySendDetails') {
      const found = this.to(query.PhoneNumber!).map(({ outId }) => ({ OutId: outId }));
      return { Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: found } };
    }
    return this.took(
      {
        ...{ action: 'aliyun', phone: query.PhoneNumbers!, template: query.TemplateCode! },
        ...{ signature: query.SignName!, values: JSON.parse(query.TemplateParam!) },
        outId: query.OutId!,
      },
      (at) => ({ Code: 'OK', Message: 'OK', BizId: `biz-${at}-${query.OutId}` }),
      (Code, Message) => ({ Code, Message }),
    );
  }

  private tencent({ headers }: IncomingMessage, body: string) {
    const given = String(headers.authorization);
    const [, scope = '', names = ''] =
      /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(given) ?? [];
    const lines = names
      .split(';')
      .map((name) => `${name}:${String(headers[name]).toLowerCase()}\n`)
      .join('');
    const parts = ['POST', '/', '', lines, names, sha(body)];
    const seconds = String(headers['x-tc-timestamp']);
    const [day = '', service = ''] = scope.split('/');
    const key = mac(mac(mac(`TC3${secret}`, day), service), 'tc3_request');
    const toSign = ['TC3-HMAC-SHA256', seconds, scope, sha(parts.join('\n'))].join('\n');
    if (!given.endsWith(`Signature=${mac(key, toSign).toString('hex')}`)) {
      return { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'wrong' } } };
    }
    const sent = JSON.parse(body);
    return this.took(
      {
        ...{ action: `tencent ${sent.SmsSdkAppId}`, phone: sent.PhoneNumberSet[0] },
        ...{ template: sent.TemplateId, signature: sent.SignName },
        ...{ values: sent.TemplateParamSet, outId: sent.SessionContext },
      },
      (at) => {
        const one = {
          Code: 'Ok',
          Message: 'send success',
          SerialNo: `sid-${at}-${sent.SessionContext}`,
        };
        return { Response: { SendStatusSet: [one] } };
      },
      (Code, Message) => ({ Response: { SendStatusSet: [{ Code, Message, SerialNo: '' }] } }),
    );
  }

  private took(
    one: Taken,
    well: (at: number) => object,
    refused: (code: string, message: string) => object,
  ): object | undefined {
    const isAliyun = one.action === 'aliyun';
    if (this.mood === 'lost') return undefined;
    if (this.mood === 'busy') {
      return refused(
        isAliyun ? 'isv.BUSINESS_LIMIT_CONTROL' : 'LimitExceeded.PhoneNumberDailyLimit',
        '稍后',
      );
    }
    if (this.mood === 'refuses') {
      const code = isAliyun
        ? 'isv.MOBILE_NUMBER_ILLEGAL'
        : 'InvalidParameterValue.IncorrectPhoneNumber';
      return refused(code, '号码不对');
    }
    this.taken.push(one);
    return this.mood === 'silent' ? undefined : well(this.taken.length);
  }
}
