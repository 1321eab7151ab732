import { readyFileOf } from '#modules/files/server/index.ts';
import { defineEnclosing } from '#modules/messages/server/index.ts';
import { letterById } from './queries.ts';

/** By mail a letter comes with its paper, the one that lies in the customer's bag (FUP-07). */
defineEnclosing('letter', async (work, letterId) => {
  const letter = await letterById(work, letterId);
  const file = letter?.fileId ? await readyFileOf(work, letter.fileId) : undefined;
  if (!file?.sha256) return null;
  const { sha256, fileName, contentType } = file;
  return { sha256, fileName, contentType: contentType ?? 'application/pdf' };
});
