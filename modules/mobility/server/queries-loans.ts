import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ListedLoan } from '../contract.ts';
import { handoversOf, type ShownHandover } from './queries-handovers.ts';

export type LoanRow = RowOf<'loans'>;
export type LoanCarRow = RowOf<'loanCars'>;

const carForChange = statement<LoanCarRow, { loanCarId: string }>(
  'loanCars.lock',
  `select * from loan_cars where tenant_id = :tenant and id = :loanCarId and org_path ^@ any(:scopes) for update`,
);
export const lockLoanCar = (work: Work, loanCarId: string) =>
  work.first(carForChange, { loanCarId });
export const insertLoanCar = (work: Work, row: Fresh<'loanCars'>) => work.insert('loanCars', row);
export const updateLoanCar = (work: Work, id: string, change: ChangeOf<'loanCars'>) =>
  work.update('loanCars', { id }, change);

const plateTaken = statement<{ id: string }, { plate: string; besides: string | null }>(
  'loanCars.plateTaken',
  `select id from loan_cars where tenant_id = :tenant and plate = :plate and condition <> 'retired'
      and (:besides::uuid is null or id <> :besides) limit 1`,
);
export const isPlateTaken = async (work: Work, plate: string, besides: string | null = null) =>
  (await work.first(plateTaken, { plate, besides })) !== undefined;

const lentNow = statement<{ id: string }, { loanCarId: string }>(
  'loans.lentNow',
  `select id from loans where tenant_id = :tenant and loan_car_id = :loanCarId and state = 'lent'`,
);
export const isLent = async (work: Work, loanCarId: string) =>
  (await work.first(lentNow, { loanCarId })) !== undefined;

export interface ShownCarRow extends LoanCarRow {
  loan: { id: string; customerName: string; dueAt: string; lentAt: string } | null;
}
const carHead = `k.*, (select jsonb_build_object('id', l.id, 'customerName', c.name, 'dueAt', l.due_at, 'lentAt', l.lent_at)
     from loans l join customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
    where l.tenant_id = k.tenant_id and l.loan_car_id = k.id and l.state = 'lent') as loan`;
const carMatches = `k.tenant_id = :tenant and k.org_path ^@ any(:scopes)
  and (:condition::text is null or k.condition = :condition)`;
interface CarFilter {
  condition: string | null;
}
const carPage = statement<
  ShownCarRow,
  CarFilter & { afterPlate: string | null; afterId: string | null; size: number }
>(
  'loanCars.page',
  `select ${carHead} from loan_cars k
    where ${carMatches}
      and (:afterPlate::text is null or (k.plate, k.id) > (:afterPlate, :afterId::uuid))
    order by k.plate, k.id limit :size`,
);
export const pageOfLoanCars = (
  work: Work,
  given: CarFilter & { afterPlate: string | null; afterId: string | null; size: number },
) => work.rows(carPage, given);
const carsCounted = statement<{ total: number }, CarFilter>(
  'loanCars.count',
  `select count(*) as total from loan_cars k where ${carMatches}`,
);
export const countOfLoanCars = async (work: Work, given: CarFilter): Promise<number> =>
  (await work.first(carsCounted, given))!.total;
const oneCar = statement<ShownCarRow, { loanCarId: string }>(
  'loanCars.seen',
  `select ${carHead} from loan_cars k
    where k.tenant_id = :tenant and k.id = :loanCarId and k.org_path ^@ any(:scopes)`,
);
export const seenLoanCar = (work: Work, loanCarId: string) => work.first(oneCar, { loanCarId });

const loanForChange = statement<LoanRow, { loanId: string }>(
  'loans.lock',
  `select * from loans where tenant_id = :tenant and id = :loanId and org_path ^@ any(:scopes) for update`,
);
export const lockLoan = (work: Work, loanId: string) => work.first(loanForChange, { loanId });
export const insertLoan = (work: Work, row: Fresh<'loans'>) => work.insert('loans', row);
export const updateLoan = (work: Work, id: string, change: ChangeOf<'loans'>) =>
  work.update('loans', { id }, change);

export type ListedRow = Omit<ListedLoan, 'lentAt' | 'dueAt' | 'returnedAt'> & {
  orgPath: string;
  lentAt: Date;
  dueAt: Date;
  returnedAt: Date | null;
};
const head = `l.id, l.org_path, l.version, l.state, l.loan_car_id, k.plate as car_plate, k.model as car_model, l.customer_id,
  c.name as customer_name, l.borrower_name, l.order_id, coalesce(o.number, '') as order_number, l.ground, l.lent_at,
  l.due_at, l.returned_at, l.cost_fen`;
const joined = `loans l
  join loan_cars k on k.tenant_id = l.tenant_id and k.id = l.loan_car_id
  join customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
  left join service_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id`;
interface Filter {
  state: string | null;
}
const matches = `l.tenant_id = :tenant and l.org_path ^@ any(:scopes) and (:state::text is null or l.state = :state)`;
const page = statement<ListedRow, Filter & PageAfter>(
  'loans.page',
  `select ${head} from ${joined}
    where ${matches} and (:afterAt::timestamptz is null or (l.lent_at, l.id) < (:afterAt, :afterId::uuid))
    order by l.lent_at desc, l.id desc limit :size`,
);
export const pageOfLoans = (work: Work, given: Filter & PageAfter) => work.rows(page, given);
const counted = statement<{ total: number }, Filter>(
  'loans.count',
  `select count(*) as total from loans l where ${matches}`,
);
export const countOfLoans = async (work: Work, given: Filter): Promise<number> =>
  (await work.first(counted, given))!.total;
const ofOrder = statement<ListedRow, { orderId: string }>(
  'loans.ofOrder',
  `select ${head} from ${joined}
    where l.tenant_id = :tenant and l.order_id = :orderId and l.org_path ^@ any(:scopes)
    order by l.lent_at desc, l.id desc limit 50`,
);
export const loansOfOrder = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

export interface SeenLoan extends ListedRow {
  orgUnitId: string;
  licenceClass: LoanRow['licenceClass'];
  licenceUntil: string;
  checkedByName: string;
  costReason: string;
  customerPhone: string;
  handovers: ShownHandover[];
}
const seen = statement<SeenLoan, { loanId: string }>(
  'loans.seen',
  `select ${head}, l.org_unit_id, l.licence_class, l.licence_until, e.name as checked_by_name, l.cost_reason,
     c.phone as customer_phone, ${handoversOf('h.loan_id = l.id')} as handovers
     from ${joined} join employees e on e.tenant_id = l.tenant_id and e.id = l.checked_by
    where l.tenant_id = :tenant and l.id = :loanId and l.org_path ^@ any(:scopes)`,
);
export const seenLoan = (work: Work, loanId: string) => work.first(seen, { loanId });
