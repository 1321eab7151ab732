import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface BriefRow extends RowOf<'briefs'> {
  unitName: string;
  signedByName: string;
  campaignName: string;
}
const withNames = (columns: string) => `select ${columns}, coalesce(u.name, '') as unit_name,
          coalesce(e.name, '') as signed_by_name, coalesce(p.name, '') as campaign_name
     from briefs b
     left join org_units u on u.tenant_id = b.tenant_id and u.id = b.org_unit_id
     left join employees e on e.tenant_id = b.tenant_id and e.id = b.signed_by
     left join campaigns p on p.tenant_id = b.tenant_id and p.id = b.campaign_id`;
const mine = 'b.tenant_id = :tenant and b.id = :briefId and b.org_path ^@ any(:scopes)';
const brief = statement<BriefRow, { briefId: string }>(
  'briefs.one',
  `${withNames('b.*')} where ${mine}`,
);
export const briefById = (work: Work, briefId: string) => work.first(brief, { briefId });
const locked = statement<BriefRow, { briefId: string }>(
  'briefs.lock',
  `${withNames('b.*')} where ${mine} for update of b`,
);
export const lockBrief = (work: Work, briefId: string) => work.first(locked, { briefId });
export const insertBrief = (work: Work, row: Fresh<'briefs'>) => work.insert('briefs', row);
export const updateBrief = (work: Work, id: string, change: ChangeOf<'briefs'>) =>
  work.update('briefs', { id }, change);

const taken = statement<{ id: string }, { orgUnitId: string; grain: string; fromOn: string }>(
  'briefs.taken',
  `select id from briefs
    where tenant_id = :tenant and org_unit_id = :orgUnitId and grain = :grain and from_on = :fromOn::date`,
);
/** The brief of this unit and period, if there is one. */
export const briefOf = (
  work: Work,
  of: { orgUnitId: string; grain: string; fromOn: string },
): Promise<{ id: string } | undefined> => work.first(taken, of);

export type ListedBriefRow = Omit<BriefRow, 'facts' | 'summary' | 'problems' | 'plan'>;
const page = statement<
  ListedBriefRow,
  { grain: string | null; beforeOn: string; beforeId: string; size: number }
>(
  'briefs.page',
  `${withNames(
    'b.id, b.org_unit_id, b.org_path, b.grain, b.campaign_id, b.from_on, b.until_on, b.state, b.figures_at, b.signed_at, b.version',
  )}
    where b.tenant_id = :tenant and b.org_path ^@ any(:scopes) and (:grain::text is null or b.grain = :grain)
      and (b.from_on, b.id) < (:beforeOn::date, :beforeId::uuid)
    order by b.from_on desc, b.id desc limit :size`,
);
export const pageOfBriefs = (
  work: Work,
  grain: string | null,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(page, {
    grain,
    beforeOn: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const lacking = statement<{ id: string }, { grain: string; fromOn: string; untilOn: string }>(
  'briefs.lacking',
  `select u.id from org_units u
    where u.tenant_id = :tenant
      and u.id in (select distinct f.org_unit_id from follow_ups f
                    where f.tenant_id = :tenant and f.latest_on >= :fromOn::date and f.latest_on <= :untilOn::date)
      and not exists (select from briefs b where b.tenant_id = :tenant and b.org_unit_id = u.id
                       and b.grain = :grain and b.from_on = :fromOn::date)
    order by u.id limit 2000`,
);
/** Units that were to follow up in a period, and have no brief of it. */
export const unitsLackingBrief = (
  work: Work,
  of: { grain: string; fromOn: string; untilOn: string },
) => work.rows(lacking, of);

const reported = statement<{ id: string }, { campaignId: string }>(
  'briefs.ofCampaign',
  'select id from briefs where tenant_id = :tenant and campaign_id = :campaignId',
);
/** The report of a campaign, if there is one. */
export const reportOf = (work: Work, campaignId: string) => work.first(reported, { campaignId });

const unreported = statement<{ id: string }, { today: string; earliest: string }>(
  'briefs.unreported',
  `select c.id from campaigns c
    where c.tenant_id = :tenant and c.state in ('running', 'ended')
      and (select max(r.until_on) from campaign_rounds r where r.tenant_id = c.tenant_id and r.campaign_id = c.id)
        + c.result_days between :earliest::date and :today::date - 1
      and not exists (select from briefs b where b.tenant_id = c.tenant_id and b.campaign_id = c.id)
    order by c.id limit 500`,
);
/** Campaigns whose days were over lately and of which there is no report. */
export const campaignsLackingReport = (work: Work, asked: { today: string; earliest: string }) =>
  work.rows(unreported, asked);
