import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '#test/process.ts';
import type { Figures, Run } from '#tools/check/harness.ts';
import { databaseAway } from './away.ts';
import { Crew } from './client.ts';
import { sendTwentyfold } from './duplicates.ts';
import { MailPeer } from './mail-peer.ts';
import { bringHome, examine, learn, lookAt, newTally, type Scene, setUpMail } from './shop.ts';
import { stopUnderLoad } from './stops.ts';
import { strike, type Target, targets } from './strikes.ts';
import { sweep } from './sweep.ts';
import { Victim } from './victim.ts';

/** Rounds of work, a blow, and the examination of what is left. */
export async function crashRounds(run: Run): Promise<Figures> {
  const peer = new MailPeer();
  const port = await peer.open();
  const moments = [200, 1500].map((most) => 100 + run.random.whole(most));
  const victim = await Victim.open(moments);
  try {
    await setUpMail(victim, port);
    const crew = new Crew(run.random);
    const lessons = await learn(victim, crew);
    const scene = { victim, crew, lessons, peer, tally: newTally(), fail: run.fail };
    const fired = new Map<string, number>();
    for (let round = 1; round <= run.count; round++) {
      const { what, firedAt } = await oneRound(scene, run);
      if (firedAt) fired.set(firedAt, (fired.get(firedAt) ?? 0) + 1);
      run.say(`round ${round}: ${what}`);
    }
    const swept = await sweep(scene, run);
    const twentyfold = await sendTwentyfold(scene, run, run.isLong ? 1000 : 100);
    const away = await databaseAway(scene, run, run.isLong ? 100 : 5);
    const stops = await stopUnderLoad(scene, run, run.isLong ? 20 : 3);
    await bringHome(scene);
    const figures = figuresOf(scene, fired);
    const lieFound = await findsALie(scene, run);
    return { ...figures, ...swept, ...twentyfold, ...away, ...stops, lieFound };
  } finally {
    await victim.close();
    await peer.close();
  }
}

/** The check itself is checked: a program that acknowledges what it never commits must be caught at once. */
async function findsALie(scene: Scene, run: Run): Promise<boolean> {
  const tally = newTally();
  const crew = new Crew(run.random);
  const victim = await Victim.open([]);
  try {
    await victim.makeLie();
    crew.start(victim.counter);
    // Not the first word alone: it may have been one that leaves no trace of its own.
    await until('it has lied', () => crew.acknowledged > 3);
    await victim.program.end('SIGKILL');
    await crew.stop();
    await victim.restart();
    await lookAt({ ...scene, victim, crew, tally, fail: () => {} }, crew.courses);
  } finally {
    await victim.close();
  }
  // A flow whose next step already ran into the lie is dropped by the crew with a fault: that, too, is catching it.
  const isCaught = tally.lost > 0 || crew.faults.length > 0;
  if (!isCaught) run.fail('a program that acknowledges what it never commits was not caught');
  return isCaught;
}

/** A blow falls after so many answers, wherever the clients stand then; a slow machine is not waited for without end. */
async function someWork(crew: Crew, answers: number, isLong: boolean): Promise<void> {
  const enough = crew.acknowledged + answers;
  const lookEveryMs = 20;
  for (let looks = (isLong ? 15_000 : 3000) / lookEveryMs; looks > 0; looks--) {
    if (crew.acknowledged >= enough) return;
    await sleep(lookEveryMs);
  }
}

async function oneRound(scene: Scene, { random, isLong }: Run) {
  const { victim, crew, peer } = scene;
  peer.isBusy = random() < 0.2;
  crew.start(victim.counter);
  await someWork(crew, isLong ? 400 + random.whole(200) : 15 + random.whole(60), isLong);
  const target: Target = random.of(targets);
  const blow = await strike(scene, target, random);
  await crew.stop();
  if (victim.program.isRunning) await victim.recover();
  else await victim.restart(random() < 0.15 ? 50 + random.whole(1200) : undefined);
  await examine(scene);
  crew.forget();
  return blow;
}

function figuresOf({ victim, crew, peer, tally }: Scene, fired: Map<string, number>): Figures {
  const restarts = victim.restartsMs.toSorted((one, other) => one - other);
  return {
    acknowledged: crew.acknowledged,
    unknown: crew.unknown,
    lost: tally.lost,
    doubled: tally.doubled,
    half: tally.half,
    failPointsFired: [...fired.values()].reduce((sum, n) => sum + n, 0),
    failPoints: fired.size,
    restarts: restarts.length,
    restartP50Ms: Math.round(restarts[Math.floor(restarts.length / 2)] ?? 0),
    restartMaxMs: Math.round(restarts.at(-1) ?? 0),
    replays: tally.replays,
    mails: peer.accepted.size,
    mailsTwice: [...peer.accepted.values()].filter((times) => times.length > 1).length,
  };
}
