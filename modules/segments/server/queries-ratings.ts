import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { RatingEntry } from '../contract.ts';

export type RoundRow = RowOf<'ratingRounds'>;

const rounds = statement<RoundRow, { beforeId: string; size: number }>(
  'ratings.page',
  `select * from rating_rounds where tenant_id = :tenant and org_path ^@ any(:scopes) and id < :beforeId::uuid
    order by id desc limit :size`,
);
export const pageOfRounds = (work: Work, given: { beforeId: string; size: number }) =>
  work.rows(rounds, given);
const roundById = statement<RoundRow, { roundId: string }>(
  'ratings.byId',
  `select * from rating_rounds where tenant_id = :tenant and id = :roundId and org_path ^@ any(:scopes)`,
);
export const roundOf = (work: Work, roundId: string) => work.first(roundById, { roundId });
const forChange = statement<RoundRow, { roundId: string }>(
  'ratings.forChange',
  `select * from rating_rounds
    where tenant_id = :tenant and id = :roundId and org_path ^@ any(:scopes) for update`,
);
export const lockRound = (work: Work, roundId: string) => work.first(forChange, { roundId });
export const insertRound = (work: Work, row: Fresh<'ratingRounds'>) =>
  work.insert('ratingRounds', row);
export const updateRound = async (work: Work, id: string, change: ChangeOf<'ratingRounds'>) =>
  (await work.update('ratingRounds', { id }, change))!;

/** Whose visits count: cars handed over within the period, in the round's part of the tree. Equal sums share a rank. */
const ranking = `select o.customer_id, count(*) as visits, coalesce(sum(o.settled_fen), 0) as spend_fen,
    rank() over (order by case when :criterion::text = 'spend' then coalesce(sum(o.settled_fen), 0) else count(*) end
      desc) as rank
  from service_orders o
 where o.tenant_id = :tenant and o.delivered_at >= :from::timestamptz and o.delivered_at < :until::timestamptz
   and o.state = 'delivered' and o.org_path ^@ :path
 group by o.customer_id`;
interface Period {
  criterion: RoundRow['criterion'];
  from: Date;
  until: Date;
  path: string;
}
const live = statement<
  RatingEntry,
  Period & { places: number; afterRank: number; afterId: string; size: number }
>(
  'ratings.live',
  `select r.customer_id, c.name, r.rank, r.visits, r.spend_fen from (${ranking}) r
     join customers c on c.tenant_id = :tenant and c.id = r.customer_id
    where r.rank <= :places and (r.rank, r.customer_id) > (:afterRank, :afterId::uuid)
    order by r.rank, r.customer_id limit :size`,
);
/** The ranking as it stands now. */
export const liveRanking = (
  work: Work,
  given: Period & { places: number; afterRank: number; afterId: string; size: number },
) => work.rows(live, given);

const kept = statement<never, Period & { roundId: string; places: number }>(
  'ratings.keep',
  `insert into rating_entries (tenant_id, id, round_id, rank, customer_id, visits, spend_fen)
   select :tenant, gen_random_uuid(), :roundId, r.rank, r.customer_id, r.visits, r.spend_fen
     from (${ranking}) r where r.rank <= :places
    order by r.rank, r.customer_id limit 2000`,
);
/** Keeps the ranking for good. */
export const keepRanking = (work: Work, given: Period & { roundId: string; places: number }) =>
  work.run(kept, given);

const entries = statement<
  RatingEntry,
  { roundId: string; afterRank: number; afterId: string; size: number }
>(
  'ratings.entries',
  `select e.customer_id, c.name, e.rank, e.visits, e.spend_fen from rating_entries e
     join customers c on c.tenant_id = e.tenant_id and c.id = e.customer_id
    where e.tenant_id = :tenant and e.round_id = :roundId
      and (e.rank, e.customer_id) > (:afterRank, :afterId::uuid)
    order by e.rank, e.customer_id limit :size`,
);
export const keptRanking = (
  work: Work,
  given: { roundId: string; afterRank: number; afterId: string; size: number },
) => work.rows(entries, given);
