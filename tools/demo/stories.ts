import { complaintRoutes } from '#modules/complaints/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { isOpenOn } from '#shared/business-calendar.ts';
import { addDays, instantAt } from '#shared/dates.ts';
import { defaultCalendar } from '#shared/default-calendars.ts';
import { jobs, talkPoints } from './lists.ts';
import { playMembers } from './members.ts';
import type { Player } from './player.ts';
import type { Random } from './random.ts';
import { type Staff, zone } from './shop.ts';
import { type PlayedVisit, playVisit, type Stage } from './visit.ts';

export interface KnownVehicle {
  id: string;
  ownerId: string;
  mileageKm: number;
  plate: string;
}

const jobNamed = (start: string) => jobs.find(({ description }) => description.startsWith(start))!;
const firstTopics = ['usage', 'serviceFeeling'] as const;
const secondTopics = ['newNeeds', 'driving'] as const;
const angryComplaint = {
  kind: 'repairTechnique' as const,
  content:
    '左后门补漆有明显色差，太阳底下一眼就能看出来。当时说看不出来，现在非常生气，要求重做，不行就投诉到 12315。',
  aboutWhom: '钣金喷漆',
};
const hoursAfter = (instant: Date, hours: number) =>
  new Date(instant.getTime() + hours * 3_600_000);

/** A talk turns into a complaint (CMP-01), two others into a matter that nobody solves (FUP-05). */
const talkStories = [
  {
    fromWorkday: 8,
    talk: {
      answers: { repaired: 'no' as const },
      satisfaction: 1,
      mainPoints: '客户很生气，已转投诉。',
      complaint: angryComplaint,
    },
  },
  {
    fromWorkday: 11,
    talk: {
      matters: [
        { kind: 'question' as const, content: '想知道两万公里套餐能不能分两次用，答应查了回电。' },
      ],
    },
  },
  {
    fromWorkday: 14,
    talk: {
      matters: [{ kind: 'hope' as const, content: '希望周日也能送车保养，问有没有上门取送。' }],
    },
  },
];

/** The last three weeks, day by day: cars, calls, and the stories that a visitor is shown. */
export class Stories {
  private readonly player: Player;
  private readonly staff: Staff;
  private readonly random: Random;
  private readonly vehicles: KnownVehicle[];
  private workday = 0;
  private readonly untold = [...talkStories];
  private brakeOrder: { id: string; vehicle: KnownVehicle } | undefined;

  constructor(player: Player, staff: Staff, random: Random, vehicles: readonly KnownVehicle[]) {
    this.player = player;
    this.staff = staff;
    this.random = random;
    this.vehicles = [...vehicles];
  }

  /** Plays every open day up to `until`; the last one stays in the middle of its work. */
  async play(firstDay: string, until: Date): Promise<void> {
    const days: string[] = [];
    for (let day = firstDay; instantAt(zone, day, '15:30') < until; day = addDays(day, 1)) {
      if (isOpenOn(defaultCalendar, day)) days.push(day);
    }
    for (const day of days.slice(0, -1)) await this.playDay(day);
    if (days.length > 0) await this.playToday(days.at(-1)!);
    await this.player.moveTo(until);
  }

  private async playDay(day: string): Promise<void> {
    this.workday++;
    await this.player.moveTo(instantAt(zone, day, '08:40'));
    if (this.workday === 3) await this.members();
    if (this.workday === 5) this.brakeOrder = await this.brakes();
    if (this.workday === 9 && this.brakeOrder) await this.brakesAgain(this.brakeOrder);
    for (let car = this.random.whole(1, 2); car > 0; car--) await this.ordinaryVisit();
    await this.player.moveTo(instantAt(zone, day, '14:05'));
    await this.callWhoIsDue();
  }

  private members(): Promise<void> {
    const owners = [...new Set(this.vehicles.map(({ ownerId }) => ownerId))];
    return playMembers(this.player, this.staff, owners.slice(-3));
  }

  /** Cars at every stage for the board, calls half done, a promise near its end. */
  private async playToday(day: string): Promise<void> {
    await this.player.moveTo(instantAt(zone, day, '09:02'));
    await this.carAtTheGate();
    const today: readonly { until: Stage; hours: number; job: string }[] = [
      { until: 'settled', hours: 4, job: '更换机油机滤' },
      { until: 'ready', hours: 4, job: '四轮定位' },
      { until: 'teamChecked', hours: 4.5, job: '更换火花塞' },
      { until: 'additional', hours: 6, job: '更换前刹车片' },
      { until: 'parts', hours: 8, job: '更换变速箱油' },
      { until: 'inWork', hours: 2.4, job: '更换蓄电池' },
      { until: 'estimated', hours: 6, job: '空调系统清洗' },
      { until: 'inspected', hours: 7, job: '更换空气滤清器' },
      { until: 'received', hours: 7, job: '发动机异响检查' },
    ];
    for (const { until, hours, job } of today) {
      await this.visit([jobNamed(job)], { until, promisedAt: this.promiseAfter(hours, day) });
      await this.player.wait(3);
    }
    const desk = this.player.as(this.staff.advisors[0]!);
    await desk(complaintRoutes.receive, {
      body: {
        channel: 'phone',
        complainantName: '何先生',
        complainantPhone: '13986123457',
        kind: 'price',
        content: '结算时比报价多收了 60 元辅料费，前台没有提前说，要求给个说法。',
        aboutWhom: '前台收费',
      },
    });
  }

  /** No car is promised for after closing time: then it is the next open day. */
  private promiseAfter(hours: number, day: string): Date {
    const promised = hoursAfter(this.player.now, hours);
    if (promised <= instantAt(zone, day, '17:40')) return promised;
    let next = addDays(day, 1);
    while (!isOpenOn(defaultCalendar, next)) next = addDays(next, 1);
    return instantAt(zone, next, '11:00');
  }

  private vehicle(): KnownVehicle {
    return this.vehicles.splice(this.random.whole(0, this.vehicles.length - 1), 1)[0]!;
  }

  private async visit(
    chosen: PlayedVisit['jobs'],
    more: Partial<PlayedVisit> = {},
    vehicle = this.vehicle(),
  ) {
    const mileageKm = vehicle.mileageKm + this.random.whole(200, 4000);
    vehicle.mileageKm = mileageKm;
    const who = {
      advisor: this.random.oneOf(this.staff.advisors),
      technician: this.random.oneOf(this.staff.technicians),
    };
    const promisedAt = hoursAfter(this.player.now, 3);
    const order = await playVisit(this.player, this.staff, {
      vehicleId: vehicle.id,
      mileageKm,
      jobs: chosen,
      until: 'delivered',
      promisedAt,
      who,
      ...more,
    });
    return { order, vehicle };
  }

  private async ordinaryVisit(): Promise<void> {
    const first = this.random.oneOf(jobs);
    const second = this.random.oneOf(jobs.filter((job) => job !== first));
    const refuses = this.random.chance(0.3)
      ? this.random.oneOf(['下次再做', '价格偏高，想比较一下', '今天没时间等'])
      : undefined;
    await this.visit(refuses ? [first, second] : [first], { ...(refuses && { refuses }) });
  }

  /** A brake job that comes back within its guarantee: the repeat repair is recognised at the door (WSH-10, WSH-14). */
  private async brakes() {
    const { order, vehicle } = await this.visit([jobNamed('更换前刹车片')]);
    return { id: order.id, vehicle };
  }
  private async brakesAgain({ id, vehicle }: { id: string; vehicle: KnownVehicle }): Promise<void> {
    const rework = {
      ...jobNamed('更换前刹车片'),
      description: '返修：前刹车片异响处理，打磨倒角',
      labourFen: 0,
      parts: [],
    };
    await this.visit(
      [rework],
      { earlierOrderId: id, words: '上周换的刹车片，低速刹车还是响。' },
      vehicle,
    );
  }

  /** A new car, only plate and name taken down: the rest is owed within two days (ARC-02). */
  private async carAtTheGate(): Promise<void> {
    const desk = this.player.as(this.staff.advisors[0]!);
    await desk(vehicleRoutes.arrive, {
      body: { plate: '鄂A7K2Q9', customerName: '孟先生', mileageKm: 21_340 },
    });
  }

  private async callWhoIsDue(): Promise<void> {
    const agent = this.player.as(this.staff.agents[0]!);
    const { items } = await agent(followUpRoutes.due, { query: { limit: 50 } });
    for (const [at, due] of items.entries()) {
      await this.player.wait(4);
      const story = at === 0 ? this.storyOfTheDay() : undefined;
      const isReached = story !== undefined || this.random.chance(0.8);
      const { complaintId } = await agent(followUpRoutes.record, {
        params: { followUpId: due.id },
        body: isReached
          ? { ...this.talk(due.rule === 'first'), ...story }
          : { result: 'notConnected', reason: this.random.oneOf(['noAnswer', 'busy'] as const) },
      });
      if (complaintId) await this.closeWell(complaintId);
    }
  }

  private talk(isFirst: boolean) {
    return {
      result: 'connected' as const,
      reason: 'talked' as const,
      topics: [...(isFirst ? firstTopics : secondTopics)],
      answers: { carState: 'good', repaired: 'yes', attitude: 'good' } as const,
      mainPoints: this.random.oneOf(talkPoints),
      satisfaction: this.random.oneOf([5, 5, 4, 4, 3]),
    };
  }

  /** The next story, on the first day with calls once its time has come. */
  private storyOfTheDay() {
    const next = this.untold[0];
    if (!next || this.workday < next.fromWorkday) return undefined;
    this.untold.shift();
    return next.talk;
  }

  /** Answered the same day, closed with nothing missing, and watched (CMP-03, CMP-11). */
  private async closeWell(complaintId: string): Promise<void> {
    const supervisor = this.player.as(this.staff.supervisor);
    const params = { complaintId };
    await this.player.wait(40);
    await supervisor(complaintRoutes.acknowledge, {
      params,
      body: { words: '已致歉，请客户方便时来店，由检验员当面复核色差。' },
    });
    await supervisor(complaintRoutes.assess, {
      params,
      body: { severity: 'raised', reason: '客户情绪激动，提到 12315。' },
    });
    await this.player.wait(120);
    await supervisor(complaintRoutes.investigate, {
      params,
      body: {
        findings: '调漆配方用了旧批次色卡，未在自然光下比色。',
        causeKind: 'serviceProcess',
        cause: '喷漆前没有按规定在自然光下比色',
        responsibility: '喷漆班组',
      },
    });
    await supervisor(complaintRoutes.propose, {
      params,
      body: {
        solution: '免费重喷左后门，提供代步车两天，赠送精洗一次。',
        measure: '调漆后必须在自然光下比色并拍照存档。',
        customerAnswer: 'accepted',
        costFen: 42_000,
      },
    });
    await this.player.wait(20);
    await supervisor(complaintRoutes.reportBack, {
      params,
      body: { how: 'phone', words: '重喷完成，客户到店验收，无色差。' },
    });
    await supervisor(complaintRoutes.askSatisfaction, {
      params,
      body: { satisfaction: 'satisfied', words: '客户表示处理及时，比较满意。' },
    });
    await supervisor(complaintRoutes.noteLesson, {
      params,
      body: { lesson: '喷漆比色照片作为出厂检验的必查项。' },
    });
    await supervisor(complaintRoutes.close, { params, body: {} });
    await supervisor(complaintRoutes.watch, { params, body: { days: 90 } });
  }
}
