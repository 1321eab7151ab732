import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#tools/check/random.ts';
import { type Flow, type FlowKind, keyOf, newFlow, type Step, stepsOf } from './flows.ts';

/** How far a flow has come, by what its client was told. */
export interface Course {
  readonly flow: Flow;
  /** Steps whose answer came, in order. */
  readonly told: { step: Step; answer: string }[];
  /** The step whose outcome nobody knows. */
  unknown?: Step;
}

export interface Reply {
  status: number | 'unknown';
  text: string;
  isReplayed: boolean;
}

/** Whom a client speaks to, and as whom. */
export interface Counter {
  readonly url: string;
  readonly cookie: string;
}

/** Sends one step under its key, for the first time or again. */
export async function ask(
  { url, cookie }: Counter,
  flow: Flow,
  step: Step,
  more: Record<string, string> = {},
): Promise<Reply> {
  const body = step.body(flow);
  const isBytes = Buffer.isBuffer(body);
  try {
    const reply = await fetch(`${url}/api/v1${step.path(flow)}`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        'idempotency-key': keyOf(flow, step),
        ...more,
      },
      body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
    });
    const text = await reply.text();
    const isReplayed = reply.headers.get('idempotency-replayed') === 'true';
    return { status: isOpen(reply.status, text) ? 'unknown' : reply.status, text, isReplayed };
  } catch {
    return { status: 'unknown', text: '', isReplayed: false };
  }
}

/** Answers that leave open whether it happened: come again with the same key. */
const isOpen = (status: number, text: string) =>
  status >= 500 || status === 429 || (status === 409 && text.includes('"in_progress"'));

export const nextStep = ({ flow, told }: Course): Step | undefined => stepsOf(flow)[told.length];

/** Notes an answer; says what was wrong with it, if anything was. */
export function note(course: Course, step: Step, { status, text }: Reply): string | undefined {
  if (status === 'unknown') {
    course.unknown = step;
    return undefined;
  }
  course.unknown = undefined;
  if (status !== step.status) {
    return `${course.flow.marker} ${step.name}: ${status} instead of ${step.status}: ${text.slice(0, 300)}`;
  }
  if (status < 300) step.learn?.(course.flow, JSON.parse(text) as never);
  course.told.push({ step, answer: text });
  return undefined;
}

/** Visits are most of a shop's day. */
const mixture: readonly FlowKind[] = [
  ...Array<FlowKind>(6).fill('visit'),
  'complaint',
  'message',
  'message',
  'colleague',
  'file',
];
const pauseMs = 5;

/** Eight people at work: each takes one flow after the other, and stops where he is when the answer stays away. */
export class Crew {
  /** All flows since the last `forget`. */
  courses: Course[] = [];
  acknowledged = 0;
  unknown = 0;
  readonly faults: string[] = [];
  /** Taken up every other time, so that its fail points are come by. */
  favourite: FlowKind | undefined;
  private readonly random: Random;
  private readonly size: number;
  private begun = 0;
  private isOver = false;
  private working: Promise<unknown> = Promise.resolve();

  constructor(random: Random, size = 8) {
    this.random = random;
    this.size = size;
  }

  newCourse(kind = this.nextKind()): Course {
    const course = { flow: newFlow(kind, ++this.begun), told: [] };
    this.courses.push(course);
    return course;
  }

  private nextKind(): FlowKind {
    return this.favourite && this.random() < 0.5 ? this.favourite : this.random.of(mixture);
  }

  /** Takes up what lies open, and goes on until `stop` or until the server is lost. */
  start(counter: Counter): void {
    this.isOver = false;
    const open = this.courses.filter((course) => nextStep(course));
    const one = async (mine: Course | undefined) => {
      let course = mine ?? this.newCourse();
      while (!this.isOver) {
        if (!(await this.advance(counter, course))) return;
        if (!nextStep(course)) course = this.newCourse();
        await sleep(pauseMs);
      }
    };
    this.working = Promise.all(Array.from({ length: this.size }, (_, at) => one(open[at])));
  }

  /** One step; false where its outcome stayed unknown or was wrong. */
  private async advance(counter: Counter, course: Course): Promise<boolean> {
    const step = nextStep(course)!;
    const reply = await ask(counter, course.flow, step);
    const fault = note(course, step, reply);
    if (fault) {
      this.faults.push(fault);
      this.courses = this.courses.filter((one) => one !== course);
    }
    if (reply.status === 'unknown') this.unknown++;
    else this.acknowledged++;
    return fault === undefined && reply.status !== 'unknown';
  }

  /** Lets everybody end the request that he is at. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.working;
  }

  /** Flows that ended and were looked at are not looked at again each round. */
  forget(): Course[] {
    const ended = this.courses.filter((course) => !nextStep(course));
    this.courses = this.courses.filter((course) => nextStep(course));
    return ended;
  }
}
