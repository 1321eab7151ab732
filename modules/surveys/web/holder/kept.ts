import type { GivenAnswer } from '../../contract-answers.ts';

const keyOf = (invitationId: string) => `jingming.survey.${invitationId}`;

/** What was answered so far on this telephone: over a reload, a closed page, a lost connection. */
export function keptAnswers(invitationId: string): Map<string, GivenAnswer> {
  try {
    const kept = localStorage.getItem(keyOf(invitationId));
    const answers = kept === null ? [] : (JSON.parse(kept) as GivenAnswer[]);
    return new Map(answers.map((answer) => [answer.key, answer]));
  } catch {
    return new Map();
  }
}

export function keepAnswers(invitationId: string, answers: ReadonlyMap<string, GivenAnswer>): void {
  try {
    if (answers.size === 0) localStorage.removeItem(keyOf(invitationId));
    else localStorage.setItem(keyOf(invitationId), JSON.stringify([...answers.values()]));
  } catch {
    // Full or switched off: the page itself still holds them.
  }
}
