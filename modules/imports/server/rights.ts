import { type Actor, can } from '#platform/actor.ts';
import { forbidden } from '#platform/problem.ts';
import { type ImportKind, importKinds, kinds } from '../judge/kinds.ts';

/** A list of employees is for who keeps them, besides importing: everywhere from the place down to which it belongs. */
export function refuseKind(actor: Actor, kind: ImportKind, orgPath: string): void {
  const { needs } = kinds[kind];
  if (needs !== null && !can(actor, needs, orgPath)) throw forbidden(needs);
}

/** The kinds whose lists are shown to the actor, of those he asks for. */
export const kindsFor = (actor: Actor, wanted: ImportKind | undefined): ImportKind[] =>
  importKinds.filter((kind) => {
    const { needs } = kinds[kind];
    return (wanted ?? kind) === kind && (needs === null || can(actor, needs));
  });
