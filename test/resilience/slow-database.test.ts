import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ConnectionConfig,
  type Embedded,
  startEmbedded,
} from '#database/embedded/embedded.ts';
import { type Founder, Program, removeDir, setUp, throwawayDir, until } from '../process.ts';

type Mode = 'open' | 'slow' | 'silent' | 'refusing';

/** A line to the database that can be made slow, silent or broken. */
class Line {
  mode: Mode = 'open';
  port = 0;
  private readonly pairs = new Set<Socket>();
  private readonly server;
  constructor({ host, port }: ConnectionConfig) {
    this.server = createServer((near) => {
      if (this.mode === 'refusing') return near.resetAndDestroy();
      const far = connect(`${host}/.s.PGSQL.${port}`);
      for (const socket of [near, far]) {
        this.pairs.add(socket);
        socket.on('error', () => {}).on('close', () => this.pairs.delete(socket));
      }
      this.pass(near, far);
      this.pass(far, near);
    });
  }
  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }
  cut(): void {
    for (const socket of this.pairs) socket.destroy();
  }
  close(): void {
    this.cut();
    this.server.close();
  }
  /** In order, each part after a pause while slow; what comes while silent is lost, as on a dead line. */
  private pass(from: Socket, to: Socket): void {
    let before = Promise.resolve();
    from.on('data', (part) => {
      before = before.then(async () => {
        if (this.mode === 'slow') await sleep(50);
        if (this.mode !== 'silent') to.write(part);
      });
    });
    from.on('end', () => to.end());
  }
}

const [serverDir, dataDir] = [throwawayDir(), throwawayDir()];
let own: Embedded;
let line: Line;
let program: Program;
let founder: Founder;
beforeAll(async () => {
  own = await startEmbedded({ dataDir: serverDir, log: () => {}, throwaway: true });
  line = await new Line(own.appConfig).listen();
  const { user, password, database, host, port } = own.ownerConfig;
  const app = own.appConfig;
  program = await Program.start({
    dataDir,
    env: {
      DATABASE_URL: `postgres://${app.user}:${encodeURIComponent(app.password)}@127.0.0.1:${line.port}/${app.database}`,
      DATABASE_OWNER_URL: `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    },
  });
  founder = await setUp(program);
});
afterAll(async () => {
  await program?.end();
  line?.close();
  await own?.stop();
  removeDir(serverDir);
  removeDir(dataDir);
});

const employees = () => program.ask('GET', '/employees', { headers: founder.headers });
const readiness = async () => (await fetch(`${program.url}/readyz`)).status;
const isAlive = async () => (await fetch(`${program.url}/healthz`)).ok;

describe('a database at the end of a bad line', () => {
  test('G-08 fifty milliseconds a way: everything is right, only slower', async () => {
    line.mode = 'slow';
    const replies = await Promise.all(Array.from({ length: 12 }, employees));
    expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(await readiness()).toBe(200);
    line.mode = 'open';
  });

  test('G-08 a line that falls silent: nobody waits for ever, it says that it is not ready, and comes back', async () => {
    line.mode = 'silent';
    const asked = Promise.all(Array.from({ length: 24 }, employees));
    expect(await isAlive()).toBe(true);
    await until('it says that it is not ready', async () => (await readiness()) === 503);
    for (const reply of await asked) {
      expect(reply.status).toBe(503);
      expect(reply.headers.get('retry-after')).toBeTruthy();
    }
    expect(await isAlive()).toBe(true);
    line.mode = 'open';
    line.cut();
    await until('it is ready again', async () => (await readiness()) === 200);
    expect((await employees()).status).toBe(200);
  });

  test('G-08 a line that is cut and refuses: "come again", and it comes back', async () => {
    line.mode = 'refusing';
    line.cut();
    for (const reply of await Promise.all(Array.from({ length: 12 }, employees))) {
      expect(reply.status).toBe(503);
    }
    expect(await readiness()).toBe(503);
    expect(await isAlive()).toBe(true);
    line.mode = 'open';
    await until('it is ready again', async () => (await readiness()) === 200);
    expect((await employees()).status).toBe(200);
    expect(program.isRunning).toBe(true);
  });
});
