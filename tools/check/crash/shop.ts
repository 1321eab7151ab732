import { systemClock } from '#platform/clock.ts';
import { until } from '#test/process.ts';
import { brokenDeliveries, brokenRules, undelivered, waitingTasks } from './books.ts';
import { brokenBytes, strayBytes } from './bytes.ts';
import { brokenChain, unsealed } from './chain.ts';
import { ask, type Course, type Crew, nextStep, note } from './client.ts';
import { flowKinds, stepsOf } from './flows.ts';
import type { MailPeer } from './mail-peer.ts';
import { judge, Lessons, nothing, tracesOf } from './traces.ts';
import type { Victim } from './victim.ts';

/** What a run found of each kind. */
export const newTally = () => ({ lost: 0, doubled: 0, half: 0, replays: 0, looks: 0 });
export type Tally = ReturnType<typeof newTally>;

/** Says which promise was broken. */
export type Fail = (what: string) => void;

/** Mail goes to the peer from now on. */
export const setUpMail = (victim: Victim, port: number) =>
  victim.ask('POST', '/message-channels/email', {
    host: '127.0.0.1',
    port,
    isSecure: false,
    username: '',
    from: 'shop@example.test',
    fromName: '城东汽车',
  });

/** One calm pass of every flow: what each step leaves when nothing disturbs it. */
export async function learn(victim: Victim, crew: Crew): Promise<Lessons> {
  const lessons = new Lessons();
  for (const kind of flowKinds) {
    const course = crew.newCourse(kind);
    const { flow } = course;
    let before = nothing;
    for (const step of stepsOf(course.flow)) {
      const fault = note(course, step, await ask(victim.counter, flow, step));
      if (fault) throw new Error(fault);
      const after = (await tracesOf(victim.look, victim.actorId, [flow])).get(flow.marker)!;
      lessons.learn(flow, step, before, after);
      before = after;
    }
  }
  if (!lessons.isComplete) throw new Error('a step left no trace in its calm pass');
  return lessons;
}

/** Looks at both sides of every course given. */
export async function lookAt(
  { lessons, victim, tally, fail }: Scene,
  courses: readonly Course[],
): Promise<void> {
  for (const part of inParts(courses, 500)) {
    const found = await tracesOf(
      victim.look,
      victim.actorId,
      part.map(({ flow }) => flow),
    );
    for (const course of part) {
      const { verdict, parts } = judge(lessons, course, found.get(course.flow.marker) ?? nothing);
      tally.looks++;
      if (verdict !== 'right') {
        tally[verdict]++;
        fail(`${verdict}: ${course.flow.kind} ${course.flow.marker}, ${parts.join('; ')}`);
      }
    }
  }
}

export interface Scene {
  victim: Victim;
  crew: Crew;
  lessons: Lessons;
  peer: MailPeer;
  tally: Tally;
  fail: Fail;
}

/** Sends again what was left unknown until it has an answer. */
async function settleUnknown({ victim, crew, fail }: Scene): Promise<void> {
  for (const course of crew.courses.filter(({ unknown }) => unknown)) {
    const step = course.unknown!;
    if (isGivenUp(course)) {
      crew.courses = crew.courses.filter((one) => one !== course);
      continue;
    }
    await until(`an answer to ${course.flow.marker} ${step.name}`, async () => {
      const reply = await ask(victim.counter, course.flow, step);
      const fault = note(course, step, reply);
      if (fault) {
        fail(fault);
        course.unknown = undefined;
      }
      return course.unknown === undefined;
    });
  }
}

/** Every other upload is not sent again: its bytes, if they came so far, belong to nobody. */
const isGivenUp = ({ flow: { kind, number } }: Course) => kind === 'file' && number % 2 === 0;

/** What was acknowledged is acknowledged again, letter by letter, and without a second effect (D-20). */
async function repeatAnswers({ victim, tally, fail }: Scene, courses: readonly Course[]) {
  for (const { flow, told } of courses) {
    const last = told.at(-1);
    if (!last) continue;
    const reply = await ask(victim.counter, flow, last.step);
    if (reply.status === 'unknown') continue;
    tally.replays++;
    if (reply.status !== last.step.status || reply.text !== last.answer) {
      fail(
        `${flow.marker} ${last.step.name} is answered otherwise the second time: ${reply.status} ${reply.text.slice(0, 200)} instead of ${last.answer.slice(0, 200)}`,
      );
    }
  }
}

/** The whole examination after a blow: what is there, then everything unknown again, then what is there. */
export async function examine(scene: Scene): Promise<void> {
  const { crew, victim, fail } = scene;
  for (const fault of crew.faults.splice(0)) fail(fault);
  for (const broken of victim.brokenProcesses()) fail(broken);
  await lookAt(scene, crew.courses);
  await settleUnknown(scene);
  await repeatAnswers(scene, crew.courses.slice(-12));
  await lookAt(scene, crew.courses);
  await audit(scene);
}

/** The books, the mail, the files and the audit chain. */
export async function audit({ victim, peer, fail }: Scene): Promise<void> {
  const { look, founder, dataDir } = victim;
  for (const rule of await brokenRules(look)) fail(rule);
  for (const broken of await brokenDeliveries(look, peer.accepted)) fail(broken);
  for (const broken of await brokenBytes(look, founder.tenantId, dataDir)) fail(broken);
  for (const broken of await brokenChain(dataDir)) fail(broken);
}

/** Everything that was begun is ended: flows, tasks, mail; then hours pass, and no byte lies about. */
export async function bringHome(scene: Scene): Promise<void> {
  const { victim, crew, peer, fail } = scene;
  peer.isBusy = false;
  for (const course of crew.courses) {
    for (let step = nextStep(course); step; step = nextStep(course)) {
      const fault = note(course, step, await ask(victim.counter, course.flow, step));
      if (fault) {
        fail(fault);
        break;
      }
    }
  }
  await lookAt(scene, crew.courses);
  await until('all tasks are done', async () => (await waitingTasks(victim.look)) === 0);
  // Mail that was turned away waits for its hour, and bytes that belong to nobody are swept after a day.
  const later = new Date(systemClock.now().getTime() + 27 * 3_600_000).toISOString();
  await victim.ask('POST', '/test-clock', { now: later });
  await until('all mail is out', async () => (await undelivered(victim.look)) === 0);
  await until(
    'every entry of the audit is sealed',
    async () => (await unsealed(victim.look)) === 0,
  );
  await audit(scene);
  const stray = async () => strayBytes(victim.look, victim.founder.tenantId, victim.dataDir);
  await until('stray bytes are swept', async () => (await stray()).length === 0, 15_000).catch(
    async () => {
      for (const path of await stray()) fail(`bytes without a row stay: ${path}`);
    },
  );
}

function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
