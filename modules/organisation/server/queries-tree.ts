import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { UnitRow } from './queries.ts';

const wholeTree = statement<UnitRow, object>(
  'organisation.wholeTree',
  `select * from org_units where tenant_id = :tenant and path ^@ any(:scopes) order by path limit 5000`,
);
export const unitsOfTree = (work: Work) => work.rows(wholeTree, {});

const top = statement<{ id: string }, object>(
  'organisation.lockTop',
  `select id from org_units where tenant_id = :tenant and path = '1.' for update`,
);
/** Taken before the tree changes its form: one change after the other, so that no unit comes to stand below itself. */
export const lockTree = (work: Work) => work.first(top, {});

const siblingsOf = statement<{ id: string }, { parentId: string }>(
  'organisation.siblings',
  `select id from org_units where tenant_id = :tenant and parent_id = :parentId
    order by position, path limit 10000`,
);
export const childrenInOrder = (work: Work, parentId: string) =>
  work.rows(siblingsOf, { parentId });

const inOrder = statement<never, { ids: readonly string[] }>(
  'organisation.putInOrder',
  `update org_units u set position = g.at, updated_at = :now
     from unnest(:ids::uuid[]) with ordinality as g (id, at)
    where u.tenant_id = :tenant and u.id = g.id and u.position <> g.at`,
);
export const putInOrder = (work: Work, ids: readonly string[]) => work.run(inOrder, { ids });

const stepGiven = statement<{ step: number; position: number }, { parentId: string }>(
  'organisation.giveStep',
  `update org_units p set steps_given = greatest(p.steps_given, c.children) + 1
     from (select count(*) as children, coalesce(max(position), 0) + 1 as position from org_units
            where tenant_id = :tenant and parent_id = :parentId) c
    where p.tenant_id = :tenant and p.id = :parentId
    returning p.steps_given as step, c.position`,
);
/** A step of the path that nobody below this parent ever had, and the last place in its order. */
export const giveStep = async (work: Work, parentId: string) =>
  (await work.first(stepGiven, { parentId }))!;

const sizeAt = statement<{ units: number; shops: number; records: number }, { orgPath: string }>(
  'organisation.sizeAt',
  `select count(*) as units, count(*) filter (where tier = 'shop') as shops, records_below(:orgPath) as records
     from org_units where tenant_id = :tenant and path ^@ :orgPath`,
);
export const sizeOfPlace = async (work: Work, orgPath: string) =>
  (await work.first(sizeAt, { orgPath }))!;

const leaving = statement<never, { fromPath: string }>(
  'organisation.leavePlaces',
  `insert into former_places (tenant_id, path, org_unit_id, left_at)
   select tenant_id, path, id, :now from org_units where tenant_id = :tenant and path ^@ :fromPath`,
);
const goingOn = statement<never, { fromPath: string; toPath: string }>(
  'organisation.takePlaces',
  `update org_units set path = :toPath || substr(path, length(:fromPath) + 1), updated_at = :now
    where tenant_id = :tenant and path ^@ :fromPath`,
);
/** The unit and all below it stand at another path; where they stood is kept. */
export async function changePaths(work: Work, fromPath: string, toPath: string): Promise<void> {
  await work.run(leaving, { fromPath });
  await work.run(goingOn, { fromPath, toPath });
}

const along = statement<{ moved: number }, { since: Date }>(
  'organisation.takePlacesAlong',
  'select take_places_along(:since) as moved where :tenant::uuid is not null',
);
/** Every record that stands where a unit stood goes to where that unit stands now. */
export const takeRecordsAlong = async (work: Work, since: Date) =>
  (await work.first(along, { since }))!.moved;

const openAbove = statement<
  { unitId: string; orgUnitId: string; orgPath: string },
  { unitIds: readonly string[] }
>(
  'organisation.openAbove',
  `with recursive up as (
     select id as unit_id, id, parent_id, path, closed_at from org_units
      where tenant_id = :tenant and id = any(:unitIds::uuid[]) and closed_at is not null
     union all
     select up.unit_id, p.id, p.parent_id, p.path, p.closed_at from up
       join org_units p on p.tenant_id = :tenant and p.id = up.parent_id
      where up.closed_at is not null)
   select unit_id, id as org_unit_id, path as org_path from up where closed_at is null limit 5000`,
);
/** For each of these units that is closed the nearest above it that is open; the top always is. */
export const openUnitsAbove = (work: Work, unitIds: readonly string[]) =>
  work.rows(openAbove, { unitIds });

const openBelow = statement<{ units: number }, { orgPath: string }>(
  'organisation.openBelow',
  `select count(*) as units from org_units
    where tenant_id = :tenant and path ^@ :orgPath and path <> :orgPath and closed_at is null`,
);
export const openUnitsBelow = async (work: Work, orgPath: string) =>
  (await work.first(openBelow, { orgPath }))!.units;
