import { type Actor, can } from '#platform/actor.ts';
import { wire } from '#platform/wire.ts';
import type { StepState } from '#shared/fields.ts';
import type { RightsAct, RightsRequest } from '../contract-requests.ts';
import type { RightsKind } from '../lifecycle.ts';
import type { ShownRightsRow } from './queries-requests.ts';

/** What answers a request, by what it asks for; the first is what is usually done. */
const answeredBy: Record<RightsKind, readonly RightsAct[]> = {
  access: ['answer'],
  copy: ['copy'],
  correction: ['correct', 'answer'],
  deletion: ['erase'],
  restriction: ['restrict'],
  withdrawal: ['withdraw'],
};
const needs: Record<RightsAct, string> = {
  answer: 'customers.export',
  correct: 'customers.edit',
  copy: 'customers.export',
  erase: 'organisation.manage',
  restrict: 'customers.edit',
  withdraw: 'customers.edit',
  extend: 'customers.export',
  refuse: 'customers.export',
  assign: 'customers.export',
};

/** What may be done about it, and what not and why; nothing once it is closed. */
function stepsOf(actor: Actor, row: ShownRightsRow): StepState[] {
  if (row.state !== 'open') return [];
  const acts = [...answeredBy[row.kind as RightsKind], 'extend', 'refuse', 'assign'] as const;
  return acts.map((step) => {
    if (!can(actor, needs[step as RightsAct], row.orgPath)) {
      return { step, allowed: false, reason: 'not_yours' };
    }
    return step === 'extend' && row.extendedAt
      ? { step, allowed: false, reason: 'extended_already' }
      : { step, allowed: true };
  });
}

export function shownRequest(actor: Actor, row: ShownRightsRow): RightsRequest {
  const { id, number, customerId, customerName, askedByName, wish, termDays, termSource } = row;
  const { extendReason, answer, complainWay, evidenceType, evidenceId, version } = row;
  const { decidedByName, ownerName } = row;
  const { receivedAt, dueAt, extendedAt, decidedAt, warnAt } = wire(row);
  return {
    ...{ id, number, customerId, customerName, askedByName, wish, termDays, termSource },
    ...{ extendReason, answer, complainWay, evidenceType, evidenceId, version },
    ...{ decidedByName, ownerName, receivedAt, dueAt, extendedAt, decidedAt, warnAt },
    sum: row.sum,
    kind: row.kind as RightsRequest['kind'],
    channel: row.channel as RightsRequest['channel'],
    identityBy: row.identityBy as RightsRequest['identityBy'],
    state: row.state as RightsRequest['state'],
    steps: stepsOf(actor, row),
  };
}
