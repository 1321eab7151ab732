import type { Run } from '#tools/check/harness.ts';
import { ask, type Reply } from './client.ts';
import { type Flow, newFlow, type Step, stepsOf } from './flows.ts';
import { lookAt, type Scene } from './shop.ts';

const atOnce = 20;

/** The same request twenty times at once under one key: one effect, one answer; another body is refused (G-03). */
export async function sendTwentyfold(scene: Scene, run: Run, keys: number) {
  const { victim } = scene;
  const courses = [];
  for (let key = 1; key <= keys; key++) {
    const kind = key % 4 === 0 ? 'visit' : key % 4 === 1 ? 'complaint' : 'colleague';
    const flow = newFlow(kind, 2_000_000 + key);
    const step = stepsOf(flow)[0]!;
    const replies = await Promise.all(
      Array.from({ length: atOnce }, () => ask(victim.counter, flow, step)),
    );
    const answer = await answered(scene, flow, step, replies);
    for (const { status, text } of replies) {
      if (status !== 'unknown' && (status !== 201 || text !== answer.text))
        run.fail(
          `key ${key}: answered ${status} ${text.slice(0, 200)} beside ${answer.text.slice(0, 200)}`,
        );
    }
    if (!answer.isReplayed) run.fail(`key ${key}: a replay does not say that it is one`);
    const other = await ask(victim.counter, flow, { ...step, body: () => otherBody(flow, step) });
    if (other.status !== 422 || !other.text.includes('"idempotency_key_reused"'))
      run.fail(`key ${key}: another body was answered ${other.status}`);
    courses.push({ flow, told: [{ step, answer: answer.text }] });
  }
  await lookAt(scene, courses);
  return { keys, duplicates: keys * atOnce };
}

/** Once more: everybody who waited too long is answered in the end. */
async function answered({ victim }: Scene, flow: Flow, step: Step, replies: readonly Reply[]) {
  const first = replies.find(({ status }) => status === 201);
  const again = await ask(victim.counter, flow, step);
  return { text: first?.text ?? again.text, isReplayed: again.isReplayed };
}

const otherBody = (flow: Flow, step: Step) => ({
  ...step.body(newFlow(flow.kind, flow.number + 1)),
});
