import { type Actor, can, inScope } from '#platform/actor.ts';
import type { StepState } from '#shared/fields.ts';
import { type LevelState, type LevelStep, levelLife, levelSteps } from '../lifecycle.ts';
import type { ChainUnit } from './queries.ts';

/** What is asked of a case before a step. */
export interface Standing {
  state: LevelState;
  isClosed: boolean;
  origin: ChainUnit;
  level: ChainUnit;
  above: ChainUnit | undefined;
}

/** Why a caller cannot take a step now, as a code that the module's words explain; `undefined` when he can. */
export function whyNot(actor: Actor, step: LevelStep, at: Standing): string | undefined {
  if (at.isClosed || at.state === 'settled') return 'complaint_closed';
  if (!actsAt(actor, at.level)) return 'at_level_above';
  const isAtOrigin = at.level.id === at.origin.id;
  if (isAtOrigin && step !== 'passUp') return 'at_origin';
  if (step === 'passUp' && !at.above) return 'nobody_above';
  return levelLife.steps[step].from.some((from) => from === at.state) ? undefined : 'done_already';
}

/** Whether the caller's right reaches up to that unit: who works in a shop below it waits for its word. */
const actsAt = (actor: Actor, { path }: ChainUnit): boolean =>
  actor.kind === 'system' || (inScope(actor, path) && can(actor, 'complaints.handle', path));

/** Steps of a level, allowed or not; none for one who only looks. */
export function stepsFor(actor: Actor, at: Standing): StepState[] {
  if (!can(actor, 'complaints.handle', at.origin.path)) return [];
  return levelSteps.map((step) => {
    const reason = whyNot(actor, step, at);
    return reason === undefined ? { step, allowed: true } : { step, allowed: false, reason };
  });
}
