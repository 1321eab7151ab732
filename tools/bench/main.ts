import { parseArgs } from 'node:util';

// npm run bench [-- --smoke] [-- --customers 100000]: each screen against the bare SQL behind it (screens.ts).
// npm run bench -- --archive [--customers 1000000] [--dir /tmp/bench] [--calls 200] [--only search,lists,duplicates,import]:
// an archive of many against one of ten thousand, asked in turn (archive/main.ts).
// npm run bench -- --operations [--customers 100000 | --large] [--calls 100] [--dir /tmp/bench] [--publish]: the nine operations
// beside the bare SQL and beside a tenth of the data (operations/main.ts); --publish writes docs/benchmarks.md,
// --accept makes its ratios those that `npm run check:speed` holds the next ones against (best with that check's own size:
// --customers 5000 --calls 12).
// npm run bench -- --due [--customers 1000000] [--rules 40] [--dir /tmp/bench]: the due list of a house beside the bare SQL of the
// same result (due/main.ts).
// npm run bench -- --paced [--messages 200000] [--customers 20000] [--calls 40] [--minutes 60] [--dir /tmp/bench]: a long queue of
// text messages leaves while somebody works (paced/main.ts).
// npm run bench -- --lasting [--minutes 30] [--streams 200] [--customers 100000] [--dir /tmp/bench]: what open event streams cost,
// and whether CPU and memory stay flat over a long run (operations/lasting.ts); the page of --publish tells of it, too.
// npm run bench -- --phone [--calls 9]: the customer's first view on a slow telephone (phone.ts).
// npm run bench -- --board [--orders 300] [--people 20] [--pause 2000]: a board of many orders changed by many people, each
// change on each open board as one card (board.ts); no browser is needed.
const { values } = parseArgs({
  options: {
    archive: { type: 'boolean', default: false },
    operations: { type: 'boolean', default: false },
    due: { type: 'boolean', default: false },
    paced: { type: 'boolean', default: false },
    messages: { type: 'string', default: '200000' },
    rules: { type: 'string', default: '40' },
    lasting: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '30' },
    streams: { type: 'string', default: '200' },
    phone: { type: 'boolean', default: false },
    board: { type: 'boolean', default: false },
    orders: { type: 'string', default: '300' },
    people: { type: 'string', default: '20' },
    pause: { type: 'string', default: '2000' },
    large: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    accept: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    customers: { type: 'string' },
    dir: { type: 'string' },
    calls: { type: 'string' },
    only: { type: 'string' },
  },
});
if (values.archive) {
  const { benchArchive } = await import('./archive/main.ts');
  process.exitCode = await benchArchive({
    customers: Number(values.customers ?? 1_000_000),
    dir: values.dir,
    calls: Number(values.calls ?? 200),
    only: values.only?.split(','),
  });
} else if (values.operations) {
  const { benchOperations } = await import('./operations/main.ts');
  process.exitCode = await benchOperations({
    customers: Number(values.customers ?? (values.large ? 1_000_000 : 100_000)),
    dir: values.dir,
    calls: Number(values.calls ?? 100),
    isPublished: values.publish,
    areAccepted: values.accept,
  });
} else if (values.due) {
  const { benchDue } = await import('./due/main.ts');
  process.exitCode = await benchDue({
    customers: Number(values.customers ?? 1_000_000),
    rules: Number(values.rules),
    dir: values.dir,
  });
} else if (values.paced) {
  const { benchPaced } = await import('./paced/main.ts');
  process.exitCode = await benchPaced({
    messages: Number(values.messages),
    customers: Number(values.customers ?? 20_000),
    dir: values.dir,
    calls: Number(values.calls ?? 40),
    minutes: Number(values.minutes),
  });
} else if (values.lasting) {
  const { benchLasting } = await import('./operations/lasting.ts');
  process.exitCode = await benchLasting({
    customers: Number(values.customers ?? 100_000),
    dir: values.dir,
    minutes: Number(values.minutes),
    streams: Number(values.streams),
  });
} else if (values.board) {
  const { benchBoard } = await import('./board.ts');
  process.exitCode = await benchBoard({
    orders: Number(values.orders),
    people: Number(values.people),
    pauseMs: Number(values.pause),
  });
} else if (values.phone) {
  const { benchPhone } = await import('./phone.ts');
  process.exitCode = await benchPhone({ times: Number(values.calls ?? 9) });
} else await import('./screens.ts');
