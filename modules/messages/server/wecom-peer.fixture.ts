import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sealedFor, signatureOf } from './wecom-sealing.ts';

export const corpId = 'ww1234567890abcdef';
export const openKfid = 'wkABCdef0123456789';
export const secret = '客服口令-0123456789';
export const agreed = {
  token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  aesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
  corpId,
};

interface Sent {
  touser: string;
  msgid: string;
  words: string;
}

/**
 * WeCom on this machine: tokens for the right secret, an old one refused, a message id taken once, messages read from a
 * cursor on. `fails` is how the next sending is refused.
 */
export class WecomPeer {
  readonly sent: Sent[] = [];
  readonly said: object[] = [];
  fails = 0;
  tokens = 0;
  isSilent = false;
  /** Reads one message at a time, so that there are pages. */
  pageSize = 1;
  private token = '';
  readonly server = createServer((request, answer) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      const url = new URL(request.url!, 'http://peer');
      const body = JSON.parse(Buffer.concat(pieces).toString() || '{}');
      const said = this.answered(url, body);
      if (said === undefined) return request.socket.destroy();
      answer.end(JSON.stringify(said));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close = () => new Promise<void>((closed) => this.server.close(() => closed()));
  expire = () => {
    this.token = 'another';
  };

  /** A call of WeCom's own: its query and body, for a path. */
  sealed(words: string, by = agreed): { query: string; body: string; sealed: string } {
    const sealed = sealedFor(by, words, randomBytes(16));
    const stamp = { timestamp: '1763600000', nonce: 'n0nce' };
    const msg_signature = signatureOf(by, { ...stamp, sealed });
    const query = new URLSearchParams({ msg_signature, ...stamp }).toString();
    const body = `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt><AgentID></AgentID></xml>`;
    return { query, body, sealed };
  }

  private answered(url: URL, body: Record<string, unknown>): object | undefined {
    const asked = Object.fromEntries(url.searchParams);
    const name = url.pathname.replace('/cgi-bin/', '');
    if (name === 'gettoken') {
      if (asked.corpid !== corpId || asked.corpsecret !== secret) {
        return { errcode: 40001, errmsg: 'invalid credential, hint: [1], from ip: 1.2.3.4' };
      }
      if (this.token === '' || this.token === 'another') this.token = `token-${++this.tokens}`;
      return { errcode: 0, errmsg: 'ok', access_token: this.token, expires_in: 7200 };
    }
    if (asked.access_token !== this.token)
      return { errcode: 42001, errmsg: 'access_token expired' };
    const well = { errcode: 0, errmsg: 'ok' };
    if (name === 'kf/account/list') {
      return { ...well, account_list: [{ open_kfid: openKfid, name: '景明汽修客服' }] };
    }
    if (name === 'kf/add_contact_way') {
      return { ...well, url: 'https://work.weixin.qq.com/kf/kfc0ffee?enc_scene=ENC1' };
    }
    if (name === 'kf/sync_msg') return { ...well, ...this.page(String(body.cursor ?? '')) };
    return this.taken(body);
  }

  private page(cursor: string) {
    const from = Number(cursor.replace('c', '')) || 0;
    const msg_list = this.said.slice(from, from + this.pageSize);
    const to = from + msg_list.length;
    return { msg_list, next_cursor: `c${to}`, has_more: to < this.said.length ? 1 : 0 };
  }

  private taken(body: Record<string, unknown>) {
    if (this.fails !== 0) return { errcode: this.fails, errmsg: 'refused, hint: [1]' };
    const { touser, msgid, text } = body as { touser: string; msgid: string; text: object };
    if (this.sent.some((one) => one.msgid === msgid))
      return { errcode: 95033, errmsg: 'msgid exist' };
    this.sent.push({ touser, msgid, words: (text as { content: string }).content });
    return this.isSilent ? undefined : { errcode: 0, errmsg: 'ok', msgid };
  }
}
