import type { Actor } from '#platform/actor.ts';
import { maskName } from '#shared/names.ts';
import { maskPhone } from '#shared/phones.ts';

const takenOver = (complaint: string) => `(select u.path from complaint_levels l
             join org_units u on u.tenant_id = l.tenant_id and u.id = l.level_unit_id
            where l.tenant_id = ${complaint}.tenant_id and l.complaint_id = ${complaint}.id and l.state = 'takenOver')`;
const revealed = (complaint: string) => `exists (select from complaint_level_entries e
            where e.tenant_id = ${complaint}.tenant_id and e.complaint_id = ${complaint}.id
              and e.step = 'reveal' and e.by_id = :me)`;
/** Of a complaint `c`: the unit above that took it over, and whether the caller asked for the persons with a reason. */
export const wallColumns = `
          ${takenOver('c')} as taken_over_path,
          ${revealed('c')} as is_revealed`;

/**
 * All that `isWalled` asks of a complaint as one value of JSON, for what other modules hold of it.
 * @param complaint its name in the statement
 */
export const wallJson = (complaint: string): string =>
  `jsonb_build_object('orgPath', ${complaint}.org_path, 'handlerId', ${complaint}.handler_id,
      'createdBy', ${complaint}.created_by, 'takenOverPath', ${takenOver(complaint)}, 'isRevealed', ${revealed(complaint)})`;

/**
 * `isWalled` as SQL, for a search that would tell who complained by finding it.
 * @param complaint its name in the statement
 * @param unitPath the unit of who asks, as SQL
 */
export const walledSql = (complaint: string, unitPath: string): string =>
  `(${complaint}.org_path <> ${unitPath} and ${complaint}.org_path ^@ ${unitPath}
     and ${complaint}.handler_id is distinct from :me::uuid and ${complaint}.created_by is distinct from :me::uuid
     and not coalesce(${unitPath} ^@ ${takenOver(complaint)}, false) and not ${revealed(complaint)})`;

export interface WallRow {
  takenOverPath: string | null;
  isRevealed: boolean;
}
/** Where a complaint stands towards who looks at it. */
export interface Wall extends WallRow {
  orgPath: string;
  handlerId: string | null;
  createdBy: string | null;
}

/**
 * Whether name and phone stay masked for a caller of a tier above: until his level took the complaint over, he has it in
 * hand or put it on record himself, or asked with a reason that stands beside the steps (CMP-16, CMP-18; PIPL 6).
 */
export function isWalled(actor: Actor, row: Wall): boolean {
  if (actor.kind === 'system' || actor.kind === 'link') return false;
  const { unitPath } = actor;
  if (row.orgPath === unitPath || !row.orgPath.startsWith(unitPath)) return false;
  if (row.handlerId === actor.id || row.createdBy === actor.id) return false;
  if (row.takenOverPath !== null && unitPath.startsWith(row.takenOverPath)) return false;
  return !row.isRevealed;
}

/** Who is told of in words of the list and the page, as one behind the wall sees him. */
export const maskedPerson = <Person extends { name: string; phone: string }>(
  person: Person,
): Person => ({ ...person, name: maskName(person.name), phone: maskPhone(person.phone) });
