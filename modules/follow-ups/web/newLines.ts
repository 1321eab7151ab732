import { newKey } from '#web/api.ts';
import type { ComplaintDraft, MatterDraft, Talk } from './talk.ts';

export const newMatter = (): MatterDraft => ({
  key: newKey(),
  kind: 'demand',
  content: '',
  isAnswered: false,
  solution: '',
});
/** The kind that the answers point to; the caller chooses another where they mislead. */
export function complaintFrom({ answers }: Talk): ComplaintDraft {
  const blank = { content: '', aboutWhom: '' };
  if (answers.attitude === 'poor') return { kind: 'serviceAttitude', ...blank };
  if (answers.explained === 'no') return { kind: 'price', ...blank };
  if (answers.onTime === 'late' && answers.repaired === 'yes') {
    return { kind: 'timeliness', ...blank };
  }
  return { kind: 'repairTechnique', ...blank };
}
