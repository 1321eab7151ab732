import type { FastifyReply } from 'fastify';
import { periodOf, placeOf, refuseFarDay, today } from '#modules/complaint-reviews/server/index.ts';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { seesSealed } from '#modules/surveys/server/index.ts';
import type { Call } from '#platform/http.ts';
import type { FormFrame } from '#platform/print/form.ts';
import { sendPaper } from '#platform/print/send.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import type { indicatorRoutes } from '../contract.ts';
import { printBrief } from '../print/brief.ts';
import { printReport } from '../print/report.ts';
import { shownBrief } from './briefs.ts';
import { countedIn, seesPeople } from './indicators.ts';
import { lookedAt } from './periods.ts';
import { callsOfAgent, colleague } from './queries-report.ts';

/** A brief with its charts on paper. */
export async function sendBrief(work: Work, briefId: string, call: Call): Promise<FastifyReply> {
  const brief = await shownBrief(work, briefId);
  const frame = await frameOf(work, brief.orgUnitId, `/briefs/${briefId}`, call);
  const { pdf } = await printBrief(frame, brief);
  return sendPaper(call.reply, { pdf }, brief.fromOn);
}

/** 回访总结报告 of one person (FUP-12): his figures, his promises by rule, what came of his calls. His own, or by who supervises. */
export async function sendReport(
  work: Work,
  employeeId: string,
  { grain = 'month', on }: QueryOf<typeof indicatorRoutes.report>,
  call: Call,
): Promise<FastifyReply> {
  refuseFarDay('?on', on);
  const person = await colleague(work, employeeId);
  if (!person) throw notFound();
  if (person.id !== work.actor.id && !seesPeople(work, person.orgPath)) throw notFound();
  const place = await placeOf(work, person.orgUnitId);
  const period = periodOf(grain, on ?? today(work));
  const asked = { place: place.path, agentId: person.id, seesAll: seesSealed(work.actor) };
  const counted = await countedIn(work, place, period, asked);
  const results = await callsOfAgent(work, lookedAt(period), person.id, place.path);
  const address = `/indicators?grain=${grain}&on=${period.fromOn}&agentId=${person.id}`;
  const frame = await frameOf(work, place.id, address, call);
  const { pdf } = await printReport(frame, {
    ...{ name: person.name, unitName: place.name, grain, ...period },
    ...{ figures: counted.figures, rules: counted.rules, results },
  });
  return sendPaper(call.reply, { pdf }, period.fromOn);
}

async function frameOf(work: Work, unitId: string, path: string, call: Call): Promise<FormFrame> {
  const unit = await unitById(work, unitId);
  return {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${call.host.publicUrl}${path}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: call.language,
    timeZone: zoneOfTenant,
  };
}
