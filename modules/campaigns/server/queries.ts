import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type Campaign = RowOf<'campaigns'>;
export type RoundRow = RowOf<'campaignRounds'>;
export interface CampaignRow extends Campaign {
  segmentName: string;
  templateName: string | null;
  orgUnitName: string;
  writtenByName: string | null;
  approvedByName: string | null;
  nextOn: string | null;
  customers: number;
}

const here = 'c.tenant_id = :tenant and c.org_path ^@ any(:scopes)';
const shown = `select c.*, s.name as segment_name, u.name as org_unit_name, t.name || ' · ' || t.edition as template_name,
          w.name as written_by_name, a.name as approved_by_name,
          (select min(r.from_on) from campaign_rounds r
            where r.tenant_id = c.tenant_id and r.campaign_id = c.id and r.state <> 'done') as next_on`;
const joined = `from campaigns c
     join segments s on s.tenant_id = c.tenant_id and s.id = c.segment_id
     join org_units u on u.tenant_id = c.tenant_id and u.id = c.org_unit_id
     left join message_templates t on t.tenant_id = c.tenant_id and t.id = c.template_id
     left join employees w on w.tenant_id = c.tenant_id and w.id = c.written_by
     left join employees a on a.tenant_id = c.tenant_id and a.id = c.approved_by`;

const list = statement<CampaignRow, { state: string | null; beforeId: string; size: number }>(
  'campaigns.list',
  `${shown}, 0 as customers ${joined}
    where ${here} and c.id < :beforeId::uuid and (:state::text is null or c.state = :state)
    order by c.id desc limit :size`,
);
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
export const pageOfCampaigns = (
  work: Work,
  state: string | undefined,
  beforeId: unknown,
  size: number,
) => work.rows(list, { state: state ?? null, beforeId: String(beforeId ?? lastId), size });

const one = statement<CampaignRow, { campaignId: string }>(
  'campaigns.one',
  `${shown}, (select count(distinct k.customer_id) from campaign_contacts k
       where k.tenant_id = c.tenant_id and k.campaign_id = c.id) as customers
     ${joined} where ${here} and c.id = :campaignId`,
);
export const campaignById = (work: Work, campaignId: string) => work.first(one, { campaignId });

const locked = statement<Campaign, { campaignId: string }>(
  'campaigns.locked',
  `select c.* from campaigns c where ${here} and c.id = :campaignId for update`,
);
export const lockCampaign = (work: Work, campaignId: string) => work.first(locked, { campaignId });

const lockedAnywhere = statement<Campaign, { campaignId: string }>(
  'campaigns.lockedAnywhere',
  'select c.* from campaigns c where c.tenant_id = :tenant and c.id = :campaignId for update',
);
/** Also for who may not look at it: a guest of it, and whoever moves up. */
export const lockAnywhere = (work: Work, campaignId: string) =>
  work.first(lockedAnywhere, { campaignId });

const shared = statement<Campaign, { campaignId: string }>(
  'campaigns.heldStill',
  'select c.* from campaigns c where c.tenant_id = :tenant and c.id = :campaignId for share',
);
/** As it is until this transaction ends: whoever stops it waits so long, and nothing goes out behind him. */
export const holdStill = (work: Work, campaignId: string) => work.first(shared, { campaignId });

const state = statement<{ state: Campaign['state'] }, { campaignId: string }>(
  'campaigns.state',
  'select c.state from campaigns c where c.tenant_id = :tenant and c.id = :campaignId',
);
export const stateOf = async (work: Work, campaignId: string) =>
  (await work.first(state, { campaignId }))?.state;

const rounds = statement<RoundRow, { campaignId: string }>(
  'campaigns.rounds',
  `select * from campaign_rounds r where r.tenant_id = :tenant and r.campaign_id = :campaignId
    order by r.from_on, r.id`,
);
export const roundsOf = (work: Work, campaignId: string) => work.rows(rounds, { campaignId });

const lockedRound = statement<RoundRow, { roundId: string }>(
  'campaigns.lockedRound',
  'select * from campaign_rounds where tenant_id = :tenant and id = :roundId for update',
);
export const lockRound = (work: Work, roundId: string) => work.first(lockedRound, { roundId });
const campaignOf = statement<{ campaignId: string }, { roundId: string }>(
  'campaigns.ofRound',
  'select campaign_id from campaign_rounds where tenant_id = :tenant and id = :roundId',
);
export const campaignOfRound = (work: Work, roundId: string) => work.first(campaignOf, { roundId });

const dropRounds = statement<never, { campaignId: string }>(
  'campaigns.dropRounds',
  'delete from campaign_rounds where tenant_id = :tenant and campaign_id = :campaignId',
);
const dropContacts = statement<never, { campaignId: string }>(
  'campaigns.dropContacts',
  'delete from campaign_contacts where tenant_id = :tenant and campaign_id = :campaignId',
);
/** Nobody was written to yet: a draft forgets whom it looked at. */
export const forgetContacts = (work: Work, campaignId: string) =>
  work.run(dropContacts, { campaignId });
export async function forgetRounds(work: Work, campaignId: string): Promise<void> {
  await forgetContacts(work, campaignId);
  await work.run(dropRounds, { campaignId });
}

export const insertCampaign = (work: Work, row: Fresh<'campaigns'>) =>
  work.insert('campaigns', row);
export const updateCampaign = async (work: Work, id: string, change: ChangeOf<'campaigns'>) =>
  (await work.update('campaigns', { id }, change))!;
export const insertRounds = (work: Work, rows: readonly Fresh<'campaignRounds'>[]) =>
  work.insertAll('campaignRounds', rows);
export const updateRound = (work: Work, id: string, change: ChangeOf<'campaignRounds'>) =>
  work.update('campaignRounds', { id }, change);
