import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestShop } from '#test/tenant.ts';
import { healthRecordRoutes as routes } from '../contract.ts';

export const companyCode = '5101000017';
export const secret = '档案口令-0123';

export interface Told {
  basicInfo: Record<string, string>;
  vehiclepartslist: Record<string, string>[];
  repairprojectlist: Record<string, string>[];
}

/**
 * A platform on this machine that speaks the interface, flat and enveloped, as three client programs do. It knows a
 * record by its costlistcode and plate: shops of several tests number alike. `mood` is how it answers the next ones.
 */
export class PlatformPeer {
  readonly told: Told[] = [];
  /** `silent` takes it and says nothing; `slow` keeps who asks waiting; `down` hangs up; `ill` answers 503. */
  mood: 'well' | 'refuses' | 'silent' | 'slow' | 'down' | 'ill' = 'well';
  asked = 0;
  readonly server = createServer((request, answer) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      this.asked++;
      const sent = JSON.parse(Buffer.concat(pieces).toString());
      this.reply(request.url ?? '', sent, answer);
    });
  });
  private tokens = 0;

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }
  of = (plate: string) => this.told.filter((one) => one.basicInfo.vehicleplatenumber === plate);

  private reply(url: string, sent: Record<string, unknown>, answer: ServerResponse): void {
    if (this.mood === 'down') return void answer.socket?.destroy();
    if (this.mood === 'slow') return;
    if (this.mood === 'ill') {
      answer.statusCode = 503;
      return void answer.end('busy');
    }
    const envelope = sent.transaction as { body: { reqInfo: Record<string, unknown> } } | undefined;
    const asked = envelope ? envelope.body.reqInfo : sent;
    const said = url === '/token' ? this.signIn(asked) : this.take(asked);
    if (said === undefined) return void answer.socket?.destroy();
    answer.setHeader('content-type', 'application/json');
    const body = envelope ? { transaction: { body: { respInfo: said } } } : said;
    answer.end(JSON.stringify(body));
  }

  private signIn({ companycode, companypassword }: Record<string, unknown>): object {
    if (companycode !== companyCode || companypassword !== secret)
      return { code: '0', message: '企业编码或密码错误' };
    return { code: '1', message: 'ok', access_token: `token-${++this.tokens}` };
  }

  private take({ access_token, ...record }: Record<string, unknown>): object | undefined {
    if (access_token !== `token-${this.tokens}`) return { code: '0', message: '令牌无效' };
    if (this.mood === 'refuses') return { code: '0', message: '车架号与车牌不符' };
    const told = record as unknown as Told;
    const isKnown = this.told.some(
      ({ basicInfo }) =>
        basicInfo.costlistcode === told.basicInfo.costlistcode &&
        basicInfo.vehicleplatenumber === told.basicInfo.vehicleplatenumber,
    );
    if (isKnown) return { code: '5', message: '结算清单已上传' };
    this.told.push(told);
    return this.mood === 'silent' ? undefined : { code: '1', message: '上传成功' };
  }
}

/** The shop is known at the platform, and sends. */
export async function connect(
  shop: TestShop,
  address: string,
  more: { form?: 'flat' | 'enveloped'; isOn?: boolean; secret?: string } = {},
) {
  const owner = await shop.employee('owner');
  return owner.call(routes.setUp, {
    body: {
      ...{ isOn: true, form: 'flat', tokenUrl: `${address}/token`, recordUrl: `${address}/record` },
      ...{ companyName: '景明汽修', companyCode, successCode: '1', duplicateCode: '5', secret },
      ...more,
    },
  });
}
