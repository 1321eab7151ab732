import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import { fileRoutes, letterType, type StoredFile } from '../contract.ts';
import { type FileRow, readyFileOf } from './queries.ts';
import { refuseWhenUsedUp } from './quota.ts';
import { sendFile } from './sending.ts';
import { storeFile } from './storing.ts';

export function filesModule(app: FastifyInstance, host: Host): void {
  serve(app, host, fileRoutes, {
    add: async (work, { query }, { request, once }) => {
      await refuseWhenUsedUp(work);
      const stored = await host.files.put(work.actor.tenantId, request.raw);
      const fileName = (query.name ?? '文件').replace(/[\\/\p{Cc}]/gu, '_');
      return once([fileName, stored.sha256], async (writer) =>
        present(await storeFile(writer, stored, fileName)),
      );
    },
    read: async (work, { params }, { request, reply }) => {
      const file = await readyFileOf(work, params.fileId);
      if (!file || file.contentType === letterType) throw notFound();
      return sendFile(file, { host, tenantId: work.actor.tenantId, request, reply });
    },
  });
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
