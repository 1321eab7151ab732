import { throwawayDatabase } from '../database.ts';
import { harness, type Run } from '../harness.ts';
import { Channel } from './channel.ts';
import { sendFiles } from './files.ts';
import { mailEverybody } from './mails.ts';
import { sendOddBytes, trickleBodies } from './odd-lines.ts';
import { slowMs } from './oracle.ts';
import { expressions, patternsIn, tryExpressions } from './regexes.ts';
import { regressions } from './regressions.ts';
import { stopSending } from './sender.ts';
import { Volley } from './volley.ts';

/** From the first tenth of the requests to the last. */
const mostGrowthPercent = 10;
/** By then every path has been taken a few times, and what is compiled is compiled. */
const warmAfter = 5000;
/** Files for ten requests. */
const filesShare = 0.1;
const oddBytesShare = 0.01;
/** Among so many one is sure to be looked at when a crash is planted. */
const manyFiles = 1000;
const mebibyte = 1024 * 1024;
/** A loop that stands still for so many times its slowest hundredth does what it should not. */
const mostStall = 10;

await harness('fuzz', { short: 20_000, long: 1_000_000 }, async (run) => {
  const database = await throwawayDatabase();
  const channel = await Channel.start(database);
  try {
    return await underFire(run, channel);
  } finally {
    stopSending();
    if (!channel.isAlive) run.fail(`the server ended:\n${channel.lastWords()}`);
    await channel.end();
    await database.end();
  }
});

async function underFire(run: Run, channel: Channel) {
  const facts = await channel.ask('start');
  const volley = new Volley(channel, facts, run.fail);
  await volley.replayAll(regressions);
  const trickling = trickleBodies(volley, run.fail);
  const expressionsTried = tryRegexes(run, facts.routes);
  const tenth = Math.ceil(run.count / 10);
  const heaps: { sent: number; megabytes: number }[] = [];
  for (let part = 0; part < 10; part++) {
    await volley.send(tenth, run.seed + part);
    const { heapBytes } = await channel.ask('vitals');
    heaps.push({ sent: volley.tally.requests, megabytes: heapBytes / mebibyte });
  }
  run.say(
    `megabytes after each tenth: ${heaps.map((each) => each.megabytes.toFixed(1)).join(' ')}`,
  );
  await sendOddBytes(volley, Math.ceil(run.count * oddBytesShare), run);
  const mails = mailEverybody(channel, run.fail);
  const files = await sendFiles(
    channel,
    volley,
    Math.ceil(run.count * filesShare),
    run.seed,
    run.fail,
  );
  if (channel.deaths === 0 && files.files >= manyFiles) run.fail('no planted crash was noticed');
  const mailServers = await mails;
  await trickling;
  const regexes = await expressionsTried;
  const over2s = await volley.slowAlone();
  const warm = heaps.find(({ sent }) => sent >= warmAfter) ?? heaps.at(-1)!;
  const growth = (heaps.at(-1)!.megabytes / warm.megabytes - 1) * 100;
  if (growth > mostGrowthPercent) run.fail(`memory grew by ${growth.toFixed(1)} %`);
  const { rejections, loopP99Ms } = await judgeTheEnd(run, channel, volley);
  for (const route of volley.unreached) run.say(`only refused: ${route}`);
  const { slow: _slow, byClass, ...tally } = volley.tally;
  return {
    ...tally,
    ...byClass,
    routes: facts.routes.length,
    routesOnlyRefused: volley.unreached.length,
    over2s,
    rejections,
    heapGrowthPercent: Number(growth.toFixed(1)),
    loopP99Ms,
    regexes,
    ...files,
    mailServers,
    workersDied: channel.deaths,
    mainDied: channel.isAlive ? 0 : 1,
  };
}

/** All expressions of the program, and one that is known to be bad: who does not find it finds nothing. */
async function tryRegexes(run: Run, routes: unknown): Promise<number> {
  const planted = '\\s+$';
  let isFound = false;
  const tried = await tryExpressions(expressions([...patternsIn(routes), planted]), (what) => {
    if (what.startsWith(`/${planted}/`)) isFound = true;
    else run.fail(what);
  });
  if (!isFound) run.fail('the expression that was planted was not found');
  return tried - 1;
}

/** What must hold when all is over, whatever was sent. */
async function judgeTheEnd(run: Run, channel: Channel, volley: Volley) {
  await channel.ask('settle');
  const { broken, leaked, held, isReady } = await channel.ask('invariants');
  for (const rule of broken) run.fail(rule);
  if (leaked > 0) run.fail(`${leaked} connections were not given back: ${held}`);
  if (!isReady) run.fail('the server is not ready any more');
  const { rejections, warnings, stalls, loopP99Ms } = await channel.ask('vitals');
  for (const what of [...rejections, ...warnings]) run.fail(what);
  // On a machine that others use everything takes longer: the run's own slowest hundredth says by how much.
  for (const stall of stalls.filter((one) => one.ms > loopP99Ms * mostStall)) {
    const stood = `the loop stood still for ${stall.ms} ms by its own doing`;
    const guilty = await volley.stallsAlone(stall);
    if (guilty.length > 0) run.fail(`${stood}, and again alone with ${guilty.join('\n')}`);
    else if (stall.ms > slowMs) run.fail(`${stood}, and nothing that was under way did it again`);
    else run.say(`${stood}, once: nothing that was under way did it again`);
  }
  return { rejections: rejections.length, loopP99Ms };
}
