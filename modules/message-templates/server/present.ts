import { type Actor, inScope } from '#platform/actor.ts';
import { wire } from '#platform/wire.ts';
import type { StepState } from '#shared/fields.ts';
import type { MessageTemplate } from '../contract.ts';
import { templateLife } from '../lifecycle.ts';
import type { TemplateRow } from './queries.ts';

export function presentTemplate(actor: Actor, row: TemplateRow): MessageTemplate {
  const { id, seriesId, edition, name, purpose, channel, language, occasion, version } = row;
  const { subject, body } = row;
  const { remindsOf, providerTemplate, providerSignature, state, refusal, orgUnitName } = row;
  const { writtenByName, askedByName, decidedByName } = row;
  const { askedAt, decidedAt, updatedAt } = wire(row);
  return {
    ...{
      id,
      seriesId,
      edition,
      name,
      purpose,
      channel,
      language,
      occasion,
      subject,
      body,
      version,
    },
    ...{ remindsOf, providerTemplate, providerSignature, state, refusal, orgUnitName },
    ...{ writtenByName, askedByName, decidedByName, askedAt, decidedAt, updatedAt },
    steps: stepsOf(actor, row),
  };
}

/** What this person may do with it next, and why not. */
function stepsOf(actor: Actor, row: TemplateRow): StepState[] {
  const allowed: readonly string[] = templateLife.allowed(row.state);
  const isOwn = actor.id === row.writtenBy || actor.id === row.askedBy;
  const inTurn =
    row.state === 'approved' || row.state === 'retired' ? [...allowed, 'revise'] : allowed;
  return inTurn.map((step) => {
    if (!inScope(actor, row.orgPath)) return { step, allowed: false, reason: 'from_above' };
    const isDecision = step === 'approve' || step === 'refuse';
    return isDecision && isOwn
      ? { step, allowed: false, reason: 'own_words' }
      : { step, allowed: true };
  });
}
