import type { FastifyInstance } from 'fastify';
import { can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { type EmployeeDetail, staffRoutes } from '../contract.ts';
import { employmentLife } from '../lifecycle.ts';
import { openWorkOf } from './open-work.ts';
import { isAbove } from './policy.ts';
import { handoversOfLeaver, handoversOfRecord, whatEnds } from './queries-handing-over.ts';
import { employeeById, type StaffRow } from './queries-staff.ts';
import { pageOfStandIns } from './queries-stand-ins.ts';
import { changeEmployee, leave, resetPassword, takeStep } from './staff.ts';
import { endStandIn, nameStandIn, shownStandIn } from './stand-ins.ts';

export function serveStaff(app: FastifyInstance, host: Host): void {
  serve(app, host, staffRoutes, {
    read: (work, { params }) => detailOf(work, params.employeeId),
    change: async (work, { params, body }, { expectedVersion }) => {
      await changeEmployee(work, params.employeeId, body, expectedVersion);
      return detailOf(work, params.employeeId);
    },
    openWork: async (work, { params }) => {
      if (!(await employeeById(work, params.employeeId))) throw notFound();
      const items = await openWorkOf(work, params.employeeId);
      return { items, ...(await whatEnds(work, params.employeeId)) };
    },
    listHandovers: async (work, { params }) => {
      if (!(await employeeById(work, params.employeeId))) throw notFound();
      return { items: (await handoversOfLeaver(work, params.employeeId)).map(wire) };
    },
    listHandoversOf: async (work, { query }) => ({
      items: (await handoversOfRecord(work, query.aboutId)).map(wire),
    }),
    goAway: async (work, { params }, { expectedVersion }) => {
      await takeStep(work, params.employeeId, 'goAway', expectedVersion);
      return detailOf(work, params.employeeId);
    },
    comeBack: async (work, { params }, { expectedVersion }) => {
      await takeStep(work, params.employeeId, 'comeBack', expectedVersion);
      return detailOf(work, params.employeeId);
    },
    leave: async (work, { params, body }, { expectedVersion }) => {
      await leave(work, params.employeeId, body, expectedVersion);
      return detailOf(work, params.employeeId);
    },
    resetPassword: async (work, { params, body }) => {
      await resetPassword(work, params.employeeId, body);
      return detailOf(work, params.employeeId);
    },
    listStandIns: async (work, { query }) => {
      const after = host.cursors.open('stand-ins', query.cursor)?.[0];
      const rows = await pageOfStandIns(work, {
        employeeId: query.employeeId ?? null,
        running: query.running ?? null,
        afterId: after === undefined ? null : String(after),
        size: sizeOf(query) + 1,
      });
      const present = (row: (typeof rows)[number]) => shownStandIn(work, row);
      return pageOf(host.cursors, 'stand-ins', query, rows, ({ id }) => [id], present);
    },
    nameStandIn: async (work, { params, body }) =>
      shownStandIn(work, await nameStandIn(work, params.employeeId, body)),
    endStandIn: async (work, { params }) =>
      shownStandIn(work, await endStandIn(work, params.standInId)),
  });
}

async function detailOf(work: Work, employeeId: string): Promise<EmployeeDetail> {
  const row = await employeeById(work, employeeId);
  if (!row) throw notFound();
  const { id, name, post, phone, orgUnitId, orgUnitName, state, username, roleKeys } = row;
  const mayChange = can(work.actor, 'people.manage', row.orgPath) && !isAbove(work.actor, row);
  return {
    ...{ id, name, post, phone, orgUnitId, orgUnitName, state, username, roleKeys },
    version: row.version,
    lacksFactor: row.lacksFactor,
    mayChange,
    steps: stepsOf(work, row),
  };
}

function stepsOf(work: Work, row: StaffRow): EmployeeDetail['steps'] {
  if (!can(work.actor, 'people.manage', row.orgPath)) return [];
  const reason = isAbove(work.actor, row) ? 'above_own' : `while_${row.state}`;
  const possible: string[] = isAbove(work.actor, row) ? [] : employmentLife.allowed(row.state);
  return Object.keys(employmentLife.steps).map((step) =>
    possible.includes(step) ? { step, allowed: true } : { step, allowed: false, reason },
  );
}
