import { type ServiceOrder, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import type { SampleJob } from './lists.ts';
import type { Player } from './player.ts';
import type { Staff } from './shop.ts';

/** How far a played visit goes; the board shows cars at each of these. */
export const stages = [
  'received',
  'inspected',
  'estimated',
  'approved',
  'inWork',
  'additional',
  'parts',
  'teamChecked',
  'ready',
  'settled',
  'delivered',
] as const;
export type Stage = (typeof stages)[number];

export interface PlayedVisit {
  vehicleId: string;
  mileageKm: number;
  jobs: readonly SampleJob[];
  words?: string;
  until: Stage;
  /** The last job is refused by the customer, with this reason. */
  refuses?: string;
  earlierOrderId?: string;
  promisedAt: Date;
  who: { advisor: string; technician: string };
}

/** One visit through the eight steps (WSH-01), a few minutes between each. */
export async function playVisit(
  player: Player,
  staff: Staff,
  visit: PlayedVisit,
): Promise<ServiceOrder> {
  const advisor = player.as(visit.who.advisor);
  const reached = (stage: Stage) => stages.indexOf(visit.until) >= stages.indexOf(stage);
  let order = await advisor(serviceOrderRoutes.receive, {
    body: {
      vehicleId: visit.vehicleId,
      customerWords: visit.words ?? visit.jobs[0]!.words,
      mileageKm: visit.mileageKm,
      fuelEighths: 4,
      promisedAt: visit.promisedAt.toISOString(),
      kind: visit.earlierOrderId
        ? 'repeatRepair'
        : visit.jobs[0]!.isMaintenance
          ? 'maintenance'
          : 'repair',
      ...(visit.earlierOrderId && { earlierOrderId: visit.earlierOrderId }),
    },
  });
  const params = { orderId: order.id };
  if (!reached('inspected')) return order;
  await player.wait(6);
  order = await advisor(serviceOrderRoutes.inspect, {
    params,
    body: {
      methods: ['questions', 'look'],
      grade: 'minor',
      findings: [
        { item: '外观', light: 'green', note: '' },
        { item: '轮胎', light: 'yellow', note: '前轮花纹 3 毫米' },
        {
          item: '制动',
          light: visit.jobs[0]!.description.includes('刹车') ? 'red' : 'green',
          note: '',
        },
      ],
    },
  });
  if (!reached('estimated')) return order;
  await player.wait(5);
  const lines = visit.jobs.map((job) => ({
    description: job.description,
    standardMinutes: job.minutes,
    labourFen: job.labourFen,
    parts: job.parts.map(({ name, fen }) => ({
      name,
      number: '',
      origin: 'original' as const,
      quantityThousandths: 1000,
      unit: '件',
      unitFen: fen,
    })),
  }));
  order = await advisor(serviceOrderRoutes.estimate, { params, body: { lines } });
  if (!reached('approved')) return order;
  await player.wait(4);
  order = await advisor(serviceOrderRoutes.approve, {
    params,
    body: {
      answers: order.lines.map(({ id }, at) =>
        visit.refuses && at > 0 && at === order.lines.length - 1
          ? { lineId: id, answer: 'refused' as const, refusalReason: visit.refuses }
          : { lineId: id, answer: 'approved' as const },
      ),
      answeredBy: order.customer.name,
      how: 'inPerson',
    },
  });
  if (!reached('inWork')) return order;
  await player.wait(5);
  order = await advisor(serviceOrderRoutes.handOver, {
    params,
    body: { technicianId: visit.who.technician, bay: '2 号工位' },
  });
  if (visit.until === 'parts')
    return advisor(serviceOrderRoutes.wait, { params, body: { waitingFor: 'parts' } });
  const technician = player.as(visit.who.technician);
  if (visit.until === 'additional') {
    await player.wait(12);
    return technician(serviceOrderRoutes.propose, {
      params,
      body: {
        description: '更换左前下摆臂胶套',
        finding: '胶套开裂，过坎有异响，照片已拍。',
        standardMinutes: 60,
      },
    });
  }
  if (!reached('teamChecked')) return order;
  await player.wait(25);
  for (const line of order.lines.filter(({ answer }) => answer === 'approved')) {
    await technician(serviceOrderRoutes.markDone, {
      params: { ...params, lineId: line.id },
      body: { done: true },
    });
  }
  await technician(serviceOrderRoutes.selfCheck, { params, body: { passed: true } });
  order = await player.as(staff.teamLeader)(serviceOrderRoutes.teamCheck, {
    params,
    body: { passed: true },
  });
  if (!reached('ready')) return order;
  await player.wait(6);
  order = await player.as(staff.inspector)(serviceOrderRoutes.finalInspect, {
    params,
    body: {
      passed: true,
      methods: ['look', 'roadTest'],
      findings: [{ item: '路试', light: 'green', note: '' }],
    },
  });
  if (!reached('settled')) return order;
  await player.wait(8);
  order = await advisor(serviceOrderRoutes.settle, {
    params,
    body: {
      totalFen: order.approvedFen,
      payments: order.approvedFen > 0 ? [{ method: 'wechat', amountFen: order.approvedFen }] : [],
      oldParts: 'waive',
    },
  });
  if (!reached('delivered')) return order;
  await player.wait(5);
  return advisor(serviceOrderRoutes.deliver, {
    params,
    body: { mileageKm: visit.mileageKm + 2, acceptedBy: order.customer.name },
  });
}
