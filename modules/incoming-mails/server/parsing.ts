import { HelperFault, HelperProcess } from '#platform/helper-process.ts';
import type { MailOrder, ParsedMail } from './mail-worker.ts';

/** A letter of forty megabytes and what it is decoded to; nobody's letter takes half a minute. */
const reader = new HelperProcess<MailOrder, ParsedMail>(
  new URL('./mail-worker.ts', import.meta.url),
  {
    waiting: 50,
    ms: 15_000,
    memoryMb: 512,
  },
);

const nobody: ParsedMail = {
  ...{ fromAddress: '', fromName: '', subject: '', body: '', messageId: '', sentAt: null },
  ...{ isBodyCut: false, isBroken: true, mentions: [], headers: [], parts: [], identity: '' },
};

/**
 * Reads a letter in a process of its own. One that ends the process is read by its head alone, and where that is not to be
 * read either it comes without words: no letter is lost, and none stands in the way of the next.
 * @param warn hears of a letter that ended the process, by what it did to it.
 * @throws HelperFault `busy` or `stopped`: it was not looked at, ask again.
 */
export async function parsed(
  where: Pick<MailOrder, 'path' | 'folder'>,
  warn: (message: string, error: unknown) => void,
): Promise<ParsedMail> {
  for (const isHeadOnly of [false, true]) {
    try {
      return await reader.ask({ ...where, isHeadOnly });
    } catch (error) {
      if (!(error instanceof HelperFault)) throw error;
      if (error.kind === 'busy' || error.kind === 'stopped') throw error;
      warn('a letter ended the process that read it', error);
    }
  }
  return nobody;
}

/** Ends the process when the program stops. */
export const stopReadingMail = () => reader.close();
