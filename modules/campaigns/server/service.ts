import { calendarOf } from '#modules/commitments/server/index.ts';
import { namesLink, templateInSight } from '#modules/message-templates/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { customersOfSegment, isSegmentInSight } from '#modules/segments/server/index.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { EventKind } from '#shared/events.ts';
import type { BodyOf } from '#shared/route.ts';
import type { campaignRoutes } from '../contract.ts';
import { campaignEvents } from '../events.ts';
import { isCommercial, type Round, roundOn, roundsBefore } from '../judge/rounds.ts';
import { campaignLife } from '../lifecycle.ts';
import { judgeFrom } from './judging.ts';
import {
  type Campaign,
  forgetContacts,
  forgetRounds,
  insertCampaign,
  insertRounds,
  lockCampaign,
  roundsOf,
  updateCampaign,
} from './queries.ts';
import { insertContacts } from './queries-contacts.ts';

type Drawn = BodyOf<typeof campaignRoutes.write>;

/** A campaign on paper: its rounds stand on their days, nobody is looked at yet. @throws Problem 422 for what does not fit */
export async function writeCampaign(work: Work, body: Drawn): Promise<Campaign> {
  const { unitId: orgUnitId, unitPath: orgPath } = work.actor;
  const rounds = await fitting(work, body, orgPath);
  const place = { orgUnitId, orgPath };
  const row = await insertCampaign(work, { ...columns(body), ...place, writtenBy: personOf(work) });
  await lay(work, row, rounds);
  await tell(work, campaignEvents.written, row);
  return row;
}

/** Drawn up anew. Whom it looked at is forgotten: other customers may be in it now. */
export async function changeCampaign(
  work: Work,
  campaignId: string,
  body: Drawn,
  expectedVersion: number | undefined,
): Promise<Campaign> {
  const before = await taken(work, campaignId, expectedVersion);
  const state = campaignLife.next('change', before.state);
  const rounds = await fitting(work, body, before.orgPath);
  await forgetRounds(work, campaignId);
  const change = { ...columns(body), state, examinedAt: null, writtenBy: personOf(work) };
  const after = await updateCampaign(work, campaignId, change);
  await lay(work, after, rounds);
  await tell(work, campaignEvents.changed, after);
  return after;
}

/** Takes its customers from the segment as it is today; each is judged in the background, a large house takes minutes. */
export async function examineCampaign(work: Work, campaignId: string): Promise<Campaign> {
  const before = await taken(work, campaignId);
  const state = campaignLife.next('examine', before.state);
  const customers = await customersOfSegment(work, before.segmentId);
  await forgetContacts(work, campaignId);
  for (const { id: roundId } of await roundsOf(work, campaignId)) {
    for (let at = 0; at < customers.length; at += 500) {
      const some = customers.slice(at, at + 500);
      await insertContacts(
        work,
        some.map((customer) => ({ ...customer, campaignId, roundId })),
      );
    }
  }
  const after = await updateCampaign(work, campaignId, { state, examinedAt: work.now });
  const told = { campaignId, name: after.name, customers: customers.length };
  await work.emit(campaignEvents.examined, told, aboutCampaign(after));
  await judgeFrom(work, campaignId);
  return after;
}

const columns = ({ kind, name, content, segmentId, templateId, event }: Drawn) => ({
  ...{ kind, name: name.trim(), content: content.trim(), segmentId, templateId },
  happensAt: event ? new Date(event.happensAt) : null,
  place: event?.place.trim() ?? '',
  capacity: event?.capacity ?? null,
  bring: event?.bring?.trim() ?? '',
  answerBy: event?.answerBy ? new Date(event.answerBy) : null,
  seatTemplateId: event?.seatTemplateId ?? null,
});

const lay = (work: Work, { id: campaignId }: Campaign, rounds: readonly Round[]) =>
  insertRounds(
    work,
    rounds.map((round) => ({ ...round, campaignId })),
  );

/** Whether what is asked for goes together; with it the days of its rounds. */
async function fitting(work: Work, body: Drawn, orgPath: string): Promise<Round[]> {
  const { kind, event, templateId, segmentId, way = 'message', onDate } = body;
  if ((kind === 'event') !== (event !== null)) throw ruleBroken('/event', 'campaign_needs_event');
  const today = dateIn(zoneOfTenant, work.now);
  if (event && new Date(event.happensAt) <= work.now) {
    throw ruleBroken('/event/happensAt', 'campaign_past');
  }
  if (event?.answerBy && new Date(event.answerBy) > new Date(event.happensAt)) {
    throw ruleBroken('/event/answerBy', 'campaign_answer_by');
  }
  if (!event && onDate !== undefined && onDate < today)
    throw ruleBroken('/onDate', 'campaign_past');
  await refuseUnseenSegment(work, segmentId);
  const calendar = await calendarOf(work, orgPath);
  const template =
    templateId === null ? null : await wordsFor(work, templateId, isCommercial[kind]);
  if (event?.seatTemplateId)
    await wordsFor(work, event.seatTemplateId, false, '/event/seatTemplateId');
  const eventOn = event && dateIn(zoneOfTenant, new Date(event.happensAt));
  const rounds = eventOn
    ? roundsBefore(eventOn, calendar, today, template !== null && namesLink(template))
    : roundOn(way, onDate ?? today, calendar);
  if (template === null && rounds.some((round) => round.way !== 'call')) {
    throw ruleBroken('/templateId', 'campaign_needs_words');
  }
  return rounds;
}

async function refuseUnseenSegment(work: Work, segmentId: string): Promise<void> {
  if (!(await isSegmentInSight(work, segmentId)))
    throw ruleBroken('/segmentId', 'reference_unknown');
}

async function wordsFor(
  work: Work,
  templateId: string,
  mustBeCommercial: boolean,
  pointer = '/templateId',
) {
  const template = await templateInSight(work, templateId);
  if (!template) throw ruleBroken(pointer, 'reference_unknown');
  if (template.state !== 'approved') throw ruleBroken(pointer, 'template_not_approved');
  if (mustBeCommercial && template.purpose !== 'marketing') {
    throw ruleBroken(pointer, 'campaign_words_not_commercial');
  }
  return template;
}

/** The campaign, held for a step. @throws Problem 404 out of sight, 412 when somebody was faster */
export async function taken(work: Work, campaignId: string, seen?: number): Promise<Campaign> {
  const row = await lockCampaign(work, campaignId);
  if (!row) throw notFound();
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  return row;
}

export const personOf = ({ actor }: Work) => (actor.kind === 'user' ? actor.id : null);
export const aboutCampaign = ({ id, orgPath }: Pick<Campaign, 'id' | 'orgPath'>) => ({
  type: 'campaign',
  id,
  orgPath,
});
export const tell = (
  work: Work,
  kind: EventKind<{ campaignId: string; name: string }>,
  row: Campaign,
) => work.emit(kind, { campaignId: row.id, name: row.name }, aboutCampaign(row));
