import type { Work } from '#platform/work.ts';
import { jobLine } from './queries-list.ts';
import { codeOf, modelOf } from './terms.ts';

/** What a job comes to; `amountFen` is null where neither a price nor a labour rate is set. */
export interface JobPrice {
  name: string;
  /** In hundredths of an hour. */
  standardHours: number;
  rateFen: number | null;
  amountFen: number | null;
  isFixed: boolean;
  validFrom: string;
}

/**
 * What a job costs at a shop on a day: its fixed price, else 工时定额 × 工时单价, both in the edition of the nearest unit up
 * the tree that holds on that day (机动车维修管理规定 art. 25: a shop charges by the standard hours and the labour rate that
 * it has published; WSH-11, WSH-12). A job for the vehicle's model goes before the one for all. Rounded once, half away
 * from zero. `undefined`: not on the list.
 */
export async function priceOfJob(
  work: Work,
  job: { code: string; model?: string },
  where: { orgPath: string; day: string },
): Promise<JobPrice | undefined> {
  const line = await jobLine(work, codeOf(job.code), modelOf(job.model), where);
  if (!line) return undefined;
  const { name, standardHours, rateFen, amountFen, priceFen, validFrom } = line;
  const isFixed = priceFen !== null;
  return { name, standardHours: standardHours ?? 0, rateFen, amountFen, isFixed, validFrom };
}
