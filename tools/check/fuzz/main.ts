import { throwawayDatabase } from '../database.ts';
import { harness, type Run } from '../harness.ts';
import { Channel } from './channel.ts';
import { sendFiles } from './files.ts';
import { mailEverybody } from './mails.ts';
import { sendOddBytes, trickleBodies } from './odd-lines.ts';
import { expressions, patternsIn, tryExpressions } from './regexes.ts';
import { regressions } from './regressions.ts';
import { stopSending } from './sender.ts';
import { Volley } from './volley.ts';

/** Of the memory after the first tenth of the requests. */
const mostGrowthPercent = 10;
/** Files for ten requests. */
const filesShare = 0.1;
const oddBytesShare = 0.01;

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
  for (const { role, was: _, body, ...sent } of regressions) {
    const bytes = body === undefined ? {} : { body: Buffer.from(body) };
    await volley.replay({ routeId: 'regression', ...sent, ...bytes }, role);
  }
  const trickling = trickleBodies(volley, run.fail);
  const expressionsTried = tryRegexes(run, facts.routes);
  const tenth = Math.ceil(run.count / 10);
  await volley.send(tenth, run.seed);
  const before = await channel.ask('vitals');
  await volley.send(run.count - tenth, run.seed + 1);
  const after = await channel.ask('vitals');
  await sendOddBytes(volley, Math.ceil(run.count * oddBytesShare), run);
  const mails = mailEverybody(channel, run.fail);
  const files = await sendFiles(channel, volley, Math.ceil(run.count * filesShare), run.seed);
  const mailServers = await mails;
  await trickling;
  const regexes = await expressionsTried;
  const over2s = await volley.slowAlone();
  const growth = (after.heapBytes / before.heapBytes - 1) * 100;
  if (growth > mostGrowthPercent) run.fail(`memory grew by ${growth.toFixed(1)} %`);
  const rejections = await judgeTheEnd(run, channel);
  run.say(`only refused: ${volley.unreached.join(', ') || 'none'}`);
  const { slow: _slow, byClass, ...tally } = volley.tally;
  return {
    ...tally,
    ...byClass,
    routes: facts.routes.length,
    routesOnlyRefused: volley.unreached.length,
    over2s,
    rejections,
    heapGrowthPercent: Number(growth.toFixed(1)),
    loopP99Ms: after.loopP99Ms,
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
async function judgeTheEnd(run: Run, channel: Channel): Promise<number> {
  await channel.ask('settle');
  const { broken, leaked, isReady } = await channel.ask('invariants');
  for (const rule of broken) run.fail(rule);
  if (leaked > 0) run.fail(`${leaked} connections were not given back`);
  if (!isReady) run.fail('the server is not ready any more');
  const { rejections, warnings, stalls } = await channel.ask('vitals');
  for (const what of [...rejections, ...warnings]) run.fail(what);
  for (const { ms } of stalls) run.fail(`the loop stood still for ${ms} ms by its own doing`);
  return rejections.length;
}
