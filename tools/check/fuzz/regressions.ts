/** A request that once broke a promise, and who sent it; replayed before everything else. */
export interface Regression {
  /** What was wrong. */
  was: string;
  role: string;
  method: string;
  /** `:orderId` and its like stand for every such record that there is. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const json = { 'content-type': 'application/json' };

/** Found by runs of this harness: each stays for ever. */
export const regressions: readonly Regression[] = [
  {
    was: 'an order dearer than an amount can say could not be shown any more: 500',
    role: 'owner',
    method: 'POST',
    path: '/api/v1/service-orders/:orderId/propose',
    headers: json,
    body: '{"description":"换机油","finding":"*)(|(uid=*","standardMinutes":60000,"labourFen":10000000000}',
  },
  {
    was: 'the price of a part times its quantity left the whole numbers: 500',
    role: 'owner',
    method: 'POST',
    path: '/api/v1/service-orders/:orderId/estimate',
    headers: json,
    body: '{"lines":[{"description":"缸体","labourFen":0,"parts":[{"name":"a","number":"","origin":"original","unit":"件","unitFen":10000000000,"quantityThousandths":1000000000}]}]}',
  },
  {
    was: 'a model that grew when it was made plain broke every answer that showed the car: 500',
    role: 'owner',
    method: 'PATCH',
    path: '/api/v1/vehicles/:vehicleId',
    headers: { ...json, 'if-match': '"1"' },
    body: `{"model":"${'ﷺ'.repeat(80)}"}`,
  },
  {
    was: 'a guarantee that runs beyond the largest mileage broke the card of the car: 500',
    role: 'owner',
    method: 'GET',
    path: '/api/v1/plate-cards/:vehicleId',
    headers: {},
  },
  {
    was: 'a step on a list in the middle of being read waited for its lock and was told 503',
    role: 'owner',
    method: 'POST',
    path: '/api/v1/imports/:importId/run',
    headers: json,
    body: '{}',
  },
];
