import { exportList } from '#platform/exported-lists.ts';
import { auditRoutes } from '../contract.ts';
import { eventSentences } from '../locales/events.ts';
import { recordKinds } from '../locales/kinds.ts';
import { auditWords } from '../locales/words.ts';

const sentences = (language: 0 | 1) =>
  Object.fromEntries(
    Object.entries({ ...eventSentences, ...recordKinds }).map(([key, words]) => [
      key,
      words[language],
    ]),
  );

/** Who did what, without the values: they stand in the single entry, and opening it is on record. */
exportList({
  route: auditRoutes.list,
  title: 'audit',
  words: {
    'zh-CN': { ...sentences(0), ...auditWords['zh-CN'] },
    en: { ...sentences(1), ...auditWords.en },
  },
  columns: [
    { key: 'at', word: 'at', kind: 'instant', width: 18, of: (row) => row.at },
    { key: 'who', word: 'who', width: 16, of: (row) => row.actorName },
    { key: 'what', word: 'what', width: 28, of: (row, say) => say(row.event) },
    {
      key: 'record',
      word: 'record',
      width: 28,
      of: (row, say) => [say(row.aboutType ?? ''), row.aboutName].filter(Boolean).join(' '),
    },
    { key: 'seq', word: 'place', kind: 'number', of: (row) => row.seq },
  ],
});
