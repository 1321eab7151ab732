import { type Static, Type } from 'typebox';
import { count, id, instant, line, nullable } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** A letter byte for byte as it came: no one masks what stands in it, so that its own record's route alone gives it out. */
export const letterType = 'message/rfc822';

export const storedFile = shape(
  {
    id,
    fileName: line(200),
    contentType: line(120),
    sizeBytes: count,
    width: nullable(count),
    height: nullable(count),
    createdAt: instant,
  },
  { $id: 'File' },
);
export type StoredFile = Static<typeof storedFile>;

export const fileRoutes = {
  add: route({
    id: 'files.add',
    method: 'POST',
    path: '/files',
    summary: 'Store a file: the body is its bytes, streamed; its kind is told by its content',
    access: 'signedIn',
    kind: 'upload',
    rate: 'heavy',
    query: shape({ name: Type.Optional(line(200)) }),
    reply: storedFile,
    status: 201,
    problems: [
      'file_kind_refused',
      'file_too_large',
      'picture_broken',
      'storage_full',
      'uploads_used_up',
    ],
  }),
  read: route({
    id: 'files.read',
    audit: 'read',
    method: 'GET',
    path: '/files/:fileId',
    summary: 'A file’s bytes, or one range of them',
    access: 'signedIn',
    about: 'file',
    kind: 'stream',
    personal: true,
    params: shape({ fileId: id }),
    reply: Type.Unknown({ description: 'bytes' }),
    problems: ['range_outside'],
  }),
};
