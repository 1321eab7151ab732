import { addFileSection } from '#modules/complaints/server/index.ts';
import { type LevelWord, levelWords } from '../locales/words.ts';
import { entriesOf } from './queries.ts';

/** The way of a complaint through the levels, on its printed file (CMP-11, CMP-16): who passed it where, when and why. */
addFileSection(async (work, { complaintId, language, said, at }) => {
  const entries = await entriesOf(work, complaintId);
  if (entries.length === 0) return undefined;
  const words = levelWords[language];
  const say = (key: LevelWord) => words[key];
  return {
    title: say('levels'),
    head: [say('fileAt'), say('fileBy'), say('fileStep'), say('fileWay'), say('why')],
    rows: entries
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map((entry) => [
        at(entry.at),
        entry.byName ?? say('bySystem'),
        say(entry.step as LevelWord),
        entry.fromId === entry.toId ? entry.toName : `${entry.fromName} → ${entry.toName}`,
        said(entry.words),
      ]),
  };
});
