import type { FastifyInstance } from 'fastify';
import type { DiskWatch } from '#platform/disk.ts';
import { Problem } from '#platform/problem.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** While the disk is full, reading goes on and everything else is answered with what to do (G-09). */
export function refuseWritesWhenFull(http: FastifyInstance, disk: DiskWatch): void {
  http.addHook('onRequest', async (request) => {
    if (disk.isFull && !reading.has(request.method)) throw new Problem(503, 'storage_full');
  });
}
