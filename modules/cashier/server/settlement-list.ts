import type { FastifyReply } from 'fastify';
import { packageHeads } from '#modules/service-orders/contract.ts';
import type { Call } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, plateFor, vinFor } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { lineFen, sumFen } from '#shared/money.ts';
import { type Material, printSettlement, type SettlementList } from '../print/settlement-list.ts';
import { frameOf } from './printing.ts';
import { type SettlementRow, settlementOf } from './queries-settlement.ts';

/** From the final inspection on the sums stand: the list is given before anybody pays (明码标价规定 art. 15). */
const listed: readonly SettlementRow['state'][] = ['ready', 'settled', 'delivered'];

/** The settlement list of an order (结算清单, 机动车维修管理规定 art. 26), A4 or for the till's roll. */
export async function sendSettlementList(
  work: Work,
  orderId: string,
  asked: { paper?: 'a4' | 'roll'; withPicture?: boolean; call: Call },
): Promise<FastifyReply> {
  const { paper = 'a4', withPicture = false, call } = asked;
  const row = await settlementOf(work, orderId);
  if (!row) throw notFound();
  if (!listed.includes(row.state)) throw new Problem(409, 'settlement_too_early');
  const frame = await frameOf(work, row.orgUnitId, { call, path: `/r/o/${orderId}` });
  const printed = await printSettlement({ ...frame, withPicture }, listOf(work, row), paper);
  return sendPaper(call.reply, printed, `${row.number}-${paper}`);
}

function listOf(work: Work, row: SettlementRow): SettlementList {
  const heads = packageHeads(row.lines);
  const own = row.lines.filter(({ payer }) => payer === 'customer');
  const labourFen = sumFen(own.map((line) => line.labourFen));
  const partsFen = sumFen(own.map((line) => line.partsFen));
  const totalFen = row.settledFen ?? row.dueFen;
  const see = { actor: work.actor, place: row.orgPath };
  const { number, plateColour, model, advisorName, customerWords, mileageKm, certificate } = row;
  return {
    ...{ number, plateColour, model, advisorName, customerWords, mileageKm, certificate },
    isPaid: row.settledFen !== null,
    customerName: nameFor(see.actor, row.customerName, see.place),
    plate: plateFor(see.actor, row.plate, see.place),
    vin: vinFor(see.actor, row.vin, see.place),
    receivedAt: row.receivedAt,
    settledAt: row.settledAt ?? undefined,
    mileageOutKm: row.deliveryMileageKm ?? undefined,
    grade: row.grade ?? undefined,
    oldParts: row.oldParts,
    jobs: row.lines.map((line) => ({
      ...line,
      labourFen: line.payer === 'customer' ? line.labourFen : 0,
      package: heads.get(line),
    })),
    materials: own.flatMap(materialsOf),
    ...{ labourFen, partsFen, totalFen },
    discountFen: labourFen + partsFen - totalFen,
    payments: row.payments,
    depositFen: row.depositFen,
  };
}

/** The parts of a line; what it charges beyond them stands as material of the job. */
function materialsOf({ description, parts, partsFen }: SettlementRow['lines'][number]): Material[] {
  const named = parts.map(({ name, number, origin, quantityThousandths, unit, unitFen }) => ({
    ...{ name, number, origin, quantityThousandths, unit, unitFen },
    amountFen: lineFen(unitFen, quantityThousandths),
  }));
  const restFen = partsFen - sumFen(named.map(({ amountFen }) => amountFen));
  return restFen === 0 ? named : [...named, { name: description, amountFen: restFen }];
}
