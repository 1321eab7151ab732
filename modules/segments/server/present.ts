import type { CustomerStanding, StandingChange } from '../contract.ts';
import type { ChangeRow, StandingRow } from './queries.ts';

export const presentChange = (row: ChangeRow): StandingChange => ({
  id: row.id,
  customerId: row.customerId,
  customerName: row.customerName,
  from: row.fromStanding as StandingChange['from'],
  to: row.toStanding as StandingChange['to'],
  formula: row.formula as StandingChange['formula'],
  onDate: row.onDate,
  lastVisitOn: row.lastVisitOn,
  yearSpendFen: row.yearSpendFen,
  valueClass: row.valueClass,
});

export const presentStanding = (row: StandingRow): CustomerStanding => ({
  customerId: row.customerId,
  standing: row.standing,
  formula: row.formula,
  sinceOn: row.sinceOn,
  lastVisitOn: row.lastVisitOn,
  yearVisits: row.yearVisits,
  yearSpendFen: row.yearSpendFen,
  twoYearSpendFen: row.twoYearSpendFen,
  intervalDays: row.intervalDays,
  valueClass: row.valueClass,
});
