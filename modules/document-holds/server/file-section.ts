import { addFileSection } from '#modules/complaints/server/index.ts';
import { type HoldWord, holdWords } from '../locales/words.ts';
import { holdsOfComplaint } from './queries.ts';

/** What holds the evidence of a complaint, on its printed file (CMP-11, CMP-18). */
addFileSection(async (work, { complaintId, language, said, at }) => {
  const rows = await holdsOfComplaint(work, complaintId);
  if (rows.length === 0) return undefined;
  const words = holdWords[language];
  const say = (key: HoldWord) => words[key];
  return {
    title: say('title'),
    head: [say('placedAt'), say('placedBy'), say('reason'), say('until'), say('rule')],
    rows: rows.map((row) => [
      at(row.placedAt),
      row.placedByName || say('bySystem'),
      [row.origin === 'complaint' ? say('ofComplaint') : said(row.reason), said(row.authorityFile)]
        .filter(Boolean)
        .join(' · '),
      row.untilAt ? at(row.untilAt) : say(row.origin === 'complaint' ? 'whileOpen' : 'untilLifted'),
      row.ruleSource,
    ]),
  };
});
