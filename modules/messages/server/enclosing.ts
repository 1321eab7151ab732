import { buffer } from 'node:stream/consumers';
import type { FileStore } from '#platform/files.ts';
import type { Work } from '#platform/work.ts';
import type { MessageRow } from './queries.ts';

/** A file that goes with a message, as it lies in the house. */
export interface Enclosed {
  sha256: string;
  fileName: string;
  contentType: string;
}
/** The same with its bytes, as it goes into a mail. */
export interface Attachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

type Enclosing = (work: Work, aboutId: string) => Promise<Enclosed | null>;
const enclosing = new Map<string, Enclosing>();
/** Says which file a mail about something brings along; `null`: it is gone, and the mail does not leave without it. */
export function defineEnclosing(aboutType: string, enclosedWith: Enclosing): void {
  enclosing.set(aboutType, enclosedWith);
}

/** What goes with a message: one file, nothing (`undefined`), or one that is gone (`null`). */
export async function enclosedIn(
  work: Work,
  { channel, aboutType, aboutId }: MessageRow,
): Promise<Enclosed | null | undefined> {
  if (channel !== 'email' || aboutId === null) return undefined;
  return enclosing.get(aboutType ?? '')?.(work, aboutId);
}

export async function attachmentOf(
  files: Pick<FileStore, 'read'>,
  tenantId: string,
  { sha256, fileName, contentType }: Enclosed,
): Promise<Attachment> {
  const content = await buffer(files.read(tenantId, sha256));
  return { filename: fileName, contentType, content };
}
