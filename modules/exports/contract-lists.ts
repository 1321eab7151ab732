/** The lists that can be taken out as a workbook, by their routes; each module says how (`exportList`). */
export const takenOut = [
  'archive.list',
  'archive.listIncomplete',
  'customers.list',
  'vehicles.list',
  'serviceOrders.list',
  'complaints.list',
  'followUps.list',
  'followUpCalls.list',
  'matters.list',
  'people.listEmployees',
  'commitments.list',
  'audit.list',
  'imports.list',
  'exports.list',
  'members.list',
  'members.listLiability',
  'reminders.list',
  'rights.list',
  'genuineChecks.listBatches',
  'genuineChecks.listCodes',
] as const;
export type TakenOut = (typeof takenOut)[number];
