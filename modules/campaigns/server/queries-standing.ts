import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type Standing = RowOf<'standingCampaigns'>;
export interface StandingRow extends Standing {
  segmentName: string;
  templateName: string | null;
  orgUnitName: string;
  writtenByName: string | null;
  approvedByName: string | null;
  lastCampaignId: string | null;
}
const shown = `select s.*, g.name as segment_name, u.name as org_unit_name, t.name || ' · ' || t.edition as template_name,
          w.name as written_by_name, a.name as approved_by_name,
          (select c.id from campaigns c where c.tenant_id = s.tenant_id and c.standing_campaign_id = s.id
            order by c.occasion_year desc, coalesce(c.occasion_month, 0) desc limit 1) as last_campaign_id
     from standing_campaigns s
     join segments g on g.tenant_id = s.tenant_id and g.id = s.segment_id
     join org_units u on u.tenant_id = s.tenant_id and u.id = s.org_unit_id
     left join message_templates t on t.tenant_id = s.tenant_id and t.id = s.template_id
     left join employees w on w.tenant_id = s.tenant_id and w.id = s.written_by
     left join employees a on a.tenant_id = s.tenant_id and a.id = s.approved_by
    where s.tenant_id = :tenant and s.org_path ^@ any(:scopes)`;
export const mostStanding = 100;
const list = statement<StandingRow, object>(
  'standingCampaigns.list',
  `${shown} order by s.id desc limit ${mostStanding}`,
);
export const allStanding = (work: Work) => work.rows(list, {});
const one = statement<StandingRow, { standingCampaignId: string }>(
  'standingCampaigns.one',
  `${shown} and s.id = :standingCampaignId`,
);
export const standingById = (work: Work, standingCampaignId: string) =>
  work.first(one, { standingCampaignId });
const locked = statement<Standing, { standingCampaignId: string }>(
  'standingCampaigns.locked',
  `select s.* from standing_campaigns s
    where s.tenant_id = :tenant and s.org_path ^@ any(:scopes) and s.id = :standingCampaignId for update`,
);
export const lockStanding = (work: Work, standingCampaignId: string) =>
  work.first(locked, { standingCampaignId });
const inUse = statement<Standing, object>(
  'standingCampaigns.inUse',
  `select s.* from standing_campaigns s where s.tenant_id = :tenant and s.state = 'approved' order by s.id limit 2000`,
);
export const standingInUse = (work: Work) => work.rows(inUse, {});

const made = statement<
  Pick<RowOf<'campaigns'>, 'id' | 'state' | 'occasionMonth'> & { occasionYear: number },
  { standingCampaignId: string }
>(
  'standingCampaigns.made',
  `select c.id, c.state, c.occasion_year, c.occasion_month from campaigns c
    where c.tenant_id = :tenant and c.standing_campaign_id = :standingCampaignId
    order by c.occasion_year desc, coalesce(c.occasion_month, 0) desc limit 5`,
);
/** The campaigns that it made, the latest first. */
export const madeBy = (work: Work, standingCampaignId: string) =>
  work.rows(made, { standingCampaignId });

const shared = statement<{ isShared: boolean }, { segmentId: string }>(
  'standingCampaigns.segment',
  'select g.is_shared from segments g where g.tenant_id = :tenant and g.id = :segmentId',
);
export const isSharedSegment = async (work: Work, segmentId: string) =>
  (await work.first(shared, { segmentId }))?.isShared ?? false;

const names = statement<
  { id: string; name: string; birthdayKey: string | null },
  { customerIds: readonly string[] }
>(
  'standingCampaigns.names',
  `select c.id, c.name, c.birthday_key from customers c
    where c.tenant_id = :tenant and c.id = any(:customerIds::uuid[]) and c.org_path ^@ any(:scopes)`,
);
export const namesOf = async (work: Work, customerIds: readonly string[]) =>
  new Map((await work.rows(names, { customerIds })).map((row) => [row.id, row]));

export const insertStanding = (work: Work, row: Fresh<'standingCampaigns'>) =>
  work.insert('standingCampaigns', row);
export const updateStanding = async (
  work: Work,
  id: string,
  change: ChangeOf<'standingCampaigns'>,
) => (await work.update('standingCampaigns', { id }, change))!;
