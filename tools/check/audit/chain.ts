import { setTimeout as sleep } from 'node:timers/promises';
import { customerRoutes } from '#modules/customers/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { Anchor } from '#platform/audit/anchors.ts';
import { verifierOf } from '#platform/audit/signing.ts';
import { type Verdict, verifyChain } from '#platform/audit/verifying.ts';
import { statement } from '#platform/sql.ts';
import type { TestShop } from '#test/tenant.ts';
import { startSealing } from '../../../server/sealing.ts';

/** The figures of a chain that was made by people at work. */
export interface Chain {
  shop: TestShop;
  anchors: Anchor[];
  entries: number;
  /** The longest that anything waited for the sealer of the running program. */
  lagMsMax: number;
  /** Someone whose telephone was changed: the old and the new one stand closed in the audit. */
  customerId: string;
}

const waiting = statement<{ count: number }, object>(
  'checkAudit.waiting',
  'select count(*)::int as count from audit_unsealed where tenant_id = :tenant',
);
const headOf = statement<{ seq: number; hash: Buffer }, object>(
  'checkAudit.head',
  'select seq, hash from audit_seals where tenant_id = :tenant order by seq desc limit 1',
);

/** Puts customers on file, changes them, walks a car through the workshop; sealed and anchored as it goes. */
export async function madeChain(shop: TestShop, rounds: number): Promise<Chain> {
  const chain: Chain = { shop, anchors: [], entries: 0, lagMsMax: 0, customerId: '' };
  const advisor = await shop.employee('advisor');
  for (let round = 0; round < rounds; round++) {
    const { id, version } = await advisor.call(customerRoutes.add, {
      body: { name: `赵${round}`, phone: `1380013${String(8000 + round)}` },
    });
    const params = { customerId: id };
    const changed = {
      params,
      body: { phone: `1390013${String(8000 + round)}`, wishes: '周六送修' },
    };
    await advisor.call(customerRoutes.change, changed, { version });
    await advisor.call(customerRoutes.reveal, { params, body: { reason: 'contact' } });
    if (round % 5 === 0) await visit(shop, `粤C6M2${String(10 + round)}`);
    chain.customerId = id;
    await sealed(chain);
    if (round % 4 === 3) await anchored(chain);
  }
  await anchored(chain);
  return chain;
}

async function visit(shop: TestShop, plate: string): Promise<void> {
  const visited = await Visit.begin(shop, plate);
  await visited.receive();
  await visited.inspect();
}

/** The sealer at work as in the running program, with the folder of its anchors. */
export const sealerOf = (shop: TestShop, anchorsDir: string) =>
  startSealing({
    ...shop.host,
    disk: { isFull: false },
    anchorsDir,
    warn: (message, error) => console.error(message, error),
  });

/** Waits until the sealer has taken everything; how long that was is the lag. */
async function sealed(chain: Chain): Promise<void> {
  const { reading } = chain.shop;
  const fromMs = performance.now();
  while ((await reading.first(waiting, {}))!.count > 0) await sleep(10);
  chain.lagMsMax = Math.max(chain.lagMsMax, Math.round(performance.now() - fromMs));
  chain.entries = (await reading.first(headOf, {}))!.seq;
}

/** Keeps the head outside, as the running program does each hour. */
async function anchored({ shop, anchors }: Chain): Promise<void> {
  const head = { tenantId: shop.tenantId, ...(await shop.reading.first(headOf, {}))! };
  const { signer } = shop.host;
  const signature = signer.sign(head);
  anchors.push({ ...head, at: shop.now.toISOString(), publicKey: signer.publicKey, signature });
}

/** What the verifier says of it now. */
export const verdictOn = ({ shop, anchors }: Chain): Promise<Verdict> =>
  verifyChain(shop.reading, { isSigned: verifierOf(shop.host.signer.publicKey), anchors });
