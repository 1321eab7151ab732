import { unitById } from '#modules/organisation/server/index.ts';
import { peopleEvents } from '#modules/people/events.ts';
import {
  assignRoles,
  type Entered,
  enterAs,
  giveRoles,
  insertEmployee,
  type Visitor,
} from '#modules/people/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { TurnedAwayFor } from '../contract.ts';
import { signOnEvents } from '../events.ts';
import { lockProvider, type ProviderRow } from './queries.ts';
import { insertLink, linkOf, linksOf, matchOf, noteUse } from './queries-links.ts';
import type { Vouched } from './vouched.ts';

/** Nobody comes in, and nothing that was begun for him stays. */
export class TurnedAway extends Error {
  readonly reason: TurnedAwayFor;
  constructor(reason: TurnedAwayFor) {
    super(reason);
    this.reason = reason;
  }
}

/** Signs in for whom a provider has vouched. @throws TurnedAway who is unknown, shut out or gone */
export async function signOn(
  work: Work,
  provider: ProviderRow,
  who: Vouched,
  visitor: Visitor,
): Promise<Entered> {
  const link =
    (await linkOf(work, who.issuer, who.subject)) ?? (await firstLink(work, provider, who));
  const { employeeId } = link;
  await takeRolesFrom(work, provider, who, employeeId);
  const factor = who.hasFactor ? 'provider' : undefined;
  const entered = await enterAs(work, employeeId, visitor, factor);
  if (!entered) throw new TurnedAway('sign_on_unknown');
  await noteUse(work, link.id, entered.sessionId, who.username);
  return entered;
}

/** Two first sign-ons of one person at the same moment make one link: the second waits, and finds it. */
async function firstLink(work: Work, provider: ProviderRow, who: Vouched) {
  await lockProvider(work, provider.id);
  const link = await linkOf(work, who.issuer, who.subject);
  if (link) return link;
  refuseForeignDomain(provider, who);
  const employeeId = (await matched(work, provider, who)) ?? (await putOnFile(work, provider, who));
  if (employeeId === undefined) throw new TurnedAway('sign_on_unknown');
  return addLink(work, provider, who, employeeId);
}

/** Links an account elsewhere to the person who is signed in. @throws TurnedAway if it is somebody else’s already */
export async function linkOwn(work: Work, provider: ProviderRow, who: Vouched): Promise<void> {
  await lockProvider(work, provider.id);
  refuseForeignDomain(provider, who);
  const employeeId = work.actor.id;
  const link = await linkOf(work, who.issuer, who.subject);
  if (link?.employeeId === employeeId) return;
  const own = await linksOf(work, employeeId);
  if (link || own.some(({ providerId }) => providerId === provider.id))
    throw new TurnedAway('sign_on_taken');
  await addLink(work, provider, who, employeeId);
}

async function addLink(work: Work, provider: ProviderRow, who: Vouched, employeeId: string) {
  const { issuer, subject, username: shownAs } = who;
  const providerId = provider.id;
  const link = await insertLink(work, { providerId, employeeId, issuer, subject, shownAs });
  const about = { type: 'employee', id: employeeId };
  await work.emit(signOnEvents.linked, { employeeId, providerId, shownAs }, about);
  return link;
}

function refuseForeignDomain({ emailDomains }: ProviderRow, { emailDomain }: Vouched): void {
  if (emailDomains.length > 0 && !emailDomains.includes(emailDomain))
    throw new TurnedAway('sign_on_unknown');
}

const matched = async (work: Work, { matchesUsername, id }: ProviderRow, { username }: Vouched) =>
  matchesUsername && username !== '' ? matchOf(work, username, id) : undefined;

async function putOnFile(work: Work, { newRoleKey, newUnitId }: ProviderRow, { name }: Vouched) {
  if (newRoleKey === null || newUnitId === null) return undefined;
  const unit = (await unitById(work, newUnitId))!;
  if (unit.closedAt) return undefined;
  const place = { orgUnitId: unit.id, orgPath: unit.path };
  const { id: employeeId } = await insertEmployee(work, { ...place, name });
  await giveRoles(work, employeeId, [newRoleKey], unit.path);
  const about = { type: 'employee', id: employeeId, orgPath: unit.path };
  await work.emit(peopleEvents.employeeAdded, { employeeId, name }, about);
  return employeeId;
}

/** Roles that groups over there stand for come and go with them; all other roles stay as they are given here. */
async function takeRolesFrom(
  work: Work,
  provider: ProviderRow,
  { groups }: Vouched,
  employeeId: string,
): Promise<void> {
  const mapped = provider.groupRoles as { group: string; roleKey: string }[];
  if (provider.groupClaim === '' || mapped.length === 0) return;
  const ruled = new Set(mapped.map(({ roleKey }) => roleKey));
  const given = mapped.filter(({ group }) => groups.includes(group)).map(({ roleKey }) => roleKey);
  await assignRoles(work, employeeId, (held) => [
    ...new Set([...held.filter((key) => !ruled.has(key)), ...given]),
  ]);
}
