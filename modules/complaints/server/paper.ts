import type { FastifyReply } from 'fastify';
import { unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Call } from '#platform/http.ts';
import { type FormFrame, printedAmount, printedInstant } from '#platform/print/form.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, phoneFor, plateFor, shownTo } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import type { Complaint } from '../contract.ts';
import { gateParts } from '../lifecycle.ts';
import {
  causeWords,
  clockWords,
  factsInWords,
  nodeName,
  partWords,
  receiptInWords,
  wayWords,
} from '../locales/labels.ts';
import { type ComplaintWord, complaintWords } from '../locales/words.ts';
import {
  type AgreementSheet,
  type ComplaintFileSheet,
  printAgreement,
  printComplaintFile,
} from '../print/complaint-file.ts';
import { type FileSection, sectionsOf } from './file-sections.ts';
import { type SeenRow, seenComplaint } from './queries.ts';
import { oneComplaint } from './reading.ts';

/** A record as this caller may read it on paper. */
interface Paper {
  row: SeenRow;
  shown: Complaint;
  frame: FormFrame;
  say: (key: string) => string;
  /** Words that somebody wrote. */
  said: (words: string) => string;
  at: (instant: string | Date | null) => string;
}

async function paperOf(work: Work, complaintId: string, { host, language }: Call): Promise<Paper> {
  const row = await seenComplaint(work, complaintId);
  if (!row) throw notFound();
  const unit = await unitById(work, row.orgUnitId);
  const frame: FormFrame = {
    shop: { name: unit?.name ?? '', address: unit?.address, phone: unit?.phone },
    recordUrl: `${host.publicUrl}/complaints/${row.id}`,
    printedAt: work.now,
    printedBy: work.actor.name,
    locale: language,
    timeZone: zoneOfTenant,
  };
  return {
    row,
    shown: await oneComplaint(work, complaintId),
    frame,
    say: (key) => complaintWords[language][key as ComplaintWord] ?? key,
    said: (words) => shownTo(work.actor, 'words', words, row.orgPath),
    at: (instant) => (instant === null ? '' : printedInstant(frame, new Date(instant))),
  };
}

/** The whole file as PDF: what was promised, found, offered, done and proved, and by whom (CMP-11). */
export async function sendFile(work: Work, complaintId: string, call: Call): Promise<FastifyReply> {
  const paper = await paperOf(work, complaintId, call);
  const { language } = call;
  const sections = await sectionsOf(work, { ...paper, complaintId, language });
  const { pdf } = await printComplaintFile(paper.frame, fileOf(work, paper, sections));
  return sent(call, pdf, paper.row.number);
}

/** @throws Problem 404, 409 `solution_not_approved` */
export async function sendAgreement(
  work: Work,
  complaintId: string,
  solutionId: string,
  call: Call,
): Promise<FastifyReply> {
  const paper = await paperOf(work, complaintId, call);
  const solution = paper.shown.solutions.find(({ id }) => id === solutionId);
  if (!solution) throw notFound();
  if (solution.state !== 'offered' && solution.state !== 'accepted') {
    throw new Problem(409, 'solution_not_approved');
  }
  const { pdf } = await printAgreement(paper.frame, agreementOf(work, paper, solution));
  return sent(call, pdf, `${paper.row.number}-${solution.edition}`);
}

const sent = ({ reply }: Call, pdf: Buffer, name: string) => sendPaper(reply, { pdf }, name);

/** Who complained of which car. */
function factsOf({ actor }: Work, { row, shown, say, at }: Paper): [string, string][] {
  const { complainantName, complainantPhone } = shown.isWalled ? shown : row;
  const { orgPath, plate, vehicle, order } = row;
  const car = [plate && plateFor(actor, plate, orgPath), vehicle?.model];
  return [
    [say('complainant'), nameFor(actor, complainantName, orgPath)],
    [say('phone'), phoneFor(actor, complainantPhone, orgPath)],
    [say('car'), car.filter(Boolean).join(' ')],
    [say('order'), order?.number ?? ''],
    [say('receivedAt'), at(row.receivedAt)],
    [say('handler'), row.handlerName ?? ''],
  ];
}

const present = (pairs: [string, string][]) => pairs.filter(([, value]) => value !== '');

function fileOf(work: Work, paper: Paper, sections: FileSection[]): ComplaintFileSheet {
  const { row, shown, say, said, at } = paper;
  // What is said of one point is not said once more of the whole.
  const saidOfPoints = new Set(
    shown.points.flatMap(({ cause, responsibility }) => [cause, responsibility]),
  );
  const ofWhole = (words: string) => (saidOfPoints.has(words) ? '' : said(words));
  const told = row.toldAt && [at(row.toldAt), row.toldHow && say(wayWords[row.toldHow])].join(' ');
  return {
    number: row.number,
    facts: [
      ...factsOf(work, paper),
      [say('receiptWhether'), receiptInWords(shown, say, at)],
      [say('kind'), say(row.kind)],
      [say('severity'), `${say(row.severity)} · ${say(row.urgency)}`],
      [say('state'), say(row.state)],
    ],
    content: said(row.content),
    clocks: shown.commitments.map(({ rule, source, dueAt, settledAt }) => [
      clockWords[rule] ? say(clockWords[rule]) : rule,
      source,
      at(dueAt),
      at(settledAt),
    ]),
    cause: present([
      [say('cause'), ofWhole(row.cause)],
      [say('responsibility'), ofWhole(row.responsibility)],
    ]),
    points: shown.points.map((each) => [
      `${each.position}. ${said(each.what) || say('pointWhole')}`,
      [say(each.kind), nodeName(each.classKey, each.className, say)].filter(Boolean).join(' › '),
      say(each.outcome ? `pointOutcome_${each.outcome}` : 'notJudged'),
      [
        each.causeKind && say(causeWords[each.causeKind]),
        nodeName(each.causeKey, each.causeName, say),
        said(each.cause),
      ]
        .filter(Boolean)
        .join(' › '),
      said(each.responsibility),
    ]),
    solutions: shown.solutions.map((each) => [
      String(each.edition),
      said(each.words),
      printedAmount(each.amountFen),
      say(`solution_${each.state}`),
      [each.answerHow && say(`answerBy_${each.answerHow}`), said(each.answer), at(each.answeredAt)]
        .filter(Boolean)
        .join(' '),
    ]),
    tasks: shown.tasks.map((each) => [
      say(each.remedyKind ? `remedy_${each.remedyKind}` : `task_${each.purpose}`),
      said(each.what),
      each.ownerName,
      at(each.dueAt),
      say(`taskState_${each.state}`),
      [said(each.result), at(each.endedAt)].filter(Boolean).join(' '),
    ]),
    evidence: shown.evidence.map((each) => [
      [said(each.caption), said(each.fileName)].filter(Boolean).join(' · '),
      `${each.filedByName} ${at(each.at)}`,
      each.contentHash.replace(/(.{16})(?=.)/g, '$1\n'),
    ]),
    sections,
    outcome: present([
      [say('measure'), said(row.measure)],
      [say('toldAtLabel'), told ?? ''],
      [say('satisfactionLabel'), row.satisfaction ? say(row.satisfaction) : ''],
      [say('lesson'), said(row.lesson)],
      [say('closeByException'), said(row.exceptionReason)],
    ]),
    gate: gateParts.map((part) => [say(partWords[part]), shown.gate[part]]),
    timeline: shown.entries.map((entry) => [
      at(entry.at),
      entry.byName ?? '',
      say(entry.step),
      said([entry.words, ...factsInWords(entry.facts, say)].filter(Boolean).join('\n')),
    ]),
  };
}

function agreementOf(
  work: Work,
  paper: Paper,
  solution: Complaint['solutions'][number],
): AgreementSheet {
  const { row, shown, say, said, at } = paper;
  const remedies = shown.tasks.filter(({ solutionId }) => solutionId === solution.id);
  return {
    number: `${row.number}-${solution.edition}`,
    facts: factsOf(work, paper),
    content: said(row.content),
    offer: said(solution.words),
    remedies: remedies.map(({ remedyKind, what, amountFen, dueAt }) => [
      say(`remedy_${remedyKind}`),
      said(what),
      printedAmount(amountFen),
      at(dueAt),
    ]),
    total: printedAmount(sumFen(remedies.map(({ amountFen }) => amountFen))),
  };
}
