import { useLanguage, useWords } from '#web/useWords.ts';
import type { AuditEntry } from '../contract.ts';
import { eventSentences } from '../locales/events.ts';
import { auditWords } from '../locales/words.ts';

type Known = keyof (typeof auditWords)['zh-CN'];

/** An entry said in the words of the house: who, what, to which record. */
export function useEntryWords() {
  const say = useWords(auditWords);
  const language = useLanguage();
  const at = language === 'zh-CN' ? 0 : 1;
  return {
    sentenceOf: (event: string) => eventSentences[event]?.[at] ?? event,
    whoOf: ({ actorKind, actorName, actingForName }: AuditEntry) => {
      const name = actorKind === 'system' ? say('system') : actorName;
      if (actingForName === null) return name;
      const standing = say('standingInFor', { name: actingForName });
      return language === 'zh-CN' ? `${name}（${standing}）` : `${name} (${standing})`;
    },
    didOf: ({ event }: AuditEntry) => eventSentences[event]?.[at] ?? event,
    recordOf: ({ aboutType, aboutName }: AuditEntry) => {
      const kind = aboutType ? kindOf(say, aboutType) : '';
      return [kind, aboutName].filter(Boolean).join(' ');
    },
  };
}

const kindOf = (say: (key: Known) => string, type: string): string =>
  type in auditWords['zh-CN'] ? say(type as Known) : type;
