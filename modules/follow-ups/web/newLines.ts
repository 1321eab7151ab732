import { newKey } from '#web/api.ts';
import type { ComplaintDraft, MatterDraft } from './talk.ts';

export const newMatter = (): MatterDraft => ({
  key: newKey(),
  kind: 'demand',
  content: '',
  isAnswered: false,
  solution: '',
});
export const newComplaint: ComplaintDraft = { kind: 'serviceAttitude', content: '', aboutWhom: '' };
