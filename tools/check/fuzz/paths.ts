/** Under which name an address or a field asks for a record of a table. */
export const idFields: Readonly<Record<string, string>> = {
  serviceOrders: 'orderId',
  jobLines: 'lineId',
  orderDiscounts: 'discountId',
  orderQuestions: 'questionId',
  customers: 'customerId',
  vehicles: 'vehicleId',
  contacts: 'contactId',
  complaints: 'complaintId',
  complaintPoints: 'complaintPointId',
  complaintTasks: 'complaintTaskId',
  complaintSolutions: 'complaintSolutionId',
  followUps: 'followUpId',
  matters: 'matterId',
  commitments: 'commitmentId',
  files: 'fileId',
  importBatches: 'importId',
  importMaps: 'importMapId',
  messages: 'messageId',
  notices: 'noticeId',
  orgUnits: 'orgUnitId',
  sessions: 'sessionId',
  apiKeys: 'apiKeyId',
  employees: 'employeeId',
  standIns: 'standInId',
};

/** Collections that hold the records of another one. */
const otherNames: Readonly<Record<string, string>> = {
  'complaint-matches': 'complaintId',
  due: 'followUpId',
  archives: 'customerId',
  'follow-up-calls': 'callId',
};

/** What a plain `id` in an answer is the id of: by the last collection in the address that a parameter follows somewhere. */
export function kindsOf(paths: readonly string[]): (path: string) => string | undefined {
  const kinds = new Map(Object.entries(otherNames));
  for (const path of paths) {
    for (const [, collection, parameter] of path.matchAll(/\/([\w-]+)\/:(\w+)/g)) {
      kinds.set(collection!, parameter!);
    }
  }
  return (path) => {
    const words = path.split('/').filter((word) => word !== '' && !word.startsWith(':'));
    return words.map((word) => kinds.get(word)).findLast((kind) => kind !== undefined);
  };
}

export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
