import { createHash, createHmac } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text);

/** RFC 3986, which is stricter than what the browser's own function leaves as it is. */
const percent = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export interface AliyunCall {
  host: string;
  action: string;
  version: string;
  query: Readonly<Record<string, string>>;
  body?: string;
  at: Date;
  nonce: string;
}

/**
 * A request to Alibaba Cloud as its signature of version 3 wants it (ACS3-HMAC-SHA256), RPC style: the parameters in
 * the query, sorted; the hash of the body and every signed header in what is signed.
 */
export function signedForAliyun(
  { keyId, secret }: { keyId: string; secret: string },
  { host, action, version, query, body = '', at, nonce }: AliyunCall,
): { search: string; headers: Record<string, string> } {
  const search = Object.keys(query)
    .sort()
    .map((name) => `${percent(name)}=${percent(query[name]!)}`)
    .join('&');
  const hash = sha256(body);
  const signed: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': hash,
    'x-acs-date': at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]!.trim()}\n`).join('');
  const request = ['POST', '/', search, lines, names.join(';'), hash].join('\n');
  const signature = hmac(secret, `ACS3-HMAC-SHA256\n${sha256(request)}`).digest('hex');
  const { host: _own, ...headers } = signed;
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { search, headers: { ...headers, authorization } };
}

export interface TencentCall {
  host: string;
  service: string;
  action: string;
  version: string;
  region: string;
  body: string;
  at: Date;
}

/** A request to Tencent Cloud signed by its method of version 3 (TC3-HMAC-SHA256): the key is derived by day and service. */
export function signedForTencent(
  { keyId, secret }: { keyId: string; secret: string },
  { host, service, action, version, region, body, at }: TencentCall,
): { headers: Record<string, string> } {
  const type = 'application/json; charset=utf-8';
  const seconds = String(Math.floor(at.getTime() / 1000));
  const day = at.toISOString().slice(0, 10);
  const lines = `content-type:${type}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const names = 'content-type;host;x-tc-action';
  const request = ['POST', '/', '', lines, names, sha256(body)].join('\n');
  const scope = `${day}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', seconds, scope, sha256(request)].join('\n');
  const dayKey = hmac(`TC3${secret}`, day).digest();
  const key = hmac(hmac(dayKey, service).digest(), 'tc3_request').digest();
  const signature = hmac(key, toSign).digest('hex');
  return {
    headers: {
      'content-type': type,
      'x-tc-action': action,
      'x-tc-version': version,
      'x-tc-region': region,
      'x-tc-timestamp': seconds,
      authorization: `TC3-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    },
  };
}
