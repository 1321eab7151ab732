/** Under which name an address or a field asks for a record of a table. */
export const idFields: Readonly<Record<string, string>> = {
  serviceOrders: 'orderId',
  jobLines: 'lineId',
  customers: 'customerId',
  vehicles: 'vehicleId',
  contacts: 'contactId',
  complaints: 'complaintId',
  followUps: 'followUpId',
  matters: 'matterId',
  commitments: 'commitmentId',
  files: 'fileId',
  importBatches: 'importId',
  messages: 'messageId',
  notices: 'noticeId',
  orgUnits: 'orgUnitId',
  sessions: 'sessionId',
  apiKeys: 'apiKeyId',
  employees: 'employeeId',
  standIns: 'standInId',
};

/** What a plain `id` is the id of, by the last collection in the address that answers. */
const byCollection: Readonly<Record<string, string>> = {
  'service-orders': 'orderId',
  customers: 'customerId',
  contacts: 'contactId',
  vehicles: 'vehicleId',
  complaints: 'complaintId',
  'complaint-matches': 'complaintId',
  'follow-ups': 'followUpId',
  due: 'followUpId',
  matters: 'matterId',
  commitments: 'commitmentId',
  files: 'fileId',
  imports: 'importId',
  messages: 'messageId',
  notices: 'noticeId',
  'org-units': 'orgUnitId',
  sessions: 'sessionId',
  'api-keys': 'apiKeyId',
  employees: 'employeeId',
  'stand-ins': 'standInId',
};

export function kindAt(path: string): string | undefined {
  const words = path.split('/').filter((word) => word !== '' && !word.startsWith(':'));
  return words.map((word) => byCollection[word]).findLast((kind) => kind !== undefined);
}

export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
