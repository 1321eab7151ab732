import type { Actor } from '#platform/actor.ts';
import { maskName } from '#shared/names.ts';
import { maskPhone } from '#shared/phones.ts';

/** Of a complaint `c`: the unit above that took it over, and whether the caller asked for the persons with a reason. */
export const wallColumns = `
          (select u.path from complaint_levels l
             join org_units u on u.tenant_id = l.tenant_id and u.id = l.level_unit_id
            where l.tenant_id = c.tenant_id and l.complaint_id = c.id and l.state = 'takenOver') as taken_over_path,
          exists (select from complaint_level_entries e
            where e.tenant_id = c.tenant_id and e.complaint_id = c.id and e.step = 'reveal' and e.by_id = :me) as is_revealed`;

export interface WallRow {
  takenOverPath: string | null;
  isRevealed: boolean;
}
interface Standing extends WallRow {
  orgPath: string;
  handlerId: string | null;
  createdBy: string | null;
}

/**
 * Whether name and phone stay masked for a caller of a tier above: until his level took the complaint over, he has it in
 * hand or put it on record himself, or asked with a reason that stands beside the steps (CMP-16, CMP-18; PIPL 6).
 */
export function isWalled(actor: Actor, row: Standing): boolean {
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
