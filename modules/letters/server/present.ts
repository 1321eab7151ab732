import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import type { Letter, LetterEntry } from '../contract.ts';
import { type LetterStep, letterLife } from '../lifecycle.ts';
import type { EntryRow, LetterRow } from './queries.ts';

/** `函2026-007`: the year and its running number; nothing until the letter is in the register. */
export const numberOf = ({ year, position }: Pick<EntryRow, 'year' | 'position'>): string =>
  year === null || position === null ? '' : `函${year}-${String(position).padStart(3, '0')}`;

export function presentEntry(row: EntryRow): LetterEntry {
  const { id, registeredOn, kind, purpose, way, customerId, customerName, recipient } = row;
  const { address, subject, state, sentOn, returnedOn, reason, orgUnitName, writtenByName } = row;
  const shown = {
    ...{ id, registeredOn, kind, purpose, way, customerId, customerName, recipient, address },
    ...{ subject, state, sentOn, returnedOn, reason, orgUnitName, writtenByName },
    number: numberOf(row),
  };
  return placed(shown, row.orgPath);
}

export function presentLetter(work: Work, row: LetterRow): Letter {
  const { language, body, askedByName, decidedByName, sentByName, fileId, version } = row;
  const { decidedAt, createdAt } = wire(row);
  const shown = {
    ...presentEntry(row),
    ...{ language, body, askedByName, decidedByName, sentByName, fileId, version },
    ...{ decidedAt, createdAt },
    templateName: row.isAsApproved ? (row.templateName ?? '') : '',
    needsApproval: !row.isAsApproved,
    steps: stepsOf(work, row),
  };
  return placed(shown, row.orgPath);
}

/** What this person may do with it next, and why not. */
function stepsOf({ actor }: Work, row: LetterRow): StepState[] {
  const isOwn = actor.id === row.writtenBy || actor.id === row.askedBy;
  const steps: StepState[] = [];
  for (const step of letterLife.allowed(row.state)) {
    if (isElsewhere(step, row)) continue;
    const isDecision = step === 'approve' || step === 'refuse';
    const right = isDecision ? 'followUps.supervise' : 'messages.send';
    if (!can(actor, right, row.orgPath)) steps.push({ step, allowed: false, reason: 'no_right' });
    else if (isDecision && isOwn) steps.push({ step, allowed: false, reason: 'own_words' });
    else if (step === 'send' && lacksPaper(row))
      steps.push({ step, allowed: false, reason: 'not_printed' });
    else steps.push({ step, allowed: true });
  }
  return steps;
}

/** Of two ways into the register only one stands open, and only the post brings letters back. */
const isElsewhere = (step: LetterStep, { isAsApproved, way }: LetterRow): boolean =>
  (step === 'release' && !isAsApproved) ||
  (step === 'ask' && isAsApproved) ||
  (step === 'print' && way === 'email') ||
  (step === 'takeBack' && way !== 'post');

/** Whether there is nothing yet that could be put into an envelope. */
export const lacksPaper = ({ way, state }: Pick<LetterRow, 'way' | 'state'>): boolean =>
  way !== 'email' && state !== 'printed';
