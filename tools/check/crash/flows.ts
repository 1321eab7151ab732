import { createHash } from 'node:crypto';
import type { ServiceOrder } from '#modules/service-orders/contract.ts';

/** One piece of a shop's work on its way, and what its answers have told so far. */
export interface Flow {
  readonly kind: FlowKind;
  /** In every record that it makes: by it the check finds them again. */
  readonly marker: string;
  readonly number: number;
  readonly ids: Record<string, string>;
  lineIds: string[];
}

/** One request of a flow. */
export interface Step {
  /** Unlike all others of its flow: its idempotency key and its traces are called so. */
  readonly name: string;
  readonly path: (flow: Flow) => string;
  /** JSON, or the bytes of an upload. */
  readonly body: (flow: Flow) => object | Buffer;
  /** The answer that it must get, be it a refusal. */
  readonly status: number;
  readonly learn?: (flow: Flow, answer: never) => void;
}

const post = (
  name: string,
  path: Step['path'],
  body: Step['body'],
  learn?: Step['learn'],
): Step => ({ name, path, body, status: 200, ...(learn && { learn }) });
const making = (step: Step): Step => ({ ...step, status: 201 });
const refused = (step: Step): Step => ({ ...step, status: 422 });

const phoneOf = (number: number) => `139${String(number).padStart(8, '0')}`;
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const plateOf = (number: number) =>
  `沪${letters[Math.floor(number / 100_000)]}${String(number % 100_000).padStart(5, '0')}`;

const order = (step: string) => (flow: Flow) => `/service-orders/${flow.ids.order}/${step}`;
const lines = [
  { description: '二级维护', standardMinutes: 90, labourFen: 27_000, partsFen: 68_600 },
  { description: '更换右前下摆臂', labourFen: 32_400, partsFen: 89_000 },
];
const totalFen = 217_000;
const paid = (amountFen: number) => ({
  totalFen: amountFen,
  payments: [
    { method: 'wechat', amountFen: amountFen - 50_000 },
    { method: 'cash', amountFen: 50_000 },
  ],
  oldParts: 'waive',
});
const passed = { passed: true };
const lineDone = (at: number) =>
  post(
    `done ${at + 1}`,
    ({ ids, lineIds }) => `/service-orders/${ids.order}/lines/${lineIds[at]}/done`,
    () => ({ done: true }),
  );

const arrival = making(
  post(
    'arrive',
    () => '/arrivals',
    ({ marker, number }) => ({
      plate: plateOf(number),
      customerName: marker,
      phone: phoneOf(number),
      mileageKm: 40_000,
    }),
    (flow, { customerId, vehicleId }: { customerId: string; vehicleId: string }) => {
      Object.assign(flow.ids, { customer: customerId, vehicle: vehicleId });
    },
  ),
);

/** A car from the gate to the gate: numbers, money, a certificate, and calls that follow (WSH-01). */
const visit: readonly Step[] = [
  arrival,
  making(
    post(
      'receive',
      () => '/service-orders',
      ({ ids, marker }) => ({
        vehicleId: ids.vehicle,
        customerWords: marker,
        mileageKm: 40_100,
        promisedAt: '2099-01-01T08:00:00.000Z',
      }),
      (flow, { id }: ServiceOrder) => {
        flow.ids.order = id;
      },
    ),
  ),
  post('inspect', order('inspect'), () => ({ methods: ['look'], findings: [], grade: 'minor' })),
  post(
    'estimate',
    order('estimate'),
    () => ({ lines }),
    (flow, { lines: quoted }: ServiceOrder) => {
      flow.lineIds = quoted.map(({ id }) => id);
    },
  ),
  post('approve', order('approve'), ({ lineIds, marker }) => ({
    answers: lineIds.map((lineId) => ({ lineId, answer: 'approved' })),
    answeredBy: marker,
    how: 'inPerson',
  })),
  post('start', order('start'), () => ({})),
  lineDone(0),
  lineDone(1),
  post('self-check', order('self-check'), () => passed),
  post('team-check', order('team-check'), () => passed),
  post('final-inspect', order('final-inspect'), () => ({
    ...passed,
    methods: ['roadTest'],
    findings: [],
  })),
  refused(post('settle too much', order('settle'), () => paid(totalFen + 1))),
  post('settle', order('settle'), () => paid(totalFen)),
  post('deliver', order('deliver'), ({ marker }) => ({ acceptedBy: marker })),
];

const complaint: readonly Step[] = [
  making(
    post(
      'complain',
      () => '/complaints',
      ({ marker, number }) => ({
        channel: 'phone',
        complainantName: marker,
        complainantPhone: phoneOf(number),
        kind: 'repairTechnique',
        content: '刹车异响修了两次还响。',
      }),
      (flow, { id }: { id: string }) => {
        flow.ids.complaint = id;
      },
    ),
  ),
  post(
    'acknowledge',
    ({ ids }) => `/complaints/${ids.complaint}/acknowledge`,
    () => ({ words: '已致电道歉，今天下午到场检查。' }),
  ),
];

const message: readonly Step[] = [
  arrival,
  making(
    post(
      'write',
      ({ ids }) => `/customers/${ids.customer}/messages`,
      ({ marker, number }) => ({
        channel: 'email',
        purpose: 'service',
        subject: marker,
        body: marker,
        address: `c${number}@example.test`,
      }),
    ),
  ),
];

const colleague: readonly Step[] = [
  making(
    post(
      'employ',
      () => '/employees',
      ({ marker }) => ({ name: marker, roleKeys: ['advisor'] }),
    ),
  ),
];

export const fileOf = ({ marker }: Flow) => Buffer.from(`姓名,电话\n${marker},1\n`);
export const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const file: readonly Step[] = [
  making(
    post(
      'upload',
      ({ marker }) => `/files?name=${encodeURIComponent(marker)}`,
      fileOf,
      (flow, { id }: { id: string }) => {
        flow.ids.file = id;
      },
    ),
  ),
];

export const flows = { visit, complaint, message, colleague, file } as const;
export type FlowKind = keyof typeof flows;
export const flowKinds = Object.keys(flows) as FlowKind[];
export const stepsOf = ({ kind }: Pick<Flow, 'kind'>): readonly Step[] => flows[kind];

/** A flow that nobody has begun; its number makes its marker, plate and telephone. */
export const newFlow = (kind: FlowKind, number: number): Flow => ({
  kind,
  number,
  marker: `来客${String(number).padStart(7, '0')}`,
  ids: {},
  lineIds: [],
});

export const keyOf = ({ number }: Flow, { name }: Step) => `${number}/${name.replaceAll(' ', '-')}`;
