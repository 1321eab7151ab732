import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { sizeOf } from '#platform/page.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { type JobPackage, jobPackageRoutes } from '../contract.ts';
import { pageAsked } from './listing.ts';
import {
  addPackage,
  changePackage,
  endPackage,
  packageAt,
  type WrittenPackage,
} from './package-editions.ts';
import { type Worth, worthsOf } from './packages.ts';
import { placeAsked, today } from './places.ts';
import { editionsOf, type PackageRow, pageOfPackages } from './queries-packages.ts';

/** The packages of the price list, served. */
export function servePackages(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, jobPackageRoutes, {
    list: async (work, { query }) => {
      const { orgPath } = await placeAsked(work, query.orgUnitId);
      const where = { orgPath, day: query.day ?? today(work) };
      const after = cursors.open('jobPackages', query.cursor);
      const size = sizeOf(query);
      const asked = { withEnded: query.withEnded ?? false, ...pageAsked({ q: query.q ?? '' }) };
      const rows = await pageOfPackages(work, where, asked, after, size + 1);
      const page = rows.slice(0, size);
      const worths = await worthsOf(work, where, page);
      const last = rows.length > size ? page.at(-1) : undefined;
      return {
        items: page.map((row, at) => shownPackage(row, worths[at]!, orgPath)),
        nextCursor: last ? cursors.seal('jobPackages', [last.code, last.model]) : null,
      };
    },
    history: async (work, { params, query }) => {
      const { item, place } = await packageAt(work, params.jobPackageId, query.orgUnitId);
      const rows = await editionsOf(work, item, place.orgPath);
      return {
        items: rows.map((row) => {
          const { id, code, model, name, priceFen, validFrom, validUntil } = row;
          const { standing, orgUnitName, createdByName } = row;
          return {
            ...{ id, code, model, name, priceFen, validFrom, validUntil },
            standing: standing as 'offered',
            ...{ orgUnitName, createdByName },
            ...wire({ createdAt: row.createdAt }),
          };
        }),
      };
    },
    add: async (work, { body }) => written(work, await addPackage(work, body)),
    change: async (work, { params, body }) =>
      written(work, await changePackage(work, params.jobPackageId, body)),
    end: async (work, { params, body }) =>
      written(work, await endPackage(work, params.jobPackageId, body)),
  });
}

async function written(work: Work, { row, place }: WrittenPackage): Promise<JobPackage> {
  const where = { orgPath: place.orgPath, day: row.validFrom };
  const [worth] = await worthsOf(work, where, [row]);
  return shownPackage(row, worth!, place.orgPath);
}

function shownPackage(row: PackageRow, worth: Worth, orgPath: string): JobPackage {
  const { id, code, model, name, priceFen, validFrom, validUntil, nextFrom } = row;
  const { fault, missing, sumFen, amountFen, found } = worth;
  return {
    ...{ id, code, model, name, priceFen, validFrom, validUntil, nextFrom },
    standing: row.standing as JobPackage['standing'],
    ...{ fault, missing, sumFen, amountFen },
    lines: found.map(({ kind, code, quantityThousandths, item }) => ({
      ...{ kind, code, quantityThousandths },
      name: item?.name ?? '',
      measure: item?.measure ?? '',
      unitFen: item?.amountFen ?? null,
    })),
    orgUnitId: row.orgUnitId,
    orgUnitName: row.orgUnitName,
    isOwn: row.orgPath === orgPath,
  };
}
