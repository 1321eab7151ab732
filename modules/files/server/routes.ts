import type { FastifyInstance } from 'fastify';
import { rangeOf } from '#platform/byte-range.ts';
import { disposition } from '#platform/disposition.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { fileRoutes, type StoredFile } from '../contract.ts';
import { fileEvents } from '../events.ts';
import { type FileRow, insertFile, readyFileOf } from './queries.ts';
import { countUpload, refuseWhenUsedUp } from './quota.ts';

/** What a browser may show in the page; anything else is only ever saved (D-51). */
const shownInPage = new Set(['image/jpeg', 'application/pdf']);

export function filesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, fileRoutes, {
    add: async (work, { query }, { request, once }) => {
      await refuseWhenUsedUp(work);
      const stored = await host.files.put(work.actor.tenantId, request.raw);
      const fileName = (query.name ?? '文件').replace(/[\\/\p{Cc}]/gu, '_');
      return once([fileName, stored.sha256], async (writer) =>
        present(await storeFile(writer, { ...stored, fileName, state: 'ready' })),
      );
    },
    read: async (work, { params }, { request, reply }) => {
      const file = await readyFileOf(work, params.fileId);
      if (!file) throw notFound();
      const size = file.sizeBytes!;
      const range = rangeOf(request.headers.range, size);
      const kind = shownInPage.has(file.contentType!) ? 'inline' : 'attachment';
      if (range)
        reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
      return reply
        .type(file.contentType!)
        .header('accept-ranges', 'bytes')
        .header('content-length', range ? range.end - range.start + 1 : size)
        .header('content-disposition', disposition(kind, file.fileName))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(host.files.read(work.actor.tenantId, file.sha256!, range));
    },
  });
}

async function storeFile(work: Work, row: Parameters<typeof insertFile>[1]): Promise<FileRow> {
  const file = await insertFile(work, row);
  const { id, orgPath, sha256 } = file;
  await countUpload(work, file.sizeBytes!);
  await work.emit(fileEvents.added, { fileId: id, sha256: sha256! }, { type: 'file', id, orgPath });
  return file;
}

function present(row: FileRow): StoredFile {
  const { id, fileName, contentType, sizeBytes, width, height, createdAt } = row;
  return wire({
    id,
    fileName,
    contentType: contentType!,
    sizeBytes: sizeBytes!,
    width,
    height,
    createdAt,
  });
}
