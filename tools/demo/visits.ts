import type { TopicKey } from '#modules/follow-ups/locales/vocabulary.ts';
import { addDays, instantAt } from '#shared/dates.ts';
import { grams } from '#shared/search-text.ts';
import { jobs, type SampleJob, talkPoints } from './lists.ts';
import type { Random } from './random.ts';
import type { RowWriter } from './rows.ts';
import { type DayNumbers, type Place, type Staff, zone } from './shop.ts';

export interface Visit {
  day: string;
  vehicleId: string;
  mileageKm: number;
}
interface Gates {
  orderId: string;
  technicianId: string;
  day: string;
  receivedAt: Date;
  deliveredAt: Date;
  isMaintenance: boolean;
}

/** The rows of a visit that went well; the stories of those that did not are played through the front door. */
export class Visits {
  private readonly place: Place;
  private readonly staff: Staff;
  private readonly numbers: DayNumbers;
  private readonly isLean: boolean;

  constructor(place: Place, staff: Staff, numbers: DayNumbers, isLean: boolean) {
    this.place = place;
    this.staff = staff;
    this.numbers = numbers;
    this.isLean = isLean;
  }

  /** One visit from reception to delivery, with its gates and its two calls. */
  addVisit(writer: RowWriter, random: Random, customerId: string, visit: Visit): void {
    const { tenantId } = this.place;
    const { day, vehicleId, mileageKm } = visit;
    const at = (time: string) => instantAt(zone, day, time);
    const hour = random.whole(8, 15);
    const receivedAt = at(
      `${String(hour).padStart(2, '0')}:${String(random.whole(10, 55)).padStart(2, '0')}`,
    );
    const deliveredAt = new Date(receivedAt.getTime() + random.whole(70, 150) * 60_000);
    const chosen = jobsOf(random);
    const lines = chosen.map((job, position) => ({
      job,
      position,
      isRefused: position > 0 && random.chance(0.12),
    }));
    const approvedFen = lines
      .filter(({ isRefused }) => !isRefused)
      .reduce((sum, { job }) => sum + priceOf(job), 0);
    const orderId = random.id(receivedAt);
    const advisorId = random.oneOf(this.staff.advisors);
    const technicianId = random.oneOf(this.staff.technicians);
    const number = this.numbers.next('serviceOrder', 'GD', day);
    writer.add('serviceOrders', {
      ...this.place,
      id: orderId,
      number,
      vehicleId,
      customerId,
      kind: chosen[0]!.isMaintenance ? 'maintenance' : 'repair',
      state: 'delivered',
      customerWords: chosen[0]!.words,
      mileageKm,
      fuelEighths: random.whole(1, 8),
      advisorId,
      technicianId,
      bay: `${random.whole(1, 6)} 号工位`,
      promisedAt: new Date(receivedAt.getTime() + 180 * 60_000),
      oldParts: random.oneOf(['return', 'waive'] as const),
      approvedFen,
      settledFen: approvedFen,
      deliveryMileageKm: mileageKm + random.whole(0, 6),
      stateSince: deliveredAt,
      receivedAt,
      readyAt: new Date(deliveredAt.getTime() - 20 * 60_000),
      deliveredAt,
      grams: grams(number),
      createdAt: receivedAt,
      updatedAt: deliveredAt,
    });
    for (const { job, position, isRefused } of lines) {
      const partsFen = job.parts.reduce((sum, { fen }) => sum + fen, 0);
      writer.add('jobLines', {
        tenantId,
        id: random.id(receivedAt),
        orderId,
        position,
        origin: 'estimate',
        description: job.description,
        standardMinutes: job.minutes,
        labourFen: job.labourFen,
        parts: job.parts.map(partOf) as never,
        partsFen,
        payer: 'customer',
        answer: isRefused ? 'refused' : 'approved',
        answerHow: 'inPerson',
        answeredBy: '客户本人',
        answeredAt: receivedAt,
        recordedBy: advisorId,
        refusalReason: isRefused ? random.oneOf(['下次再做', '价格偏高', '没时间等']) : '',
        doneAt: isRefused ? null : deliveredAt,
        doneBy: isRefused ? null : technicianId,
        createdAt: receivedAt,
        updatedAt: deliveredAt,
      });
    }
    writer.add('mileageReadings', {
      tenantId,
      id: random.id(receivedAt),
      vehicleId,
      mileageKm,
      readOn: day,
      source: 'visit',
      sourceId: orderId,
      createdAt: receivedAt,
    });
    if (approvedFen > 0) {
      const method = random.oneOf(['wechat', 'wechat', 'alipay', 'cash', 'card'] as const);
      writer.add('payments', {
        tenantId,
        id: random.id(deliveredAt),
        orderId,
        method,
        amountFen: approvedFen,
        takenBy: advisorId,
        at: deliveredAt,
      });
    }
    if (this.isLean) return;
    this.addGates(writer, random, {
      orderId,
      technicianId,
      day,
      receivedAt,
      deliveredAt,
      isMaintenance: chosen[0]!.isMaintenance,
    });
    this.addFollowUps(writer, random, { orderId, customerId, vehicleId, day });
  }

  private addGates(writer: RowWriter, random: Random, order: Gates): void {
    const { tenantId } = this.place;
    const { orderId, technicianId, receivedAt, deliveredAt } = order;
    const minutesBefore = (minutes: number) => new Date(deliveredAt.getTime() - minutes * 60_000);
    const gates = [
      {
        gate: 'intake',
        inspectorId: this.staff.advisors[0]!,
        at: new Date(receivedAt.getTime() + 8 * 60_000),
        methods: ['questions', 'look'],
        grade: 'minor',
      },
      {
        gate: 'selfCheck',
        inspectorId: technicianId,
        at: minutesBefore(40),
        methods: [],
        grade: null,
      },
      {
        gate: 'teamCheck',
        inspectorId: this.staff.teamLeader,
        at: minutesBefore(32),
        methods: [],
        grade: null,
      },
      {
        gate: 'final',
        inspectorId: this.staff.inspector,
        at: minutesBefore(24),
        methods: ['look', 'roadTest'],
        grade: null,
      },
    ] as const;
    for (const gate of gates) {
      writer.add('inspections', {
        tenantId,
        id: random.id(gate.at),
        orderId,
        passed: true,
        findings: [] as never,
        ...gate,
        methods: [...gate.methods],
      });
    }
    writer.add('releaseCertificates', {
      tenantId,
      orgUnitId: this.place.orgUnitId,
      id: random.id(deliveredAt),
      orderId,
      number: this.numbers.next('certificate', 'HGZ', order.day),
      inspectorId: this.staff.inspector,
      guaranteeKm: 2000,
      guaranteeDays: 10,
      issuedAt: minutesBefore(24),
    });
  }

  private addFollowUps(
    writer: RowWriter,
    random: Random,
    order: { orderId: string; customerId: string; vehicleId: string; day: string },
  ): void {
    const { orderId, customerId, vehicleId, day } = order;
    const dueDays = [
      {
        rule: 'first',
        earliestOn: addDays(day, 3),
        latestOn: addDays(day, 7),
        doneOn: addDays(day, random.whole(3, 7)),
      },
      {
        rule: 'second',
        earliestOn: addDays(day, 12),
        latestOn: addDays(day, 19),
        doneOn: addDays(day, random.whole(12, 19)),
      },
    ];
    const agentId = random.oneOf(this.staff.agents);
    let firstId: string | null = null;
    for (const { rule, earliestOn, latestOn, doneOn } of dueDays) {
      const doneAt = instantAt(zone, doneOn, `1${random.whole(0, 7)}:${random.whole(10, 59)}`);
      const id: string = random.id(instantAt(zone, day, '18:00'));
      const isReached = random.chance(0.86);
      writer.add('followUps', {
        ...this.place,
        id,
        rule,
        customerId,
        vehicleId,
        orderId,
        firstId,
        agentId,
        earliestOn,
        latestOn,
        sum: [] as never,
        state: isReached ? 'done' : 'unreachable',
        tries: isReached ? 1 : 5,
        doneAt,
        createdAt: instantAt(zone, day, '18:00'),
        updatedAt: doneAt,
      });
      writer.add('followUpCalls', {
        ...this.place,
        id: random.id(doneAt),
        followUpId: id,
        customerId,
        vehicleId,
        orderId,
        direction: 'out',
        result: isReached ? 'connected' : 'notConnected',
        reason: isReached ? '' : 'noAnswer',
        topics: isReached
          ? [
              random.oneOf<TopicKey>(['usage', 'serviceFeeling']),
              random.oneOf<TopicKey>(['newNeeds', 'driving', 'offers']),
            ]
          : [],
        mainPoints: isReached ? random.oneOf(talkPoints) : '',
        satisfaction: isReached ? random.oneOf([5, 5, 5, 4, 4, 3]) : null,
        byId: agentId,
        at: doneAt,
      });
      firstId = id;
    }
  }
}

const jobsOf = (random: Random): SampleJob[] => {
  const first = random.oneOf(jobs);
  const more = random.chance(0.45) ? [random.oneOf(jobs)] : [];
  return [first, ...more.filter((job) => job !== first)];
};
const priceOf = (job: SampleJob) =>
  job.labourFen + job.parts.reduce((sum, { fen }) => sum + fen, 0);

const partOf = ({ name, fen }: { name: string; fen: number }) => ({
  name,
  number: '',
  origin: 'original',
  quantityThousandths: 1000,
  unit: '件',
  unitFen: fen,
});
