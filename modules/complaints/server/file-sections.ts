import type { Language } from '#platform/words.ts';
import type { Work } from '#platform/work.ts';

/** A part of a complaint's file that another module keeps: rows under a heading, each as wide as its `head` has words. */
export interface FileSection {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Asked {
  complaintId: string;
  language: Language;
  /** Words that somebody wrote, as this reader may see them. */
  said: (words: string) => string;
  at: (instant: Date) => string;
}
type Section = (work: Work, asked: Asked) => Promise<FileSection | undefined>;
const sections: Section[] = [];

/** Puts a part into every complaint's file that has something of it (CMP-11). Declared when its module is loaded. */
export const addFileSection = (section: Section): void => {
  sections.push(section);
};

/** What other modules have to say to a complaint's file. */
export async function sectionsOf(work: Work, asked: Asked): Promise<FileSection[]> {
  const found: FileSection[] = [];
  for (const section of sections) {
    const said = await section(work, asked);
    if (said) found.push(said);
  }
  return found;
}
