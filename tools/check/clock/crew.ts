import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { Hand, Killed } from './talk.ts';

export const crewSize = 5;

/** Five instances and their narrator on one database, all in one time zone of the machine. */
export class Crew {
  readonly narrator: Hand;
  kills = 0;
  ran = 0;
  private readonly instances: Hand[];
  private readonly random: Random;
  private readonly env: Record<string, string>;
  private readonly preloads: readonly string[];

  constructor(connection: object, zone: string, random: Random, isWeakened = false) {
    this.env = {
      TZ: zone,
      ...(isWeakened && { CLOCK_PLANTED: '1' }),
      CLOCK_DATABASE: JSON.stringify(connection),
      CLOCK_SECRET: randomBytes(32).toString('hex'),
      // Five come and go often: what was made of the sources once is kept.
      NODE_COMPILE_CACHE: join(tmpdir(), 'jingming-check-clock-cache'),
    };
    // The walls come out of the source before the recording goes in.
    this.preloads = isWeakened ? ['recording.ts', 'planted.ts'] : ['recording.ts'];
    this.random = random;
    this.narrator = new Hand('narrator.ts', this.env, this.preloads);
    this.instances = Array.from({ length: crewSize }, () => this.hired());
  }

  private hired(): Hand {
    return new Hand('instance.ts', this.env, this.preloads);
  }

  /** All who have come to work look for what is due at once; one may be killed in the middle of it and is replaced. */
  async work(at: Date, kills = false): Promise<void> {
    const asked = this.present().map((hand) => this.workOf(hand, at));
    if (kills) {
      await sleep(this.random.whole(15));
      await this.replaceOne();
    }
    await Promise.all(asked);
    // What died with it is taken up by those who live.
    if (kills) await Promise.all(this.present().map((hand) => this.workOf(hand, at)));
  }

  /** Never the last one: then nothing would go on. */
  private async replaceOne(): Promise<void> {
    const present = this.present();
    if (present.length < 2) return;
    const place = this.instances.indexOf(this.random.of(present));
    await this.instances[place]!.kill();
    this.instances[place] = this.hired();
    this.kills++;
  }

  private present(): Hand[] {
    return this.instances.filter((hand) => hand.isAlive && hand.isReady);
  }

  /** Until all five have come. */
  async assembled(): Promise<void> {
    while (this.present().length < crewSize) await sleep(50);
  }

  private async workOf(hand: Hand, at: Date): Promise<void> {
    try {
      this.ran += await hand.ask<number>('work', { at: at.toISOString() });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  /** Shows a cookie or a key to one of the instances. @returns the status of its answer */
  show(at: Date, headers: Record<string, string>): Promise<number> {
    return this.random.of(this.present()).ask('show', { at: at.toISOString(), headers });
  }

  async end(): Promise<void> {
    await Promise.all([...this.instances, this.narrator].map((hand) => hand.kill('SIGKILL')));
  }
}
