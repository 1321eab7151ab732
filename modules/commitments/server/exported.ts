import { exportList } from '#platform/exported-lists.ts';
import { commitmentRoutes } from '../contract.ts';
import { commitmentWords, ruleWords } from '../locales/words.ts';

exportList({
  route: commitmentRoutes.list,
  title: 'supervision',
  words: {
    'zh-CN': { ...ruleWords['zh-CN'], ...commitmentWords['zh-CN'] },
    en: { ...ruleWords.en, ...commitmentWords.en },
  },
  columns: [
    { key: 'subject', word: 'subject', width: 32, of: (row) => row.subject },
    { key: 'what', word: 'what', width: 20, of: (row, say) => say(row.rule) },
    { key: 'owner', word: 'owner', of: (row) => row.ownerName },
    { key: 'deadline', word: 'deadline', kind: 'instant', width: 18, of: (row) => row.dueAt },
  ],
});
