import { keep } from '#modules/commitments/server/index.ts';
import { nextNumber, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { vehicleById } from '#modules/vehicles/server/index.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { serviceOrderRoutes } from '../contract.ts';
import { orderLifecycle } from '../lifecycle.ts';
import { promisedRule } from './deadlines.ts';
import { guaranteeOn } from './guarantee-promises.ts';
import { refuseOutside } from './outside.ts';
import { obstacleOf } from './policy.ts';
import { insertCertificate, insertInspection, intakeOf, type OrderRow } from './queries.ts';
import { linesOf, updateLine } from './queries-lines.ts';
import { inspectorOf } from './quotation.ts';
import {
  type Asked,
  aboutOrder,
  begin,
  beginChange,
  finish,
  finishChange,
  personOf,
} from './taking.ts';

type Body<Name extends keyof typeof serviceOrderRoutes> = BodyOf<(typeof serviceOrderRoutes)[Name]>;

/** To the workshop: with a technician and a bay, or for whoever takes it up. */
export async function handOver(work: Work, asked: Asked, body: Body<'handOver'>): Promise<void> {
  const order = await begin(work, asked, 'handOver');
  if (body.technicianId !== undefined)
    await refuseUnknownTechnician(work, order, body.technicianId);
  const { technicianId = order.technicianId, bay = order.bay } = body;
  await finish(work, order, 'handOver', { technicianId, bay });
}

async function refuseUnknownTechnician(work: Work, order: OrderRow, id: string): Promise<void> {
  const able = await employeesWith(work, 'serviceOrders.work', order.orgPath);
  if (!able.some((person) => person.id === id))
    throw ruleBroken('/technicianId', 'technician_unknown');
}

/** 接到任务委托书后先核对车辆号牌 (S2): the technician takes up the job himself. */
export async function start(work: Work, asked: Asked, body: Body<'start'>): Promise<void> {
  const order = await begin(work, asked, 'start');
  if (order.state === 'inWork' && order.technicianId !== null) {
    throw new StepNotAllowed('start', order.state, orderLifecycle.allowed(order.state));
  }
  await finish(work, order, 'start', {
    technicianId: personOf(work.actor),
    bay: body.bay ?? order.bay,
  });
}

export async function markDone(
  work: Work,
  asked: Asked,
  lineId: string,
  done: boolean,
): Promise<void> {
  const order = await beginChange(work, asked);
  if (order.state !== 'inWork') {
    throw new Problem(409, 'step_not_allowed', {
      step: 'markDone',
      state: order.state,
      allowedSteps: orderLifecycle.allowed(order.state),
    });
  }
  const line = (await linesOf(work, order.id)).find(({ id }) => id === lineId);
  if (!line) throw new Problem(404, 'not_found');
  if (line.answer !== 'approved')
    throw new Problem(409, 'line_not_approved', { state: order.state });
  if (done) refuseOutside([line], order);
  if ((line.doneAt !== null) === done) return;
  const by = done
    ? { doneAt: work.now, doneBy: personOf(work.actor) }
    : { doneAt: null, doneBy: null };
  await updateLine(work, lineId, by);
  await finishChange(work, order, done ? 'jobDone' : 'jobUndone', {}, line.description);
}

interface Check {
  passed: boolean;
  note?: string;
}

/** A gate that is not passed names its reason and sends the vehicle back to the work (WSH-07, WSH-08). */
async function passGate(
  work: Work,
  order: OrderRow,
  step: 'selfCheck' | 'teamCheck' | 'finalInspect',
  { passed, note = '' }: Check,
  seen: Pick<Parameters<typeof insertInspection>[1], 'methods' | 'findings'> = {},
): Promise<boolean> {
  if (!passed && note.trim() === '') throw ruleBroken('/note', 'reason_needed');
  await insertInspection(work, {
    ...seen,
    orderId: order.id,
    gate: step === 'finalInspect' ? 'final' : step,
    passed,
    note,
    inspectorId: inspectorOf(work, order),
    at: work.now,
  });
  if (!passed) await finish(work, order, 'sendBack', {}, note);
  return passed;
}

export async function selfCheck(work: Work, asked: Asked, body: Check): Promise<void> {
  const order = await begin(work, asked, 'selfCheck');
  const lines = await linesOf(work, order.id);
  const jobs = lines.filter(({ answer }) => answer === 'approved');
  const obstacle = obstacleOf('selfCheck', {
    state: order.state,
    technicianId: order.technicianId,
    jobs: jobs.length,
    jobsDone: jobs.filter(({ doneAt }) => doneAt !== null).length,
    openItems: lines.filter(({ answer }) => answer === 'open').length,
    linesOutside: lines.filter(({ outside }) => outside !== '').length,
  });
  if (obstacle && body.passed) throw new Problem(409, obstacle, { state: order.state });
  if (await passGate(work, order, 'selfCheck', body)) await finish(work, order, 'selfCheck');
}

export async function teamCheck(work: Work, asked: Asked, body: Check): Promise<void> {
  const order = await begin(work, asked, 'teamCheck');
  if (await passGate(work, order, 'teamCheck', body)) await finish(work, order, 'teamCheck');
}

/**
 * A pass issues the numbered certificate (机动车维修管理规定 art. 32) with a guarantee not below art. 36. The promised
 * time is kept now: from here on the vehicle waits for the customer, not he for it.
 */
export async function finalInspect(
  work: Work,
  asked: Asked,
  body: Body<'finalInspect'>,
): Promise<void> {
  const order = await begin(work, asked, 'finalInspect');
  const { methods, findings } = body;
  if (body.passed) refuseOutside(await linesOf(work, order.id), order);
  if (!(await passGate(work, order, 'finalInspect', body, { methods, findings }))) return;
  const guarantee = await guaranteeFor(work, order, body);
  await finish(work, order, 'finalInspect', { readyAt: work.now });
  await keep(work, promisedRule.key, aboutOrder(order));
  await insertCertificate(work, {
    orgUnitId: order.orgUnitId,
    orderId: order.id,
    number: await nextNumber(work, order.orgUnitId, 'releaseCertificate', 'HGZ'),
    inspectorId: inspectorOf(work, order),
    ...guarantee,
    issuedAt: work.now,
  });
}

async function guaranteeFor(work: Work, order: OrderRow, body: Body<'finalInspect'>) {
  const [intake, vehicle] = [
    await intakeOf(work, order.id),
    await vehicleById(work, order.vehicleId),
  ];
  const today = dateIn(zoneOfTenant, work.now);
  const ofWork = {
    grade: intake?.grade ?? 'minor',
    vehicleType: vehicle?.vehicleType ?? '',
    orgPath: order.orgPath,
  } as const;
  const minimum = await guaranteeOn(work, ofWork, today);
  const guaranteeDays = body.guaranteeDays ?? minimum.days;
  const guaranteeKm = body.guaranteeKm ?? minimum.km;
  const facts = { days: minimum.days, km: minimum.km, source: minimum.source };
  if (guaranteeDays < minimum.days)
    throw ruleBroken('/guaranteeDays', 'guarantee_below_minimum', facts);
  if (guaranteeKm < minimum.km) throw ruleBroken('/guaranteeKm', 'guarantee_below_minimum', facts);
  return { guaranteeDays, guaranteeKm };
}
