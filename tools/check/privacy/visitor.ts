import type { Route } from '#shared/route.ts';
import type { Founder, Program } from '#test/process.ts';
import { Known, nobodysId } from '#tools/check/fuzz/known.ts';
import { kindsOf } from '#tools/check/fuzz/paths.ts';
import { type Answer, type Sent, send } from '#tools/check/fuzz/sender.ts';
import type { Random } from '#tools/check/random.ts';
import { Canaries } from './canaries.ts';

const login = { username: 'wang', password: 'eine lange Wendung 2026' };

/** One owner who asks for everything there is, and looks at each answer for what others told the house. */
export class Visitor {
  readonly tally = { requests: 0, reached: 0, refused: 0, failed: 0 };
  /** Routes that did what they are for. */
  readonly reached = new Set<string>();
  /** What stood in errors and heads of answers to others. */
  readonly leaks: string[] = [];
  private readonly known = new Known([]);
  private readonly kindAt: (path: string) => string | undefined;
  private readonly random: Random;
  private program: Program;
  private cookie: string;
  private readonly ownId: string;

  private constructor(
    program: Program,
    founder: Founder,
    ownId: string,
    routes: readonly Route[],
    random: Random,
  ) {
    this.program = program;
    this.cookie = founder.headers.cookie;
    this.ownId = ownId;
    this.random = random;
    this.kindAt = kindsOf(routes.map(({ path }) => path));
  }

  static async of(program: Program, founder: Founder, routes: readonly Route[], random: Random) {
    const reply = await program.ask('GET', '/session', { headers: founder.headers });
    const { employeeId } = (await reply.json()) as { employeeId: string };
    return new Visitor(program, founder, employeeId, routes, random);
  }

  /** Goes on at the program that was started again. */
  moveTo(program: Program): void {
    this.program = program;
  }
  get headers() {
    return { cookie: this.cookie };
  }

  /** A record that there is; never oneself, or the asking would be over. */
  idFor = (name: string): string => {
    const id = this.known.idFor(name, this.random);
    return id === this.ownId ? nobodysId : id;
  };

  async ask(sent: Sent, more: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.once(sent, more);
    if (answer.status !== 401 || !(await this.signIn())) return answer;
    return this.once(sent, more);
  }

  private async once(sent: Sent, more: Record<string, string>): Promise<Answer> {
    const headers = { ...sent.headers, ...more, cookie: this.cookie };
    const answer = await send(Number(new URL(this.program.url).port), { ...sent, headers });
    this.tally.requests++;
    if (answer.status >= 200 && answer.status < 300) {
      this.tally.reached++;
      this.reached.add(sent.routeId);
      this.learn(sent, answer);
    } else if (answer.status >= 500 || answer.status === 0) this.tally.failed++;
    else this.tally.refused++;
    this.judge(sent, answer);
    return answer;
  }

  /** An error may not tell what others sent, and no answer's head what anybody sent. */
  private judge(sent: Sent, { status, headers, text }: Answer): void {
    const own = `${sent.path} ${JSON.stringify(sent.headers)} ${sent.body ?? ''}`;
    const { 'content-disposition': _named, 'set-cookie': _own, ...heads } = headers;
    const told = Canaries.findIn(JSON.stringify(heads));
    if (status >= 400) told.push(...Canaries.findIn(text).filter((each) => !own.includes(each)));
    for (const found of told) this.leaks.push(`the answer ${status} to ${sent.routeId}: ${found}`);
  }

  private learn({ path }: Sent, { headers, text }: Answer): void {
    if (!String(headers['content-type']).includes('json')) return;
    this.known.learn(this.kindAt(path.replace(/^\/api\/v1|\?.*$/g, '')), JSON.parse(text));
  }

  async signIn(): Promise<boolean> {
    const reply = await this.program.ask('POST', '/session', { body: login });
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie) this.cookie = cookie;
    return cookie !== undefined;
  }
}
