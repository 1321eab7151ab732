import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '#tools/check/harness.ts';
import { ask, type Course, nextStep, note } from './client.ts';
import { type StatementFault, statementHeader, statementValue } from './fail-points.ts';
import { flowKinds } from './flows.ts';
import { lookAt, type Scene } from './shop.ts';

export interface Sweep {
  swept: number;
  sweptKills: number;
}

/** No request of ours has as many statements; beyond it something does not end. */
const mostStatements = 200;
/** In the short form one fault a statement, and seldom the end of the program: each end costs a start. */
const shortStride = 60;

/**
 * Each step of each flow fails at its first statement, its second, and so on until none is left to fail, as SQLite's
 * tests do (G-02): what is there is the state before or the state after, and sending it again completes it.
 */
export async function sweep(scene: Scene, run: Run): Promise<Sweep> {
  const figures: Sweep = { swept: 0, sweptKills: 0 };
  const faultsAt = (): StatementFault[] => {
    if (run.isLong) return ['error', 'lost', 'hang', 'kill'];
    if (figures.swept % shortStride === shortStride / 2) return ['kill'];
    return [run.random.of(['error', 'lost'])];
  };
  for (const kind of flowKinds) {
    const course = scene.crew.newCourse(kind);
    for (let step = nextStep(course); step; step = nextStep(course)) {
      for (let nth = 1; nextStep(course) === step; nth++) {
        if (nth > mostStatements) throw new Error(`${kind} ${step.name} does not end`);
        for (const fault of faultsAt()) await failOnce(scene, course, nth, fault, figures);
      }
    }
  }
  return figures;
}

/** Sends the course's next step so that it fails there, if it comes so far; then looks at both sides. */
async function failOnce(
  scene: Scene,
  course: Course,
  nth: number,
  fault: StatementFault,
  figures: Sweep,
): Promise<void> {
  const { victim } = scene;
  const step = nextStep(course);
  if (!step) return;
  const header = { [statementHeader]: statementValue(nth, fault) };
  const asked = ask(victim.counter, course.flow, step, header);
  if (fault === 'hang') {
    // The impatient caller sends it once more while the first still hangs.
    await sleep(300);
    await ask(victim.counter, course.flow, step);
  }
  const wrong = note(course, step, await asked);
  if (wrong) throw new Error(wrong);
  figures.swept++;
  if (fault === 'kill' && (await victim.isGone(course.unknown ? 500 : 0))) {
    figures.sweptKills++;
    await victim.restart();
  }
  await lookAt(scene, [course]);
}
