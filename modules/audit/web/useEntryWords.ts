import { useLanguage, useWords } from '#web/useWords.ts';
import type { AuditEntry } from '../contract.ts';
import { eventSentences } from '../locales/events.ts';
import { fieldNames, valueNames } from '../locales/fields.ts';
import { recordKinds } from '../locales/kinds.ts';
import { auditWords } from '../locales/words.ts';

/** An entry said in the words of the house: who, what, to which record. */
export function useEntryWords() {
  const say = useWords(auditWords);
  const language = useLanguage();
  const at = language === 'zh-CN' ? 0 : 1;
  return {
    fieldOf: (field: string) => fieldNames[field]?.[at] ?? field,
    factOf: (field: string, value: string) => valueNames[`${field}.${value}`]?.[at] ?? value,
    whoOf: (entry: AuditEntry) => {
      const { actorKind, actorName, actingForName, aboutType, aboutName, isEmergency } = entry;
      // Until he is in, the house acts for the one who signs in.
      const system = aboutType === 'session' && aboutName !== null ? aboutName : say('system');
      const name = actorKind === 'system' ? system : actorName;
      const notes = [
        ...(actingForName === null ? [] : [say('standingInFor', { name: actingForName })]),
        ...(isEmergency ? [say('inEmergency')] : []),
      ];
      if (notes.length === 0) return name;
      const standing = notes.join(language === 'zh-CN' ? '，' : ', ');
      return language === 'zh-CN' ? `${name}（${standing}）` : `${name} (${standing})`;
    },
    didOf: ({ event }: AuditEntry) => eventSentences[event]?.[at] ?? event,
    recordOf: ({ aboutType, aboutName }: AuditEntry) => {
      const kind = aboutType ? (recordKinds[aboutType]?.[at] ?? aboutType) : '';
      return [kind, aboutName].filter(Boolean).join(' ');
    },
  };
}
