import type { FastifyInstance } from 'fastify';
import { saveSetting, settingOf, unitById } from '#modules/organisation/server/index.ts';
import { can, holdsWholeHouse, inScope, topPath } from '#platform/actor.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { staffingRoutes } from '../contract.ts';
import { standardEvents } from '../events.ts';
import {
  addCertificate,
  changeCertificate,
  renewCertificate,
  withdrawCertificate,
} from './certificates.ts';
import { assess, endHolding, hold, shownCertificate, staffFileOf } from './people-on-file.ts';
import {
  changePost,
  changeStandard,
  postsOfHouse,
  standardOf,
  standingOf,
  wordingsOf,
} from './posts.ts';
import { certificatesByExpiry, regionsOfShops, shopsWithPosts, standingInAll } from './queries.ts';

/** Posts, staff files, certificates and the staffing standard on the wire. */
export function staffingModule(app: FastifyInstance, host: Host): void {
  serve(app, host, staffingRoutes, {
    listPosts: async (work) => ({ items: await postsOfHouse(work) }),
    listVersions: async (work, { params }) => ({ items: await wordingsOf(work, params.postKey) }),
    changePost: (work, { params, body }, { expectedVersion }) =>
      changePost(work, params.postKey, body, expectedVersion),
    person: (work, { params }) => staffFileOf(work, params.employeeId),
    hold: async (work, { params, body }) => {
      await hold(work, params.employeeId, body);
      return staffFileOf(work, params.employeeId);
    },
    endHolding: async (work, { params }) =>
      staffFileOf(work, await endHolding(work, params.postHoldingId)),
    assess: async (work, { params, body }) => {
      await assess(work, params.employeeId, body);
      return staffFileOf(work, params.employeeId);
    },
    addCertificate: async (work, { params, body }) =>
      shownCertificate(await addCertificate(work, params.employeeId, body)),
    changeCertificate: async (work, { params, body }, { expectedVersion }) =>
      shownCertificate(await changeCertificate(work, params.certificateId, body, expectedVersion)),
    renewCertificate: async (work, { params, body }) =>
      shownCertificate(await renewCertificate(work, params.certificateId, body)),
    withdrawCertificate: async (work, { params }) =>
      shownCertificate(await withdrawCertificate(work, params.certificateId)),
    listCertificates: async (work, { query }) => {
      const after = host.cursors.open('certificates', query.cursor);
      const rows = await certificatesByExpiry(work, {
        before: query.expiresBefore ?? null,
        afterOn: after?.[0] ? String(after[0]) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const keyOf = (row: (typeof rows)[number]) => [row.expiresOn, row.id];
      return pageOf(host.cursors, 'certificates', query, rows, keyOf, shownCertificate);
    },
    standing: async (work, { query }) => {
      const { standard, version } = await standardOf(work);
      const region = query.region ?? null;
      const after = host.cursors.open('staffing', query.cursor);
      const afterPath = after ? String(after[0]) : '';
      const shops = await shopsWithPosts(work, { region, afterPath, size: sizeOf(query) + 1 });
      const page = pageOf(
        host.cursors,
        'staffing',
        query,
        shops,
        ({ path }) => [path],
        (shop) => standingOf(shop, standard),
      );
      const inAll = await standingInAll(work, { region, standard });
      const mayChange = holdsWholeHouse(work.actor) && can(work.actor, 'people.manage', topPath);
      const regions = await regionsOfShops(work);
      const total = query.count ? { total: inAll.shops } : {};
      return { ...page, ...total, standard, version, mayChange, regions, inAll };
    },
    changeStandard: (work, { body }, { expectedVersion }) =>
      changeStandard(work, body.standard, expectedVersion!),
    classify: async (work, { params, body }) => {
      const unit = await unitById(work, params.orgUnitId);
      if (!unit || !inScope(work.actor, unit.path)) throw notFound();
      const { shopClass } = body;
      const from = await settingOf<string | null>(work, 'staffing.class', unit.path, null);
      await saveSetting(work, 'staffing.class', unit.path, shopClass);
      const told = { orgUnitId: unit.id, shopClass };
      const about = { type: 'orgUnit', id: unit.id, orgPath: unit.path };
      const changes = changesBetween({ shopClass: from }, { shopClass }, ['shopClass']);
      await work.emit(standardEvents.classified, told, about, changes);
      return told;
    },
  });
}
