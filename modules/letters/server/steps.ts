import type { RowOf } from '#database/types.generated.ts';
import type { ReminderKind } from '#modules/customers/contract.ts';
import { filePaper } from '#modules/customers/server/index.ts';
import { storeFile } from '#modules/files/server/index.ts';
import { templateInSight } from '#modules/message-templates/server/index.ts';
import { noteCarried, queueMessage, whatStandsAgainst } from '#modules/messages/server/index.ts';
import { nextInYear, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Stored } from '#platform/files.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { letterEvents } from '../events.ts';
import { letterLife } from '../lifecycle.ts';
import { lacksPaper, numberOf } from './present.ts';
import { updateLetter } from './queries.ts';
import { aboutLetter, personOf, taken } from './writing.ts';

type Letter = RowOf<'letters'>;
const todayOf = (work: Work) => dateIn(zoneOfTenant, work.now);

/** Into the register without a second person: only with the unchanged words of an approved template. */
export async function releaseLetter(work: Work, letterId: string): Promise<Letter> {
  const before = await taken(work, letterId);
  letterLife.next('release', before.state);
  if (!before.isAsApproved) throw new Problem(409, 'letter_needs_approval');
  return registered(work, before, {});
}

export async function askForLetter(work: Work, letterId: string): Promise<Letter> {
  const before = await taken(work, letterId);
  const state = letterLife.next('ask', before.state);
  const after = await updateLetter(work, letterId, { state, askedBy: person(work), reason: '' });
  await work.emit(letterEvents.asked, told(after), aboutLetter(after));
  return after;
}

/** By somebody who neither wrote it nor handed it in; with that it has its number. */
export async function approveLetter(work: Work, letterId: string): Promise<Letter> {
  const before = await taken(work, letterId);
  letterLife.next('approve', before.state);
  return registered(work, before, { decidedBy: another(work, before), decidedAt: work.now });
}

/** The next number of the unit's year: it is taken with the register's own row, so none is ever left out (FUP-07). */
async function registered(
  work: Work,
  { id, orgUnitId }: Letter,
  decided: { decidedBy?: string; decidedAt?: Date },
): Promise<Letter> {
  const after = await updateLetter(work, id, {
    ...decided,
    ...(await nextInYear(work, orgUnitId, 'letter')),
    registeredOn: todayOf(work),
    state: 'approved',
    reason: '',
  });
  await work.emit(letterEvents.registered, toldNumber(after), aboutLetter(after));
  return after;
}

export async function refuseLetter(work: Work, letterId: string, why: string): Promise<Letter> {
  const before = await taken(work, letterId);
  const state = letterLife.next('refuse', before.state);
  const decided = { decidedBy: another(work, before), decidedAt: work.now };
  const reason = why.trim();
  const after = await updateLetter(work, letterId, { state, ...decided, reason });
  await work.emit(letterEvents.refused, { ...told(after), reason }, aboutLetter(after));
  return after;
}

export async function notePrinted(work: Work, letterId: string): Promise<Letter> {
  const before = await taken(work, letterId);
  const state = letterLife.next('print', before.state);
  const after = await updateLetter(work, letterId, { state, printedAt: work.now });
  await work.emit(letterEvents.printed, toldNumber(after), aboutLetter(after));
  return after;
}

/** Whether it could go now. @throws Problem 409 without paper; 422 for what stands against it (CAR-04) */
export async function refuseSending(work: Work, row: Letter, email: string): Promise<void> {
  letterLife.next('send', row.state);
  if (lacksPaper(row)) throw new Problem(409, 'letter_not_printed');
  const address = row.way === 'email' ? email : row.address;
  if (row.way === 'post' && address === '') throw new Problem(422, 'letter_no_address');
  if (row.way === 'email' && !/^[^@\s<>]+@[^@\s<>]+$/.test(address)) {
    throw ruleBroken('/email', 'letter_no_address');
  }
  const { customerId, purpose, orgPath } = row;
  const channel = row.way === 'email' ? 'email' : 'letter';
  const remindsOf = await remindedOf(work, row);
  const asked = { customerId, purpose, orgPath, channel, address, aboutType: 'letter' } as const;
  const reason = await whatStandsAgainst(work, { ...asked, remindsOf });
  if (reason) throw new Problem(422, `letter_${reason}`);
}

/** What its template reminds of; an advertisement of our own words is an offer. */
async function remindedOf(work: Work, { templateId, purpose }: Letter): Promise<ReminderKind | ''> {
  const template = templateId === null ? undefined : await templateInSight(work, templateId);
  if (template && template.remindsOf !== '') return template.remindsOf;
  return purpose === 'marketing' ? 'offer' : '';
}

/** It leaves the house: noted in the thread, its PDF in the customer's bag (FUP-07). By mail the outbox carries it. */
export async function sendLetter(
  work: Work,
  letterId: string,
  { email, stored }: { email: string; stored: Stored },
): Promise<Letter> {
  const before = await taken(work, letterId);
  await refuseSending(work, before, email);
  const { customerId, purpose, subject, body, way } = before;
  const number = numberOf(before);
  const about = { type: 'letter', id: letterId };
  const remindsOf = await remindedOf(work, before);
  const outgoing = { customerId, purpose, subject, body, about, remindsOf };
  if (way === 'email') {
    await queueMessage(work, { ...outgoing, channel: 'email', template: number, address: email });
  } else {
    await noteCarried(work, { ...outgoing, channel: 'letter', template: number, address: '' });
  }
  const file = await storeFile(work, stored, `${number}.pdf`);
  const title = `${number} ${subject}`.slice(0, 120);
  await filePaper(work, customerId, { fileId: file.id, kind: 'letter', title });
  const after = await updateLetter(work, letterId, {
    ...{ state: letterLife.next('send', before.state), fileId: file.id },
    ...{ sentOn: todayOf(work), sentBy: personOf(work) },
  });
  await work.emit(letterEvents.sent, { ...toldNumber(after), way }, aboutLetter(after));
  return after;
}

/** The post brought it back. */
export async function takeLetterBack(work: Work, letterId: string, why: string): Promise<Letter> {
  const before = await taken(work, letterId);
  const state = letterLife.next('takeBack', before.state);
  if (before.way !== 'post') throw new Problem(409, 'letter_not_posted');
  const reason = why.trim();
  const after = await updateLetter(work, letterId, { state, reason, returnedOn: todayOf(work) });
  await work.emit(letterEvents.returned, { ...toldNumber(after), reason }, aboutLetter(after));
  return after;
}

export async function withdrawLetter(work: Work, letterId: string, why: string): Promise<Letter> {
  const before = await taken(work, letterId);
  const state = letterLife.next('withdraw', before.state);
  const reason = why.trim();
  const after = await updateLetter(work, letterId, { state, reason });
  await work.emit(letterEvents.withdrawn, { ...told(after), reason }, aboutLetter(after));
  return after;
}

function person(work: Work): string {
  const id = personOf(work);
  if (id === null) throw new Problem(403, 'letter_person');
  return id;
}

function another(work: Work, { writtenBy, askedBy }: Letter): string {
  const id = person(work);
  if (id === writtenBy || id === askedBy) throw new Problem(409, 'letter_own');
  return id;
}

const told = ({ id, customerId }: Letter) => ({ letterId: id, customerId });
const toldNumber = (row: Letter) => ({ ...told(row), number: numberOf(row) });
