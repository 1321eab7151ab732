import { archiveSentences } from './events-archive.ts';
import { complaintsSentences } from './events-complaints.ts';
import { contactsSentences } from './events-contacts.ts';
import { houseSentences } from './events-house.ts';
import { workshopSentences } from './events-workshop.ts';
import type { Sentences } from './sentences.ts';

/** A sentence for every event of the product, in both languages; an event without one is told by its own name. */
export const eventSentences: Sentences = {
  ...archiveSentences,
  ...workshopSentences,
  ...contactsSentences,
  ...complaintsSentences,
  ...houseSentences,
};
