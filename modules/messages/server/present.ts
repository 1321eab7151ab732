import { type Actor, can } from '#platform/actor.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { maskPhone } from '#shared/phones.ts';
import type { MessageShown } from '../contract.ts';
import { messageLife } from '../lifecycle.ts';
import { type ShownRow, shownMessage } from './queries.ts';

/** A message as the thread shows it to who asks. */
export const shownOnThread = async (work: Work, messageId: string) =>
  presentMessage(work.actor, await shownMessage(work, messageId));

export function presentMessage(actor: Actor, row: ShownRow): MessageShown {
  const { id, customerId, direction, channel, purpose, template, subject, body, version } = row;
  const { aboutType, aboutId, state, createdByName } = row;
  const { nextTryAt, sentAt, createdAt } = wire(row);
  const isRetriable = messageLife.allowed(state).includes('retry');
  const mayRetry = isRetriable ? { allowed: true } : { allowed: false, reason: `while_${state}` };
  return {
    id,
    customerId,
    direction,
    channel,
    purpose,
    template,
    address: addressFor(actor, row.address),
    subject,
    body,
    aboutType,
    aboutId,
    state,
    waitingFor: row.heldReason as MessageShown['waitingFor'],
    attempts: row.attempts ?? 0,
    nextTryAt,
    sentAt,
    delivery: row.delivery,
    costLi: row.costLi,
    createdAt,
    createdByName,
    version,
    steps: [{ step: 'retry', ...mayRetry }],
  };
}

/** Mail keeps its first letter and domain; a telephone its ends for everybody: in full it is revealed on record (ARC-10). */
function addressFor(actor: Actor, address: string): string {
  if (!address.includes('@')) return maskPhone(address);
  return can(actor, 'customers.reveal') ? address : address.replace(/^(.).*@/, '$1***@');
}
