// Printed from the database by database/print.ts after migrating. Not written by hand.

import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely';

export interface ApiKeysTable {
  tenantId: string;
  id: string;
  name: string;
  secretHash: Buffer;
  roleId: string;
  scopePath: string;
  expiresAt: Date;
  revokedAt: Date | null;
  createdBy: string;
  createdAt: Date;
  isSensitive: boolean;
  keeperId: string;
}

export interface AppointmentEntriesTable {
  tenantId: string;
  id: string;
  appointmentId: string;
  position: number;
  step: string;
  fromState: Generated<string>;
  toState: string;
  /** For when it was booked before, where it was moved. */
  formerAt: Date | null;
  startsAt: Date;
  note: Generated<string>;
  byId: string | null;
  at: Date;
}

export interface AppointmentsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string | null;
  vehicleId: string | null;
  /** Who comes, where nobody on file is meant. */
  name: Generated<string>;
  phone: Generated<string>;
  plate: Generated<string>;
  /** Where he is fetched or served (pickUp, onSite). */
  place: Generated<string>;
  wish: string;
  kind: 'maintenance' | 'repair' | 'body' | 'paint' | 'inspection' | 'wash';
  team: 'repair' | 'body' | 'paint' | 'inspection' | 'wash';
  way: 'walkIn' | 'phone' | 'web' | 'message';
  fetching: Generated<'sendIn' | 'pickUp' | 'onSite'>;
  plannedMinutes: number;
  startsAt: Date;
  /** When the planned minutes are over, by the shop's calendar. */
  endsAt: Date;
  /** What it takes of which day: [{"on", "minutes"}]; given back when it falls away. */
  loads: Generated<unknown>;
  bayId: string | null;
  advisorId: string | null;
  parts: Generated<'notNeeded' | 'needed' | 'ordered' | 'there'>;
  partsNote: Generated<string>;
  state: Generated<'asked' | 'booked' | 'confirmed' | 'arrived' | 'received' | 'noShow' | 'cancelled'>;
  timesMoved: Generated<number>;
  arrivedAt: Date | null;
  takenBy: string | null;
  /** When he was called after he had not come. */
  calledAt: Date | null;
  /** The order that it became. */
  orderId: string | null;
  cancelReason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface AuditEntriesTable {
  tenantId: string;
  id: string;
  at: Date;
  event: string;
  actorKind: 'user' | 'apiKey' | 'system' | 'link';
  actorId: string;
  actorName: string;
  actingForId: string | null;
  aboutType: string | null;
  aboutId: string | null;
  data: unknown;
  requestId: string | null;
  orgPath: Generated<string>;
  via: Generated<string>;
}

export interface AuditHeadsTable {
  tenantId: string;
  seq: number;
  hash: Buffer;
  sealedAt: Date;
  anchoredSeq: Generated<number>;
  anchoredAt: Date | null;
  verifiedSeq: Generated<number>;
  verifiedAt: Date | null;
  fault: unknown;
}

export interface AuditSealsTable {
  tenantId: string;
  seq: number;
  entryId: string;
  sealedAt: Date;
  prevHash: Buffer;
  hash: Buffer;
  signature: Buffer | null;
}

export interface AuditUnsealedTable {
  id: Generated<number>;
  tenantId: string;
  entryIds: string[];
  writtenAt: Generated<Date>;
}

export interface BayOutagesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  bayId: string;
  fromAt: Date;
  /** Empty: until further notice. */
  untilAt: Date | null;
  reason: string;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface BaysTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  /** Which work it is for; general: any. */
  kind: 'general' | 'repair' | 'body' | 'paint' | 'inspection' | 'wash';
  position: Generated<number>;
  usedFrom: string;
  /** The last day on which it is in use; empty: until further notice. */
  usedUntil: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface BriefsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  grain: 'month' | 'year' | 'campaign';
  fromOn: string;
  untilOn: string;
  state: Generated<'drafted' | 'signed'>;
  /** Figures, trend, lines, cases and what is unfinished, frozen; people and records stand in it by their ids alone. */
  facts: unknown;
  figuresAt: Date;
  summary: Generated<string>;
  problems: Generated<string>;
  plan: Generated<string>;
  signedAt: Date | null;
  signedBy: string | null;
  version: Generated<number>;
  /** Null: drawn up by the house itself on the first working day. */
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Of a report on one campaign. */
  campaignId: string | null;
}

export interface CalendarDaysTable {
  tenantId: string;
  orgPath: Generated<string>;
  onDate: string;
  kind: 'holiday' | 'workday' | 'closed' | 'special';
  name: string;
  spans: unknown;
  source: Generated<string>;
  updatedAt: Date;
}

export interface CalendarWeeksTable {
  tenantId: string;
  orgPath: Generated<string>;
  weekly: unknown;
  updatedAt: Date;
}

export interface CallCheckDrawsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** The Monday of the week whose talks were drawn. */
  weekOn: string;
  seed: string;
  way: 'number' | 'share';
  amount: number;
  /** Of how many closed talks it was drawn. */
  talks: number;
  drawn: number;
  at: Date;
}

export interface CallCheckFormsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  edition: number;
  criteria: unknown;
  passPercent: number;
  source: Generated<string>;
  createdBy: string | null;
  createdAt: Date;
}

export interface CallChecksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  drawId: string;
  weekOn: string;
  callId: string;
  /** Whose talk it was; nobody checks his own. */
  agentId: string;
  state: Generated<'drawn' | 'checked' | 'agreed' | 'disputed' | 'final'>;
  dueAt: Date;
  /** 0: as shipped. The criteria stand with the marks, so that a later edition changes nothing. */
  formEdition: Generated<number>;
  passPercent: Generated<number>;
  marks: Generated<unknown>;
  score: number | null;
  /** What stood before the supervisor looked at it a second time. */
  firstScore: number | null;
  /** A critical criterion got nothing: the whole fails. */
  isFailed: Generated<boolean>;
  coaching: Generated<string>;
  checkedBy: string | null;
  checkedAt: Date | null;
  answer: Generated<string>;
  answeredAt: Date | null;
  decision: Generated<string>;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** What was agreed on in the coaching; looked at on its day, or with the next check. */
  agreed: Generated<string>;
  agreedOn: string | null;
  lookedAt: Date | null;
  lookedBy: string | null;
  wasKept: boolean | null;
  lookedWords: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface CampaignContactsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  campaignId: string;
  roundId: string;
  customerId: string;
  vehicleId: string | null;
  state: Generated<'drawn' | 'ready' | 'leftOut' | 'sent'>;
  reason: Generated<string>;
  messageId: string | null;
  letterId: string | null;
  sentAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CampaignRepliesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  campaignId: string;
  customerId: string;
  state: Generated<'coming' | 'waiting' | 'declined'>;
  seats: Generated<number>;
  note: Generated<string>;
  waitingSince: Date | null;
  cameSeats: number | null;
  cameAt: Date | null;
  /** Who wrote the answer down, on the telephone or at the door. */
  takenBy: string | null;
  answeredAt: Date;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  /** Answered by the customer himself, by his link. */
  byLink: Generated<boolean>;
  /** When a seat came free for who waited; his page says so. */
  movedUpAt: Date | null;
  toldWay: Generated<'' | 'message' | 'nobody'>;
  toldMessageId: string | null;
}

export interface CampaignRoundsTable {
  tenantId: string;
  id: string;
  campaignId: string;
  way: 'message' | 'call' | 'letter';
  fromOn: string;
  untilOn: string;
  state: Generated<'planned' | 'running' | 'done'>;
  /** The plan of calls (segment_plans) that its calls belong to. */
  planId: string | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CampaignsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: 'greeting' | 'tip' | 'offer' | 'event';
  name: string;
  content: Generated<string>;
  segmentId: string;
  templateId: string | null;
  happensAt: Date | null;
  place: Generated<string>;
  capacity: number | null;
  state: Generated<'draft' | 'approved' | 'running' | 'ended' | 'stopped'>;
  /** Why it was stopped. */
  reason: Generated<string>;
  /** When its customers were taken from the segment; each of them is judged then, and again when he is written to. */
  examinedAt: Date | null;
  writtenBy: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** Approved by who wrote it, there being nobody else with the right: a house of one. */
  isOwnApproval: Generated<boolean>;
  startedAt: Date | null;
  endedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Seats of all replies that are coming; raised in the same statement that books them. */
  seatsTaken: Generated<number>;
  /** What guests of an event are asked to bring. */
  bring: Generated<string>;
  /** Until when guests answer by their links; until it begins where none is set. */
  answerBy: Date | null;
  /** The approved words for who moves up; without them the house's own. */
  seatTemplateId: string | null;
  /** Days after its last day in which visits, answers and complaints are counted. */
  resultDays: Generated<number>;
  /** So many of a hundred who might hear of it do not, by draw: the others are compared with them. */
  heldBackPercent: Generated<number>;
  standingCampaignId: string | null;
  occasion: Generated<string>;
  /** The year that the occasion belongs to: nobody is greeted twice on it. */
  occasionYear: number | null;
  /** Of birthday greetings: the month whose birthdays it greets. */
  occasionMonth: number | null;
}

export interface CarHandoverPhotosTable {
  tenantId: string;
  id: string;
  carHandoverId: string;
  fileId: string;
}

export interface CarHandoversTable {
  tenantId: string;
  id: string;
  tripId: string | null;
  loanId: string | null;
  stage: 'takenOver' | 'handedOver' | 'lent' | 'returned';
  mileageKm: number | null;
  fuelEighths: unknown;
  /** Damage, what lay in it, what was done there. */
  note: Generated<string>;
  signedBy: Generated<string>;
  signatureFileId: string | null;
  takenBy: string | null;
  at: Date;
}

export interface CertificatesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  employeeId: string;
  name: string;
  number: string;
  issuer: Generated<string>;
  issuedOn: string | null;
  expiresOn: string | null;
  fileId: string | null;
  isWithdrawn: Generated<boolean>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** The certificate that followed it; what was renewed is history and counts no more. */
  renewalId: string | null;
}

export interface CheckInCorrectionsTable {
  tenantId: string;
  id: string;
  checkInId: string;
  words: string;
  reason: string;
  writtenBy: string;
  at: Date;
}

export interface CheckInPhotosTable {
  tenantId: string;
  id: string;
  checkInId: string;
  fileId: string;
  /** The mark on the drawing that it shows; empty for a view of the car. */
  markNumber: number | null;
  caption: Generated<string>;
  takenAt: Date;
  createdBy: string | null;
  createdAt: Date;
}

export interface CheckInsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  vehicleId: string;
  customerId: string;
  state: 'open' | 'signed' | 'abandoned';
  /** What was written down so far; empty once it is signed: then signed_check_ins holds it. */
  content: Generated<unknown>;
  orderId: string | null;
  abandonReason: Generated<string>;
  closedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ClockSettlementsTable {
  tenantId: string;
  id: string;
  stampId: string;
  decision: 'left' | 'counted';
  spellId: string | null;
  reason: string;
  createdBy: string | null;
  createdAt: Date;
}

export interface ClockSpellsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  employeeId: string;
  clock: 'shift' | 'break' | 'job';
  orderId: string | null;
  lineId: string | null;
  startedAt: Date;
  endedAt: Date | null;
  endedHow: Generated<'' | 'pause' | 'done' | 'break' | 'out'>;
  pauseReason: Generated<'' | 'parts' | 'customer' | 'tool' | 'help' | 'otherJob'>;
  isSuperseded: Generated<boolean>;
  correctsId: string | null;
  reason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ClockStampsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  employeeId: string;
  key: string;
  press: 'in' | 'out' | 'break' | 'back' | 'start' | 'pause' | 'done';
  orderId: string | null;
  /** As the device sent it; a quotation written anew drops lines that nobody has worked on. */
  lineId: string | null;
  pauseReason: Generated<'' | 'parts' | 'customer' | 'tool' | 'help' | 'otherJob'>;
  pressedAt: Date;
  sentAt: Date;
  arrivedAt: Date;
  /** pressed_at, put right by how far the device's clock was off when it sent; never after it arrived. */
  happenedAt: Date;
  outcome: 'taken' | 'kept' | 'refused';
  conflict: Generated<'' | 'noShift' | 'shiftRuns' | 'otherRuns' | 'overlaps' | 'notRunning' | 'lineDone' | 'notInWork' | 'plateWrong' | 'certificateMissing'>;
  spellId: string | null;
  createdBy: string | null;
  createdAt: Date;
}

export interface CommitmentsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** Which promise: the key of a rule that a module defined, with its source (CMP-03, FUP-05 …). */
  rule: string;
  aboutType: string;
  aboutId: string;
  /** What it is about in a few words (plate, name), as it was when promised: for lists and notices. */
  subject: Generated<string>;
  ownerId: string | null;
  startedAt: Date;
  warnAt: Date | null;
  warnedAt: Date | null;
  dueAt: Date;
  /** The spans counted, so that a person can be shown why this time. */
  sum: unknown;
  pauses: Generated<unknown>;
  /** broken is reached when the term passes; a broken one may still be settled late (settled_at). */
  state: Generated<'open' | 'paused' | 'kept' | 'broken' | 'cancelled'>;
  /** How many rungs of the rule's ladder it has climbed: 0 is still with its owner. */
  level: Generated<number>;
  settledAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  /** Minutes after the term and the permission told, in order, as the house had it when this was promised; null: as the rule has it. */
  ladder: unknown;
}

export interface ComplaintCountMarksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  month: string;
  createdAt: Date;
}

export interface ComplaintCountsTable {
  tenantId: string;
  id: string;
  dimension: 'received' | 'figure' | 'clock' | 'kind' | 'cause' | 'advisor' | 'technician' | 'model';
  /** First day of the month in which they were received, by the house’s calendar. */
  month: string;
  orgUnitId: string;
  key: string;
  /** Where the order or the car stands that the key is taken from: who does not see it is not told the key. */
  aboutPath: string;
  orgPath: string;
  /** Complaints, points, terms; of the key costFen money. */
  amount: number;
  createdAt: Date;
}

export interface ComplaintEntriesTable {
  tenantId: string;
  id: string;
  complaintId: string;
  /** The version of the complaint that the step met: entries of one moment keep their order. */
  position: number;
  step: string;
  words: Generated<string>;
  facts: Generated<unknown>;
  byId: string | null;
  at: Date;
}

export interface ComplaintEvidenceTable {
  tenantId: string;
  id: string;
  complaintId: string;
  fileId: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  contentHash: string;
  caption: Generated<string>;
  filedBy: string | null;
  at: Date;
}

export interface ComplaintLawTicksTable {
  tenantId: string;
  id: string;
  complaintId: string;
  item: string;
  doneBy: string;
  at: Date;
}

export interface ComplaintLevelEntriesTable {
  tenantId: string;
  id: string;
  complaintId: string;
  position: number;
  step: 'passUp' | 'takeOver' | 'handDown' | 'settle' | 'resume' | 'reveal';
  unitId: string;
  toUnitId: string;
  words: Generated<string>;
  /** What was passed and on what basis persons are shared. */
  facts: Generated<unknown>;
  /** Nobody: the clock of the level had run out. */
  byId: string | null;
  at: Date;
}

export interface ComplaintLevelsTable {
  tenantId: string;
  id: string;
  /** The unit that received the complaint; the level may be a unit above it. */
  orgUnitId: string;
  orgPath: string;
  complaintId: string;
  /** The unit that has to act now. */
  levelUnitId: string;
  state: Generated<'atOrigin' | 'passedUp' | 'takenOver' | 'handedDown' | 'settled'>;
  sinceAt: Date;
  dueAt: Date | null;
  /** Whose the case was when a level above took it over: it goes back to him. */
  fromId: string | null;
  timesPassed: Generated<number>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintMeasuresTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  reviewId: string | null;
  purpose: 'improvement' | 'prevention';
  riskArea: Generated<string>;
  words: string;
  qualityControl: Generated<string>;
  /** What customers are told, as text to be copied into a message. */
  education: Generated<string>;
  effectExpected: Generated<string>;
  /** What it is to make rarer; with neither kind nor cause: complaints as a whole. Its effect is measured by it. */
  kind: 'productQuality' | 'serviceAttitude' | 'repairTechnique' | 'price' | 'timeliness' | 'parts' | 'other' | null;
  causeKind: 'design' | 'production' | 'serviceProcess' | 'repair' | 'parts' | 'customerHandling' | 'other' | null;
  ownerId: string;
  dueOn: string;
  state: Generated<'agreed' | 'done' | 'dropped'>;
  doneOn: string | null;
  result: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintPointsTable {
  tenantId: string;
  id: string;
  complaintId: string;
  position: number;
  what: Generated<string>;
  /** The first level of its class; one of the three of S1 follows from it. */
  kind: 'productQuality' | 'serviceAttitude' | 'repairTechnique' | 'price' | 'timeliness' | 'parts' | 'other';
  /** The second level: a node of the tree of classes, shipped or of the house. */
  classKey: string | null;
  /** What the investigation found of it; null: not judged yet. */
  outcome: 'founded' | 'partly' | 'unfounded' | 'unclear' | 'withdrawn' | null;
  causeKind: 'design' | 'production' | 'serviceProcess' | 'repair' | 'parts' | 'customerHandling' | 'other' | null;
  /** The second level: a node of the tree of causes, below cause_kind. */
  causeKey: string | null;
  cause: Generated<string>;
  responsibility: Generated<string>;
  judgedBy: string | null;
  judgedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintReportsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** The unit that stood above it when it went: a unit that moves takes its reports along, and who got them stays. */
  toUnitId: string;
  grain: 'week' | 'month' | 'quarter';
  fromOn: string;
  untilOn: string;
  edition: Generated<number>;
  state: Generated<'drafted' | 'sent'>;
  /** The figures with the numbers behind them, and the reports of the units below that they are made of. */
  facts: unknown;
  figuresAt: Date;
  summary: Generated<string>;
  overdueWords: Generated<string>;
  plan: Generated<string>;
  /** Until then the unit may add its words; then it goes as it is. */
  wordsUntil: Date;
  dueAt: Date;
  sentAt: Date | null;
  /** Empty: sent by the house itself when the time for words was over. */
  sentBy: string | null;
  correctedWhy: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintReviewPeopleTable {
  tenantId: string;
  id: string;
  reviewId: string;
  employeeId: string;
  createdBy: string | null;
  createdAt: Date;
}

export interface ComplaintReviewsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  grain: 'month' | 'quarter' | 'year';
  fromOn: string;
  untilOn: string;
  state: Generated<'prepared' | 'held'>;
  /** Figures, trend, bars and cases, frozen; people and complaints stand in it by their ids alone. */
  pack: unknown;
  minutes: Generated<string>;
  heldAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintSolutionsTable {
  tenantId: string;
  id: string;
  complaintId: string;
  edition: number;
  words: string;
  /** replaced: a later version was drafted before this one was answered or approved. */
  state: 'asked' | 'notApproved' | 'offered' | 'accepted' | 'declined' | 'replaced';
  /** The remedies of this version added up. */
  amountFen: Generated<number>;
  askedBy: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  decision: Generated<string>;
  answeredAt: Date | null;
  answerHow: 'phone' | 'signed' | 'letter' | 'desk' | 'message' | 'link' | null;
  /** What the customer said to it, in his words. */
  answer: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintTalksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  complaintId: string;
  byCustomer: boolean;
  words: string;
  /** A picture that came with it. */
  fileId: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintTasksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  complaintId: string;
  purpose: 'work' | 'statement' | 'remedy';
  solutionId: string | null;
  position: Generated<number>;
  remedyKind: 'labour' | 'goods' | 'voucher' | 'loanCar' | 'money' | 'other' | null;
  amountFen: Generated<number>;
  what: string;
  ownerId: string;
  dueAt: Date;
  /** planned: a remedy of a version that the customer has not accepted yet. refused: who was asked for a statement gives none. */
  state: 'planned' | 'open' | 'done' | 'refused' | 'dropped';
  /** What came of it; of a statement, what the person said. */
  result: Generated<string>;
  endedAt: Date | null;
  endedBy: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ComplaintsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  sourceType: 'followUpCall' | 'serviceOrder' | null;
  sourceId: string | null;
  channel: 'phone' | 'desk' | 'email' | 'portal' | 'wecom' | 'followUp' | 'social' | 'authority';
  complainantName: string;
  complainantPhone: Generated<string>;
  kind: 'productQuality' | 'serviceAttitude' | 'repairTechnique' | 'price' | 'timeliness' | 'parts' | 'other';
  aboutWhom: Generated<string>;
  replyBy: Generated<'phone' | 'sms' | 'email' | 'wecom' | 'letter' | 'desk'>;
  content: string;
  severity: Generated<'unassessed' | 'ordinary' | 'raised' | 'major'>;
  urgency: Generated<'normal' | 'urgent'>;
  state: Generated<'received' | 'acknowledged' | 'investigating' | 'resolving' | 'feedback' | 'closed' | 'monitoring'>;
  handlerId: string | null;
  causeKind: 'design' | 'production' | 'serviceProcess' | 'repair' | 'parts' | 'customerHandling' | 'other' | null;
  cause: Generated<string>;
  responsibility: Generated<string>;
  solution: Generated<string>;
  measure: Generated<string>;
  customerAnswer: 'accepted' | 'undecided' | 'refused' | null;
  costFen: number | null;
  toldAt: Date | null;
  toldHow: 'phone' | 'sms' | 'email' | 'wecom' | 'letter' | 'desk' | null;
  satisfaction: 'satisfied' | 'acceptable' | 'unsatisfied' | 'unreachable' | null;
  askedAt: Date | null;
  lesson: Generated<string>;
  /** Why it was closed with a step missing, signed by exception_by (CMP-11). */
  exceptionReason: Generated<string>;
  exceptionBy: string | null;
  /** The same fault of the same car, complained of before (CMP-10). */
  repeatOfId: string | null;
  timesReopened: Generated<number>;
  watchUntil: string | null;
  receivedAt: Date;
  /** By when it has to be answered (CMP-03); timeliness is counted by it. */
  answerDueAt: Date;
  /** What is due next; null once closed. The list stands in its order. */
  dueAt: Date | null;
  acknowledgedAt: Date | null;
  closedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Tasks under way: none may be left when it is closed (CMP-11). */
  openTasks: Generated<number>;
  referenceNumber: Generated<string>;
  /** By when who passed it on wants the answer; a clock of its own beside that of the state. */
  referenceDueOn: string | null;
  /** Points that are not judged: none may be left when it is closed (CMP-11). */
  openPoints: Generated<number>;
  /** Nobody is known who could be told anything. */
  isAnonymous: Generated<boolean>;
  /** By when the complainant has to hear that it was received; null: nobody to tell, or received before the house kept this term. */
  receiptDueAt: Date | null;
  receiptToldAt: Date | null;
  /** link: by the page of his complaint; answer: with the first answer. */
  receiptToldHow: 'phone' | 'sms' | 'email' | 'wecom' | 'letter' | 'desk' | 'link' | 'answer' | null;
}

export interface ConsentsTable {
  tenantId: string;
  id: string;
  customerId: string;
  purpose: 'service' | 'marketing' | 'sharing';
  channel: 'phone' | 'sms' | 'email' | 'wecom' | 'any';
  given: boolean;
  evidence: Generated<string>;
  recordedBy: string | null;
  at: Date;
}

export interface ContactsTable {
  tenantId: string;
  id: string;
  customerId: string;
  vehicleId: string | null;
  role: 'owner' | 'driver' | 'fleetManager' | 'payer' | 'family' | 'other';
  name: string;
  phone: Generated<string>;
  note: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CountersTable {
  tenantId: string;
  orgUnitId: string;
  kind: string;
  period: string;
  value: number;
}

export interface CreditTermsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  /** As much as may stand on account at once; 0: no longer on account. */
  limitFen: number;
  /** Within how many days what stands on account is to be paid. */
  days: number;
  approvedBy: string;
  at: Date;
}

export interface CustomerPapersTable {
  tenantId: string;
  id: string;
  customerId: string;
  vehicleId: string | null;
  fileId: string;
  kind: 'signedForm' | 'photo' | 'letter' | 'recording' | 'contract' | 'other';
  title: string;
  note: Generated<string>;
  filedBy: string | null;
  at: Date;
  /** Filed with the wrong customer, or a worse copy: it is not shown any more, and nothing of it is lost. */
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawReason: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface CustomerStandingsTable {
  tenantId: string;
  customerId: string;
  orgUnitId: string;
  orgPath: string;
  lastVisitOn: string | null;
  yearVisits: number;
  yearSpendFen: number;
  twoYearSpendFen: number;
  /** The median of days between his own visits; null below three visits. */
  intervalDays: number | null;
  byMonths: 'active' | 'sleeping' | 'lost' | 'never';
  byInterval: 'active' | 'sleeping' | 'lost' | 'never';
  byVisits: 'active' | 'sleeping' | 'lost' | 'never';
  /** By the formula that the tenant chose; the three beside it are for comparison. */
  standing: 'active' | 'sleeping' | 'lost' | 'never';
  formula: 'months' | 'interval' | 'visits';
  valueClass: 'high' | 'middle' | 'low' | 'none';
  sinceOn: string;
  updatedAt: Date;
}

export interface CustomersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: Generated<'person' | 'company'>;
  name: string;
  salutation: Generated<'' | 'mr' | 'ms'>;
  namePinyin: Generated<string>;
  nameInitials: Generated<string>;
  phone: Generated<string>;
  /** The phone backwards, for search by its last digits. */
  phoneTail: ColumnType<string, never, never>;
  address: Generated<string>;
  wishes: Generated<string>;
  doNotMention: Generated<string>;
  language: Generated<'zh-CN' | 'en'>;
  preferredChannel: Generated<'phone' | 'sms' | 'email' | 'wecom' | 'none'>;
  callFrom: string | null;
  callUntil: string | null;
  source: Generated<'visit' | 'enquiry' | 'import' | 'portal'>;
  firstSeenOn: string;
  lastVisitOn: string | null;
  /** Bigrams of name, for search by a fragment; written by the application. */
  grams: Generated<string[]>;
  mergedIntoId: string | null;
  importBatchId: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** The address as it is compared. A column: behind row-level security no expression is asked of an index. */
  addressKey: ColumnType<string, never, never>;
  /** As 1985-03-07, 03-07, lunar 08-15 or lunar leap 04-15: held to greet him, while he allows it. */
  birthday: Generated<string>;
  /** Without the year: what falls on a day is looked up by it. */
  birthdayKey: ColumnType<string | null, never, never>;
}

export interface DataExportsTable {
  tenantId: string;
  id: string;
  customerId: string;
  purpose: string;
  askedBy: string;
  createdAt: Date;
  expiresAt: Date;
  fetchedAt: Date | null;
}

export interface DeliveryPacksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  state: 'open' | 'checked' | 'signed';
  /** What is compared and explained, as the check-in and the rules of the house said when it was begun. */
  items: unknown;
  /** By the key of an item: result, note, who and when. */
  answers: Generated<unknown>;
  precautions: Generated<unknown>;
  oldParts: 'return' | 'waive' | 'none' | null;
  mileageKm: number | null;
  note: Generated<string>;
  checkedBy: string | null;
  checkedAt: Date | null;
  toldHow: 'inPerson' | 'phone' | 'message' | null;
  toldBy: string | null;
  /** When the customer was told that he may fetch the car: never before it was checked. */
  toldAt: Date | null;
  nextServiceOn: string | null;
  nextServiceKm: number | null;
  /** The release certificate (合格证) that the car left with (机动车维修管理规定 art. 32). */
  certificateId: string | null;
  signedBy: Generated<string>;
  signatureFileId: string | null;
  takenBy: string | null;
  signedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface DeliveryPhotosTable {
  tenantId: string;
  id: string;
  deliveryPackId: string;
  itemKey: string;
  fileId: string;
  takenAt: Date;
  createdBy: string | null;
  createdAt: Date;
}

export interface DocumentHoldsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  complaintId: string | null;
  origin: 'person' | 'complaint';
  reason: string;
  /** Placed for a court, an authority or counsel: lifted by somebody else than who placed it. */
  isLegal: Generated<boolean>;
  authorityFile: Generated<string>;
  /** Of a hold that came with a complaint: by which rule it lasts how long. */
  ruleSource: Generated<string>;
  /** Lifted by itself then; null: until somebody lifts it. */
  untilAt: Date | null;
  state: Generated<'placed' | 'lifted'>;
  placedAt: Date;
  placedBy: string | null;
  liftedAt: Date | null;
  liftedBy: string | null;
  liftReason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface DroppedMonthsTable {
  tableName: string;
  month: string;
  rows: number;
  sha256: string;
  droppedAt: Date;
  signature: Buffer;
}

export interface DuplicatePairsTable {
  tenantId: string;
  id: string;
  kind: 'customer' | 'vehicle';
  oneId: string;
  otherId: string;
  reasons: string[];
  score: number;
  state: Generated<'open' | 'different' | 'merged'>;
  decidedBy: string | null;
  decidedAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  onePath: string;
  otherPath: string;
}

export interface DuplicateRunsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  state: Generated<'running' | 'done' | 'cancelled'>;
  step: Generated<'customer' | 'vehicle'>;
  /** Up to which record of the step the work is done: after a crash it goes on from here. */
  lastId: string | null;
  doneRows: Generated<number>;
  totalRows: Generated<number>;
  found: Generated<number>;
  endedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface EmergencyAccessesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  employeeId: string;
  sessionId: string;
  reason: string;
  untilAt: Date;
  endedAt: Date | null;
  reads: Generated<number>;
  changes: Generated<number>;
  createdAt: Date;
}

export interface EmployeesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  post: Generated<string>;
  phone: Generated<string>;
  state: Generated<'active' | 'away' | 'left'>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  /** The list that brought the person in; empty for who was put on file by hand. */
  importBatchId: string | null;
}

export interface ErasuresTable {
  tenantId: string;
  customerId: string;
  reason: string;
  askedBy: string;
  keptUntil: Date | null;
  createdAt: Date;
  doneAt: Date | null;
  overAt: Date | null;
  /** Since when it waits for evidence that is held; null again once it is done. */
  heldSince: Date | null;
}

export interface ExportBudgetsTable {
  tenantId: string;
  roleId: string;
  rowsADay: number;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface ExportDaysTable {
  tenantId: string;
  employeeId: string;
  onDay: string;
  rows: number;
}

export interface FilesTable {
  tenantId: string;
  id: string;
  orgPath: string;
  state: Generated<'pending' | 'ready' | 'gone'>;
  sha256: string | null;
  contentType: string | null;
  sizeBytes: number | null;
  fileName: string;
  width: number | null;
  height: number | null;
  createdBy: string | null;
  createdAt: Date;
}

export interface FollowUpCallsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  followUpId: string | null;
  customerId: string;
  vehicleId: string | null;
  orderId: string | null;
  direction: Generated<'out' | 'in' | 'visit'>;
  result: 'connected' | 'notConnected' | 'invalid';
  reason: Generated<string>;
  topics: Generated<string[]>;
  answers: Generated<unknown>;
  mainPoints: Generated<string>;
  satisfaction: number | null;
  /** The customer wished to be called outside the calling hours (FUP-09). */
  askedByCustomer: Generated<boolean>;
  byId: string;
  actingForId: string | null;
  at: Date;
}

export interface FollowUpRuleEditionsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  occasion: 'first' | 'question' | 'second' | 'refusedWork' | 'missed' | 'complaintClosed' | 'firstService' | 'longUnseen' | 'reminder' | 'segment';
  edition: number;
  /** The unit gave its own rule up: what holds above it holds here again. */
  isWithdrawn: boolean;
  isOn: boolean;
  earliestDays: number;
  latestDays: number;
  conditions: unknown;
  postKey: string | null;
  /** Who is to call; while he cannot, or served himself, whoever may call. */
  agentId: string | null;
  channel: 'phone' | 'visit';
  script: string;
  mostTries: number;
  spacingMinutes: number;
  expiresDays: number;
  countsAsDone: 'reached' | 'triesUsedUp';
  /** Nothing is due by it before this day: a new rule does not flood the shop with years of calls. */
  startsOn: string;
  createdBy: string;
  createdAt: Date;
}

export interface FollowUpsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** A key of follow-ups/rules.ts: first (FUP-01), second (FUP-02) … */
  rule: string;
  customerId: string;
  vehicleId: string | null;
  orderId: string | null;
  firstId: string | null;
  agentId: string | null;
  earliestOn: string;
  /** Both ends count: a car fetched on Monday may be called from Thursday on (FUP-01). */
  latestOn: string;
  sum: unknown;
  state: Generated<'planned' | 'done' | 'unreachable' | 'expired' | 'cancelled'>;
  nextTryAt: Date | null;
  tries: Generated<number>;
  lockedBy: string | null;
  lockedUntil: Date | null;
  doneAt: Date | null;
  /** Why it ended without a talk: a reason of its last try, or what the supervisor wrote. */
  endReason: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  /** The plan of calls (segment_plans) that it belongs to. */
  planId: string | null;
  /** The edition of the rule that it was planned by; none: what the product is shipped with. */
  editionId: string | null;
}

export interface FormerPlacesTable {
  tenantId: string;
  path: string;
  orgUnitId: string;
  leftAt: Date;
}

export interface FormerPlatesTable {
  tenantId: string;
  id: string;
  vehicleId: string;
  plate: string;
  plateTail: ColumnType<string, never, never>;
  untilOn: string;
  createdAt: Date;
}

export interface GenuineBatchesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  product: string;
  partNumber: Generated<string>;
  codes: number;
  codesChecked: Generated<number>;
  codesWarned: Generated<number>;
  withdrawnAt: Date | null;
  withdrawnWhy: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  createdBy: string | null;
}

export interface GenuineChecksTable {
  tenantId: string;
  id: string;
  codeId: string;
  at: Date;
  place: string;
}

export interface GenuineCodesTable {
  tenantId: string;
  id: string;
  batchId: string;
  orgUnitId: string;
  orgPath: string;
  serial: number;
  codeHash: Buffer;
  sealedCode: string;
  ending: string;
  state: 'issued' | 'checked' | 'warned' | 'withdrawn';
  checks: Generated<number>;
  firstCheckedAt: Date | null;
  lastCheckedAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface GuessesTable {
  key: string;
  failures: number;
  failedAt: Date;
  freeAt: Date;
}

export interface HandoversTable {
  tenantId: string;
  id: string;
  orgPath: string;
  /** A word of openWorkKinds; about_id is the record. */
  kind: string;
  aboutId: string;
  fromId: string;
  toId: string;
  createdBy: string | null;
  createdAt: Date;
}

export interface HealthRecordsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  state: Generated<'incomplete' | 'waiting' | 'accepted' | 'refused'>;
  /** What has to be mended before it can be sent; the words are the module’s. */
  missing: Generated<string[]>;
  attempts: Generated<number>;
  nextTryAt: Date | null;
  /** The platform’s last words, or why none came. */
  said: Generated<string>;
  acceptedAt: Date | null;
  /** Every answer: when, what became of it, the platform’s code and words, the fingerprint of what was sent. */
  answers: Generated<unknown>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface IdempotencyKeysTable {
  tenantId: string;
  actorId: string;
  key: string;
  route: string;
  bodyHash: Buffer;
  status: number;
  headers: unknown;
  body: string | null;
  createdAt: Date;
}

export interface ImportBatchesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  fileId: string;
  fileName: string;
  state: Generated<'reading' | 'judging' | 'judged' | 'importing' | 'imported' | 'failed' | 'undoing' | 'undone' | 'discarded'>;
  sheetName: Generated<string>;
  sheets: Generated<string[]>;
  headerRow: number | null;
  columns: Generated<unknown>;
  mapping: Generated<unknown>;
  counts: Generated<unknown>;
  /** How many customers and vehicles the batch made, and how many vehicles on file it changed. */
  made: Generated<unknown>;
  doneRows: Generated<number>;
  totalRows: Generated<number>;
  /** Up to which row of the sheet the present work is done: after a crash it goes on from here. */
  lastRow: Generated<number>;
  fault: string | null;
  importedAt: Date | null;
  undoneAt: Date | null;
  version: Generated<number>;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  kind: Generated<'customers' | 'vehicles' | 'employees' | 'balances' | 'prices'>;
  /** The saved map by which its columns were recognised; empty where none was. */
  mapName: Generated<string>;
}

export interface ImportChangesTable {
  tenantId: string;
  batchId: string;
  vehicleId: string;
  before: unknown;
  versionAfter: number;
}

export interface ImportMapsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: 'customers' | 'vehicles' | 'employees' | 'balances' | 'prices';
  name: string;
  /** Of all columns in their order, without blanks, punctuation and case. */
  headings: string[];
  /** The headings in the order of the alphabet: columns may stand elsewhere the next time. */
  headingKey: string;
  /** By field: which of the headings, counted from 0. */
  fields: unknown;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ImportRowsTable {
  tenantId: string;
  batchId: string;
  rowNo: number;
  /** As the sheet has them, never changed. */
  cells: unknown;
  /** What a person typed over a cell, by field. */
  fixes: Generated<unknown>;
  tidied: Generated<unknown>;
  findings: Generated<unknown>;
  phone: ColumnType<string | null, never, never>;
  plate: ColumnType<string | null, never, never>;
  vin: ColumnType<string | null, never, never>;
  verdict: Generated<string>;
  codes: Generated<string[]>;
  otherRow: number | null;
  otherCustomerId: string | null;
  otherVehicleId: string | null;
  status: Generated<'unread' | 'aside' | 'ready' | 'held' | 'question' | 'skipped' | 'imported'>;
  decision: 'asOne' | 'separate' | 'changeOwner' | 'changePlate' | 'skip' | null;
  customerId: string | null;
  vehicleId: string | null;
  /** What is written into the archive besides the tidied values: pinyin, grams, what is due next. */
  staged: unknown;
  version: Generated<number>;
  /** The employee that the row became. */
  employeeId: string | null;
  /** The employee on file that the row may be. */
  otherEmployeeId: string | null;
  /** Whom or what a row is about, as the module says that keeps it: rows of one subject are compared. */
  subject: string | null;
}

export interface InboundDeliveriesTable {
  tenantId: string;
  endpointId: string;
  eventId: string;
  aboutType: string | null;
  aboutId: string | null;
  createdAt: Date;
}

export interface InboundEndpointsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  source: string;
  state: Generated<'enabled' | 'disabled'>;
  secret: string;
  formerSecret: string | null;
  formerUntil: Date | null;
  lastReceivedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface IncomingMailFilesTable {
  tenantId: string;
  id: string;
  incomingMailId: string;
  position: number;
  fileName: Generated<string>;
  contentType: Generated<string>;
  sizeBytes: number;
  fileId: string | null;
  leftOut: Generated<'' | 'tooLarge' | 'tooMany' | 'kind' | 'broken' | 'usedUp' | 'notFetched'>;
}

export interface IncomingMailsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  mailboxId: string;
  /** What tells doubles: Message-ID, sender, date, subject, words and attachments, as one hash. */
  identity: string;
  /** SHA-256 of the bytes as the mailbox gave them. */
  contentHash: string;
  state: 'waiting' | 'opened' | 'added' | 'filed';
  fromAddress: Generated<string>;
  fromName: Generated<string>;
  subject: Generated<string>;
  body: Generated<string>;
  sentAt: Date | null;
  arrivedAt: Date;
  sizeBytes: number;
  messageId: Generated<string>;
  /** Message-IDs that it answers (In-Reply-To, References). */
  mentions: Generated<string[]>;
  /** What a reader has to know first: automatic, loop, flood, broken, cut … */
  marks: Generated<string[]>;
  /** What the trusted server found out about the sender (SPF, DKIM, DMARC). */
  standing: 'verified' | 'unverified' | 'unchecked' | 'failed';
  /** What it names, in the stored form; so are plates, VINs and numbers of orders and complaints. */
  phones: Generated<string[]>;
  plates: Generated<string[]>;
  vins: Generated<string[]>;
  numbers: Generated<string[]>;
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  complaintId: string | null;
  filedAs: Generated<'' | 'noComplaint' | 'enquiry' | 'advertisement' | 'automatic' | 'wrongAddress'>;
  note: Generated<string>;
  decideBy: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  confirmedHow: Generated<string>;
  acknowledgedAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  /** Null: it came before originals were kept, only its beginning was fetched, or there was no room. */
  originalFileId: string | null;
}

export interface InspectionOffersTable {
  tenantId: string;
  id: string;
  inspectionSheetId: string;
  itemKey: string;
  offeredBy: string | null;
  at: Date;
}

export interface InspectionPhotosTable {
  tenantId: string;
  id: string;
  inspectionSheetId: string;
  itemKey: string;
  fileId: string;
  takenAt: Date;
  createdBy: string | null;
  createdAt: Date;
}

export interface InspectionQuestionsTable {
  tenantId: string;
  id: string;
  inspectionSheetId: string;
  itemKey: string;
  question: string;
  askedBy: string | null;
  askedAt: Date;
  answer: Generated<string>;
  answeredBy: string | null;
  answeredAt: Date | null;
}

export interface InspectionSheetsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  kind: 'intake' | 'final';
  state: 'open' | 'signed';
  grade: 'overhaul' | 'assembly' | 'secondary' | 'primary' | 'minor' | 'special' | null;
  templateName: string;
  templateEdition: number;
  templateSource: string;
  /** What is asked, as the edition said it when the sheet was begun; on a final sheet with the jobs of the order. */
  sections: unknown;
  /** By the key of an item: light, reading, note. */
  answers: Generated<unknown>;
  passed: boolean | null;
  note: Generated<string>;
  inspectorId: string | null;
  signedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface InspectionTemplatesTable {
  tenantId: string;
  id: string;
  kind: 'intake' | 'final';
  /** The grade of work that it is for; empty for every grade that has none of its own. */
  grade: Generated<'' | 'overhaul' | 'assembly' | 'secondary' | 'primary' | 'minor' | 'special'>;
  /** As the file of a vehicle says it; empty for every type that has none of its own. */
  vehicleType: Generated<string>;
  /** The first edition of each is the house's own, which comes with the program. */
  edition: number;
  name: string;
  source: string;
  sections: unknown;
  state: 'draft' | 'published';
  publishedAt: Date | null;
  publishedBy: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface InspectionsTable {
  tenantId: string;
  id: string;
  orderId: string;
  gate: 'intake' | 'selfCheck' | 'teamCheck' | 'final';
  passed: boolean;
  methods: Generated<string[]>;
  findings: Generated<unknown>;
  grade: 'overhaul' | 'assembly' | 'secondary' | 'primary' | 'minor' | 'special' | null;
  note: Generated<string>;
  inspectorId: string;
  at: Date;
}

export interface InvoicesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  kind: 'person' | 'company';
  title: string;
  taxNumber: Generated<string>;
  address: Generated<string>;
  phone: Generated<string>;
  bank: Generated<string>;
  account: Generated<string>;
  email: Generated<string>;
  /** By which link he handed it in or corrected it himself last; null where a colleague wrote it down. */
  byLinkId: string | null;
  askedAt: Date;
  state: Generated<'asked' | 'issued' | 'voided'>;
  number: Generated<string>;
  /** As it stands on the invoice, in fen; known once it is issued. */
  amountFen: number | null;
  issuedOn: string | null;
  issuedBy: string | null;
  voidReason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface JobAssignmentsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  lineId: string;
  employeeId: string;
  /** Of the standard hours of the job; null: by the time that each worked on it. */
  sharePercent: number | null;
  sinceAt: Date;
  endedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface JobGuidesTable {
  tenantId: string;
  id: string;
  jobWords: string;
  operation: Generated<string>;
  safety: Generated<string>;
  certificate: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface JobLinesTable {
  tenantId: string;
  id: string;
  orderId: string;
  position: number;
  origin: Generated<'estimate' | 'additional'>;
  description: string;
  finding: Generated<string>;
  standardMinutes: Generated<number>;
  labourFen: Generated<number>;
  parts: Generated<unknown>;
  partsFen: Generated<number>;
  payer: Generated<'customer' | 'warranty' | 'insurance' | 'internal' | 'campaign'>;
  answer: Generated<'open' | 'approved' | 'refused'>;
  answerHow: 'inPerson' | 'phone' | 'message' | 'link' | null;
  answeredBy: string | null;
  answerNote: Generated<string>;
  answeredAt: Date | null;
  recordedBy: string | null;
  refusalReason: Generated<string>;
  doneAt: Date | null;
  doneBy: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** The edition of the price list that the job came from; empty for what was written freely. */
  priceItemId: string | null;
  /** What the labour came to by the list on the day of the quotation; the line departs from it where labour_fen is another. */
  listedFen: number | null;
  /** When a new quotation took away an answer that the customer had given; empty once he has answered again. */
  askedAgainAt: Date | null;
  /** When the desk named the price of an additional item for the customer; empty until then. */
  pricedAt: Date | null;
  /** With another firm, or back from it and not yet checked; empty: in the house. */
  outside: Generated<'' | 'out' | 'unchecked'>;
  /** The edition of the package that the line was quoted with, at its share of the package price. */
  jobPackageId: string | null;
}

export interface JobPackagesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** Half-width and upper case: by code and model a package is the same one. */
  code: string;
  /** The vehicle model that it is for; empty for all. */
  model: Generated<string>;
  validFrom: string;
  /** The last day on which it may be quoted; empty: until a later edition. */
  validUntil: string | null;
  /** notOffered: from that day on not to be had here; asAbove: from that day on as the unit above has it. */
  standing: Generated<'offered' | 'notOffered' | 'asAbove'>;
  name: string;
  /** What all of it costs together; empty: the sum of its lines. */
  priceFen: number | null;
  /** Items of the price list by kind and code, with quantityThousandths; a part belongs to the job before it. */
  lines: unknown;
  /** Bigrams of code, name and initials, for search by a fragment; written by the application. */
  grams: Generated<string[]>;
  createdBy: string | null;
  createdAt: Date;
}

export interface KeyTagsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  linkId: string;
  /** The address of its code, sealed: a sticker that got oily is printed again as it was. Emptied with its end. */
  sealedUrl: Generated<string>;
  printedAt: Date | null;
  printedBy: string | null;
  /** The car has left, or another code took its place: this one opens nothing any more. */
  endedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface KnownDevicesTable {
  tenantId: string;
  employeeId: string;
  deviceHash: Buffer;
  lastSeenAt: Date;
  trustedUntil: Date | null;
  createdAt: Date;
}

export interface LabourRatesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** As the house calls it; empty for the usual one. */
  grade: Generated<string>;
  validFrom: string;
  /** Fen an hour; empty: from that day on as the unit above has it. */
  rateFen: number | null;
  createdBy: string | null;
  createdAt: Date;
}

export interface LedgerAccountsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** What is counted: `<module>.<what>`, such as a part in stock or prepaid money. */
  kind: string;
  ownerType: string;
  ownerId: string;
  /** Measure word for people: 元, 件, 次, 个. */
  unit: string;
  /** What the balance never goes below; null only for the other side of a double entry. */
  floor: number | null;
  balance: Generated<number>;
  /** One more than the number of its entries. */
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface LedgerEntriesTable {
  tenantId: string;
  id: string;
  accountId: string;
  /** Running number within its account, without a gap. */
  place: number;
  amount: number;
  balanceAfter: number;
  sourceType: string;
  sourceId: string;
  /** Which of the entries of one source this is: one source moves each leg once. */
  leg: string;
  reversesId: string | null;
  /** Last day on which what was given may be used; the module that gave it lets it lapse. */
  expiresOn: string | null;
  actorKind: 'user' | 'apiKey' | 'system' | 'link';
  actorId: string;
  createdAt: Date;
}

export interface LettersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  kind: 'notice' | 'invitation' | 'reply';
  purpose: 'service' | 'marketing';
  way: 'post' | 'hand' | 'email';
  language: Generated<'zh-CN' | 'en'>;
  recipient: string;
  address: Generated<string>;
  subject: string;
  body: string;
  templateId: string | null;
  /** Its words are those of an approved template, filled and otherwise unchanged: no second approval. */
  isAsApproved: Generated<boolean>;
  state: Generated<'draft' | 'asked' | 'approved' | 'printed' | 'sent' | 'returned' | 'withdrawn'>;
  /** Why it was sent back, withdrawn or came back: of the state it is in. */
  reason: Generated<string>;
  year: number | null;
  /** Running number of the unit in the year, without gaps; a withdrawn letter keeps its own. */
  position: number | null;
  registeredOn: string | null;
  writtenBy: string | null;
  askedBy: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  printedAt: Date | null;
  sentOn: string | null;
  sentBy: string | null;
  returnedOn: string | null;
  /** The PDF as it left the house; it lies in the customer's archive bag too. */
  fileId: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Where a letter is answered: printed as a code at its end. */
  replyUrl: Generated<string>;
}

export interface LinkVisitsTable {
  tenantId: string;
  id: string;
  linkId: string;
  secretHash: Buffer;
  provedAt: Date | null;
  expiresAt: Date;
  createdAt: Date;
  codeHash: Buffer | null;
  codeSentAt: Date | null;
  codesWrong: Generated<number>;
  confirmedAt: Date | null;
}

export interface LinksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  purpose: string;
  aboutType: string;
  aboutId: string;
  aboutVersion: number;
  tokenHash: Buffer;
  expiresAt: Date;
  maxUses: number;
  uses: Generated<number>;
  openedAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  wrongCodes: Generated<number>;
}

export interface ListExportsTable {
  tenantId: string;
  id: string;
  number: string;
  orgUnitId: string;
  orgPath: string;
  employeeId: string;
  list: string;
  query: string;
  columns: string[];
  reason: string;
  /** Telephones stand in it in full. */
  isWhole: boolean;
  rowsPlanned: number;
  rowsWritten: number | null;
  state: 'asked' | 'running' | 'done' | 'broken';
  expiresAt: Date;
  endedAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface LoanCarsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  plate: string;
  model: Generated<string>;
  condition: Generated<'ready' | 'outOfOrder' | 'retired'>;
  conditionNote: Generated<string>;
  /** As it was last lent or given back. */
  mileageKm: number;
  /** The last day of its technical inspection (年检). */
  inspectionUntil: string;
  /** The last day of its compulsory insurance (交强险). */
  insuranceUntil: string;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface LoansTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  loanCarId: string;
  customerId: string;
  orderId: string | null;
  state: Generated<'lent' | 'returned'>;
  ground: 'courtesy' | 'warrantyRepair';
  borrowerName: string;
  licenceClass: 'A1' | 'A2' | 'A3' | 'B1' | 'B2' | 'C1' | 'C2' | 'C5';
  licenceUntil: string;
  /** Who saw the driving licence of the borrower; its number is not kept. */
  checkedBy: string;
  lentAt: Date;
  dueAt: Date;
  returnedAt: Date | null;
  /** What the borrower is to pay for damage, fuel or fines, in fen. */
  costFen: Generated<number>;
  costReason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface LoginsTable {
  tenantId: string;
  employeeId: string;
  username: string;
  passwordHash: string;
  isEnabled: Generated<boolean>;
  changedAt: Date;
  mustChange: Generated<boolean>;
}

export interface MailboxesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  address: string;
  host: string;
  port: number;
  isSecure: boolean;
  username: string;
  /** Sealed; it goes in and never comes out. */
  password: string;
  folder: string;
  /** Where mail lies once it is stored here; empty: it stays and is marked as read. */
  doneFolder: Generated<string>;
  /** Whose Authentication-Results are believed (RFC 8601); empty: nobody’s. */
  trustedServer: Generated<string>;
  everyMinutes: number;
  decideMinutes: number;
  isActive: boolean;
  /** Whether a complaint that came by mail is acknowledged by mail. */
  isAnswered: Generated<boolean>;
  /** Under which the numbers of the folder hold (RFC 3501, 2.3.1.1); null: nothing was fetched yet. */
  uidValidity: number | null;
  lastUid: Generated<number>;
  fetchedAt: Date | null;
  fault: Generated<'' | 'login' | 'folder' | 'notAllowed' | 'certificate' | 'noTls' | 'unreachable' | 'tooSlow' | 'refused'>;
  said: Generated<string>;
  failures: Generated<number>;
  failingSince: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface MattersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  vehicleId: string | null;
  orderId: string | null;
  callId: string | null;
  kind: 'demand' | 'hope' | 'question';
  content: string;
  state: Generated<'open' | 'escalated' | 'solved' | 'told' | 'dropped'>;
  ownerId: string;
  solution: Generated<string>;
  solvedAt: Date | null;
  toldAt: Date | null;
  toldHow: 'call' | 'phone' | 'message' | 'inPerson' | null;
  dropReason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface MemberMovementsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  membershipId: string;
  kind: 'topUp' | 'opening' | 'spend' | 'expireGift' | 'earn' | 'unearn' | 'payPoints' | 'expirePoints' | 'correctPoints' | 'buyPackage' | 'usePackage' | 'expirePackage' | 'refund' | 'reverse' | 'merge';
  topUpId: string | null;
  packageItemId: string | null;
  orderId: string | null;
  reversesId: string | null;
  principalFen: Generated<number>;
  giftFen: Generated<number>;
  points: Generated<number>;
  uses: Generated<number>;
  /** What it came to for the customer: settled with it, or paid back to him. */
  paidFen: Generated<number>;
  /** The price before any discount of what was paid for: a refund for the customer’s own reason counts by it. */
  listFen: Generated<number>;
  words: Generated<string>;
  byId: string | null;
  at: Date;
  /** The list that brought an opening balance in. */
  importBatchId: string | null;
  /** The row of that list. */
  importRow: number | null;
}

export interface MemberRefundsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  membershipId: string;
  number: string;
  topUpId: string | null;
  packagePurchaseId: string | null;
  ground: 'withinSevenDays' | 'merchantFault' | 'consumerReason';
  hadSameService: Generated<boolean>;
  reason: string;
  steps: unknown;
  refundFen: number;
  interestFen: number;
  state: Generated<'asked' | 'paid' | 'declined'>;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: Generated<string>;
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer' | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Who asked decided it too: nobody else in the house might, and its rule allows that. */
  decidedAlone: Generated<boolean>;
}

export interface MembershipsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  number: string;
  joinedOn: string;
  tier: string;
  tierSince: string;
  tierRule: Generated<'joining' | 'spend' | 'hand'>;
  tierReason: Generated<string>;
  /** Last day of a tier given by hand; null is without end. */
  tierUntil: string | null;
  /** What he had settled in the twelve months before the tier was last worked out. */
  spentFen: Generated<number>;
  mergedIntoId: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface MergeMovesTable {
  tenantId: string;
  mergeId: string;
  tableName: string;
  columnName: string;
  rowId: string;
  former: Generated<unknown>;
}

export interface MergesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: 'customer' | 'vehicle';
  keptId: string;
  goneId: string;
  state: Generated<'done' | 'undone'>;
  /** Both records as they were: {kept, gone}, each by field. */
  before: unknown;
  /** What the merge wrote into the record that stays: by field. Undoing takes back only what still stands so. */
  written: unknown;
  undoneBy: string | null;
  undoneAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface MessageTemplatesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** The id of its first edition. */
  seriesId: string;
  edition: number;
  name: string;
  purpose: 'service' | 'marketing';
  channel: 'sms' | 'email' | 'wecom';
  language: 'zh-CN' | 'en';
  subject: Generated<string>;
  body: string;
  /** The number under which the SMS provider has approved these words. */
  providerTemplate: Generated<string>;
  providerSignature: Generated<string>;
  state: Generated<'draft' | 'asked' | 'approved' | 'refused' | 'retired'>;
  refusal: Generated<string>;
  writtenBy: string | null;
  askedBy: string | null;
  askedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** What its words remind of: who has switched that off is not sent them. */
  remindsOf: Generated<'' | 'maintenance' | 'inspection' | 'insurance' | 'guarantee' | 'freeCheck' | 'offer' | 'event' | 'care'>;
  /** carReady: says that the car may be fetched; held back until outside and belongings are checked. */
  occasion: Generated<'' | 'carReady'>;
}

export interface MessagesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string | null;
  direction: 'out' | 'in';
  channel: 'sms' | 'email' | 'wecom' | 'letter' | 'phone';
  purpose: 'service' | 'marketing';
  template: Generated<string>;
  address: Generated<string>;
  subject: Generated<string>;
  body: string;
  aboutType: string | null;
  aboutId: string | null;
  state: Generated<'queued' | 'held' | 'sent' | 'failed' | 'unknown' | 'received'>;
  heldReason: Generated<string>;
  sentAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  templateId: string | null;
  providerTemplate: Generated<string>;
  providerSignature: Generated<string>;
  /** What stands for each variable, in the order of the text: [["plate", "粤A12345"]]. */
  templateValues: Generated<unknown>;
  providerId: Generated<string>;
  delivery: Generated<'' | 'arrived' | 'lost'>;
  deliveryNote: Generated<string>;
  deliveredAt: Date | null;
  /** In thousandths of a yuan, by the price of a part that the house entered. */
  costLi: number | null;
  /** The Message-ID that it answers by itself, or a word where there is none; empty: people wrote it. */
  answersMail: Generated<string>;
  /** A kind of reminder_choices, empty for what is no reminder. */
  remindsOf: Generated<'' | 'maintenance' | 'inspection' | 'insurance' | 'guarantee' | 'freeCheck' | 'offer' | 'event' | 'care'>;
}

export interface MileageReadingsTable {
  tenantId: string;
  id: string;
  vehicleId: string;
  mileageKm: number;
  readOn: string;
  source: 'visit' | 'import' | 'call' | 'correction';
  sourceId: string | null;
  reason: Generated<string>;
  createdAt: Date;
}

export interface NoticesTable {
  tenantId: string;
  id: string;
  employeeId: string;
  kind: string;
  aboutType: string;
  aboutId: string;
  facts: Generated<unknown>;
  key: string | null;
  readAt: Date | null;
  createdAt: Date;
}

export interface OrderDiscountsTable {
  tenantId: string;
  id: string;
  orderId: string;
  amountFen: number;
  /** The customer's share when it was asked; where he agrees to less in the end, the discount shrinks with it. */
  baseFen: number;
  reason: Generated<string>;
  /** withdrawn: another was asked instead, or the order was settled without it. */
  state: 'asked' | 'granted' | 'refused' | 'withdrawn';
  askedBy: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** What who decided said to it. */
  decision: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface OrderPapersTable {
  tenantId: string;
  orderId: string;
  fileId: string;
  kind: 'photo' | 'signature' | 'document';
  caption: Generated<string>;
  filedBy: string;
  at: Date;
}

export interface OrderQuestionsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  lineId: string | null;
  /** The job as it was called when he asked: a line may be quoted anew or taken off. */
  about: Generated<string>;
  question: string;
  answer: Generated<string>;
  answeredBy: string | null;
  answeredAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface OrderSigningsTable {
  tenantId: string;
  id: string;
  orderId: string;
  linkId: string;
  /** Over the jobs with their prices and payers that were shown: another price, another hash. */
  quoteHash: string;
  statement: string;
  sumFen: number;
  signedBy: string;
  signatureFileId: string;
  address: string;
  userAgent: string;
  /** When this browser showed the code that the customer knows. */
  provedAt: Date;
  at: Date;
  confirmedAt: Date | null;
}

export interface OrderStepsTable {
  tenantId: string;
  id: string;
  orderId: string;
  orderVersion: number;
  step: string;
  fromState: string;
  toState: string;
  note: Generated<string>;
  takenBy: string | null;
  at: Date;
}

export interface OrgUnitsTable {
  tenantId: string;
  id: string;
  parentId: string | null;
  tier: 'headquarters' | 'agent' | 'shop';
  code: string;
  name: string;
  /** Materialised path, each node ending in a dot: a subtree is one prefix (decision 1). */
  path: string;
  /** The name of one of the house's regions; it changes with that. */
  region: string | null;
  address: Generated<string>;
  phone: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  /** Place among its siblings; those of one place stand by their path. */
  position: Generated<number>;
  /** How many steps of the path were given out below it so far. */
  stepsGiven: Generated<number>;
  /** Since then nothing new is made here; what is there stays to be read. */
  closedAt: Date | null;
  /** Another legal person: whoever looks from above sees its customers masked without a basis on record. */
  isOwnController: Generated<boolean>;
}

export interface OutboxTable {
  tenantId: string;
  id: string;
  channel: string;
  payload: unknown;
  state: Generated<'pending' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  nextTryAt: Date;
  lastError: string | null;
  createdAt: Date;
  deliveredAt: Date | null;
}

export interface PackageItemsTable {
  tenantId: string;
  id: string;
  packagePurchaseId: string;
  position: number;
  name: string;
  uses: number;
  unitFen: number;
}

export interface PackagePurchasesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  membershipId: string;
  servicePackageId: string | null;
  number: string;
  name: string;
  paidFen: number;
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer' | 'opening';
  termsId: string | null;
  signedBy: string;
  fileId: string | null;
  paidOn: string;
  expiresOn: string;
  refundedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** When it was taken back with the list that brought it in. */
  withdrawnAt: Date | null;
}

export interface PartBalancesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  lineId: string;
  /** Which of the parts of the job, from 0. */
  place: number;
  approvedThousandths: number;
  /** Issued less given back, in thousandths of the unit: 1000 is one. */
  issuedThousandths: Generated<number>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PartBarcodesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  barcode: string;
  number: string;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PartChargesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  employeeId: string;
  kind: 'charged' | 'reversed';
  /** The charge that this one takes back, whole; each at most once. */
  reversesId: string | null;
  cause: 'lost' | 'damaged';
  /** Which part. */
  name: string;
  amountFen: number;
  reason: string;
  chargedBy: string | null;
  at: Date;
}

export interface PartIssuesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  lineId: string;
  place: number;
  kind: 'issued' | 'returned';
  number: Generated<string>;
  name: string;
  unit: string;
  quantityThousandths: number;
  /** Who had it, or gave it back: of the job, else of the order. */
  technicianId: string | null;
  oldPart: Generated<'notAsked' | 'handedIn' | 'excepted'>;
  /** The number on the tag of the old part that was handed in. */
  oldPartTag: Generated<string>;
  /** Why it was issued without the old part, or why it came back. */
  reason: Generated<string>;
  issuedBy: string | null;
  at: Date;
}

export interface PartRepliesTable {
  tenantId: string;
  id: string;
  issueId: string;
  position: number;
  kind: 'confirmed' | 'asked' | 'answered';
  words: Generated<string>;
  saidBy: string | null;
  at: Date;
}

export interface PartWaiversTable {
  tenantId: string;
  id: string;
  orderId: string;
  lineId: string;
  place: number;
  reason: string;
  waivedBy: string | null;
  at: Date;
}

export interface PasskeyChallengesTable {
  challenge: string;
  boundTo: string;
  tenantId: string | null;
  expiresAt: Date;
}

export interface PasskeysTable {
  tenantId: string;
  id: string;
  employeeId: string;
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  transports: Generated<string[]>;
  name: string;
  isSynced: Generated<boolean>;
  lastUsedAt: Date | null;
  doubtedAt: Date | null;
  createdAt: Date;
}

export interface PaymentRefundsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  orderId: string;
  paymentId: string | null;
  receiptId: string | null;
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer';
  amountFen: number;
  reason: string;
  askedBy: string;
  at: Date;
}

export interface PaymentsTable {
  tenantId: string;
  id: string;
  orderId: string;
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer' | 'onAccount' | 'prepaid' | 'points' | 'package';
  amountFen: number;
  note: Generated<string>;
  takenBy: string;
  at: Date;
}

export interface PhoneCallsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  direction: 'in' | 'out' | 'visit';
  state: 'ringing' | 'talking' | 'ended' | 'missed' | 'taken' | 'settled' | 'recorded';
  /** In the stored form of telephones where it is one; empty: withheld. */
  number: Generated<string>;
  callerName: Generated<string>;
  customerId: string | null;
  vehicleId: string | null;
  /** What the telephone system calls it, behind the unit whose system it is. */
  outsideId: string | null;
  /** Whose telephones rang. */
  extensions: Generated<string[]>;
  /** Who answered, dialled, or has taken it to call back. */
  ownerId: string | null;
  /** The missed call that this one answers. */
  firstId: string | null;
  /** The talk in the register of follow-up calls (追踪服务记录表). */
  callId: string | null;
  complaintId: string | null;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  callBackBy: Date | null;
  /** How often it was called back without reaching anybody. */
  tries: Generated<number>;
  result: Generated<'' | 'talked' | 'noAnswer' | 'busy' | 'wrongNumber' | 'nuisance'>;
  note: Generated<string>;
  /** Whether the recording was announced at its beginning; null: nothing was recorded. */
  isAnnounced: boolean | null;
  /** Where the telephone system holds the recording until it is fetched. */
  recordingUrl: Generated<string>;
  fileId: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Dialled outside of the calling hours, because the customer asked for it. */
  askedByCustomer: Generated<boolean>;
}

export interface PhoneExtensionsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  extension: string;
  employeeId: string;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PostAssessmentsTable {
  tenantId: string;
  id: string;
  orgPath: string;
  employeeId: string;
  postKey: 'serviceManager' | 'supervisor' | 'serviceAdvisor' | 'intakeClerk' | 'customerAgent' | 'technician' | 'teamLeader' | 'fitter' | 'electrician' | 'outgoingInspector' | 'partsKeeper' | 'cashier' | 'serviceSupervisor';
  postVersion: number;
  /** By quality of the post, 1 to 5. */
  scores: unknown;
  note: Generated<string>;
  createdBy: string | null;
  createdAt: Date;
}

export interface PostHoldingsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  employeeId: string;
  postKey: 'serviceManager' | 'supervisor' | 'serviceAdvisor' | 'intakeClerk' | 'customerAgent' | 'technician' | 'teamLeader' | 'fitter' | 'electrician' | 'outgoingInspector' | 'partsKeeper' | 'cashier' | 'serviceSupervisor';
  /** 专职: this post and no other work. */
  isDedicated: Generated<boolean>;
  sinceOn: string;
  untilOn: string | null;
  createdBy: string | null;
  createdAt: Date;
}

export interface PostVersionsTable {
  tenantId: string;
  id: string;
  postKey: string;
  version: number;
  duties: unknown;
  qualifications: unknown;
  qualities: unknown;
  createdBy: string | null;
  createdAt: Date;
}

export interface PrepaidTermsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  edition: number;
  content: string;
  price: string;
  refund: string;
  breach: string;
  createdBy: string | null;
  createdAt: Date;
}

export interface PriceItemsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: 'job' | 'part';
  /** Number of the job or part, half-width and upper case: by kind, code and model an item is the same one. */
  code: string;
  /** The vehicle model that the standard hours are for; empty for all. */
  model: Generated<string>;
  validFrom: string;
  /** notOffered: from that day on not to be had here; asAbove: from that day on as the unit above has it. */
  standing: Generated<'offered' | 'notOffered' | 'asAbove'>;
  name: string;
  /** In hundredths of an hour. */
  standardHours: number | null;
  /** 机动车维修管理规定 art. 25: the maker's, the industry's, or the shop's own as filed. */
  hoursSource: 'maker' | 'industry' | 'shop' | null;
  workGrade: Generated<'' | 'overhaul' | 'assembly' | 'secondary' | 'primary' | 'minor' | 'special'>;
  /** Which labour rate it is counted with; empty for the usual one. */
  rateGrade: Generated<string>;
  /** Of a part for one measure; of a job its fixed price, empty where hours and rate give it. */
  priceFen: number | null;
  measure: Generated<string>;
  /** 机动车维修管理规定 art. 30: marked and priced apart. */
  origin: 'original' | 'equivalent' | 'repaired' | null;
  guaranteeDays: number | null;
  guaranteeKm: number | null;
  /** Bigrams of code and name, for search by a fragment; written by the application. */
  grams: Generated<string[]>;
  /** The list that brought it in; empty for what was written by hand. */
  importBatchId: string | null;
  createdBy: string | null;
  createdAt: Date;
  /** When it first stood in a quotation; empty while nobody was asked for it. */
  quotedAt: Date | null;
}

export interface ProcessingRestrictionsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  reason: string;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  createdBy: string | null;
}

export interface QuestionnairesTable {
  tenantId: string;
  id: string;
  occasion: 'delivery' | 'complaintClosed' | 'yearly';
  edition: number;
  content: unknown;
  source: Generated<string>;
  createdBy: string | null;
  createdAt: Date;
}

export interface RatingEntriesTable {
  tenantId: string;
  id: string;
  roundId: string;
  rank: number;
  customerId: string;
  visits: number;
  spendFen: number;
}

export interface RatingRoundsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  fromOn: string;
  untilOn: string;
  criterion: 'spend' | 'visits';
  places: number;
  frozenAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ReceiptAllocationsTable {
  tenantId: string;
  id: string;
  receiptId: string;
  orderId: string;
  amountFen: number;
  at: Date;
}

export interface ReceiptsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  number: string;
  /** The order that it was paid in advance for; empty where it pays what stands on account. */
  orderId: string | null;
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer';
  amountFen: number;
  note: Generated<string>;
  takenBy: string;
  at: Date;
}

export interface RecoveryCodesTable {
  tenantId: string;
  employeeId: string;
  codeHash: Buffer;
  usedAt: Date | null;
  createdAt: Date;
}

export interface RefundDecisionsTable {
  tenantId: string;
  refundId: string;
  isPaid: boolean;
  decidedBy: string;
  /** Who asked decided it too: below the limit, or nobody else might. */
  alone: boolean;
  at: Date;
}

export interface RegionsTable {
  tenantId: string;
  id: string;
  name: string;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface ReleaseCertificatesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orderId: string;
  number: string;
  inspectorId: string;
  guaranteeKm: number;
  guaranteeDays: number;
  issuedAt: Date;
}

export interface ReleasedPhotosTable {
  tenantId: string;
  id: string;
  orderId: string;
  fileId: string;
  /** The job that it explains, while it stands on the quotation; empty where it shows the car or the progress. */
  lineId: string | null;
  createdBy: string | null;
  createdAt: Date;
}

export interface ReminderChoicesTable {
  tenantId: string;
  id: string;
  customerId: string;
  kind: 'maintenance' | 'inspection' | 'insurance' | 'guarantee' | 'freeCheck' | 'offer' | 'event' | 'care';
  isOn: boolean;
  evidence: Generated<string>;
  /** By which link he said so himself; null where a colleague wrote it down. */
  linkId: string | null;
  recordedBy: string | null;
  at: Date;
}

export interface RepeatRepairsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** The order with which the car came back. */
  orderId: string;
  /** The order whose work did not hold. */
  earlierOrderId: string;
  state: Generated<'proposed' | 'confirmed' | 'declined' | 'otherCause'>;
  /** How many repairs of the same fault have failed with this return; the second leads to article 37. */
  attempt: Generated<number>;
  /** When the car left after the earlier order: the cohort of the first-time-fix rate. */
  deliveredOn: string;
  days: number;
  /** Driven since the car left, in km; days likewise. */
  km: number;
  /** Until when the guarantee of the earlier order ran; null: it had none, or it was over (goodwill). */
  untilOn: string | null;
  untilKm: number | null;
  /** The job of the earlier order that did not hold; its words and technician stand beside it. */
  lineId: string | null;
  job: Generated<string>;
  technicianId: string | null;
  symptom: Generated<string>;
  reason: Generated<string>;
  decidedBy: string | null;
  decidedOn: string | null;
  decidedAt: Date | null;
  /** Until then another cause may be proved; after it the repair stays free of charge (art. 37). */
  proofDueAt: Date;
  causeKind: 'workmanship' | 'part' | 'diagnosis' | 'omitted' | 'use' | 'accident' | 'otherFault' | 'ownPart' | null;
  cause: Generated<string>;
  judgedBy: string | null;
  judgedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface RightsRequestsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  customerId: string;
  kind: 'access' | 'copy' | 'correction' | 'deletion' | 'restriction' | 'withdrawal';
  channel: 'inPerson' | 'phone' | 'letter' | 'link';
  identityBy: 'idDocument' | 'calledBack' | 'knownHere' | 'authorised' | 'linkCode' | 'messageCode';
  askedByName: string;
  wish: string;
  state: 'open' | 'held' | 'answered' | 'refused';
  receivedAt: Date;
  dueAt: Date;
  termDays: number;
  /** Where the term came from on the day the request came in. */
  termSource: string;
  extendedAt: Date | null;
  extendReason: Generated<string>;
  answer: Generated<string>;
  complainWay: Generated<string>;
  evidenceType: Generated<string>;
  /** What was done for it: a copy, a restriction, the edit of the file. */
  evidenceId: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  createdBy: string | null;
}

export interface RoleGrantsTable {
  tenantId: string;
  employeeId: string;
  roleId: string;
  scopePath: string;
  createdAt: Date;
}

export interface RolesTable {
  tenantId: string;
  id: string;
  key: string;
  name: string;
  permissions: string[];
  home: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
  secondFactorFrom: string | null;
}

export interface SegmentPlansTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  segmentId: string;
  conditions: unknown;
  topic: string;
  isOffer: boolean;
  budget: number;
  planned: number;
  createdBy: string | null;
  createdAt: Date;
}

export interface SegmentsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  ownerId: string;
  isShared: Generated<boolean>;
  conditions: unknown;
  removedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ServiceOffersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: 'event' | 'offer' | 'freeCheck';
  name: string;
  content: Generated<string>;
  place: Generated<string>;
  fromOn: string;
  untilOn: string;
  conditions: Generated<unknown>;
  withdrawnAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ServiceOrdersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  numberTail: ColumnType<string, never, never>;
  vehicleId: string;
  customerId: string;
  senderName: Generated<string>;
  senderPhone: Generated<string>;
  kind: Generated<'maintenance' | 'repair' | 'bodyPaint' | 'inspection' | 'repeatRepair' | 'enquiry'>;
  state: Generated<'received' | 'inspected' | 'estimated' | 'approved' | 'inWork' | 'selfChecked' | 'teamChecked' | 'ready' | 'settled' | 'delivered' | 'leftUnrepaired' | 'cancelled'>;
  waitingFor: Generated<'' | 'parts' | 'customer' | 'sublet' | 'bay'>;
  customerWords: string;
  mileageKm: number;
  fuelEighths: number | null;
  valuables: Generated<string>;
  advisorId: string;
  technicianId: string | null;
  bay: Generated<string>;
  promisedAt: Date | null;
  oldParts: Generated<'undecided' | 'return' | 'waive' | 'none'>;
  earlierOrderId: string | null;
  /** What the customer agreed to, line by line; settlement never exceeds it (WSH-12), held by a constraint. */
  approvedFen: Generated<number>;
  settledFen: number | null;
  deliveryMileageKm: number | null;
  acceptedBy: Generated<string>;
  /** The diagnosis that the customer left with, or why the order was cancelled. */
  closingNote: Generated<string>;
  stateSince: Date;
  receivedAt: Date;
  readyAt: Date | null;
  deliveredAt: Date | null;
  grams: Generated<string[]>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ServicePackagesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  priceFen: number;
  /** Per item: name, uses, and the price of one without the package in fen. */
  items: unknown;
  validDays: number;
  isOffered: Generated<boolean>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface ServiceProposalsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  vehicleId: string;
  customerId: string;
  kind: 'maintenance' | 'inspection' | 'insurance' | 'guarantee' | 'offer';
  /** The offer, or the order whose guarantee ends; else the vehicle itself. */
  sourceId: string;
  dueOn: string;
  showFrom: string;
  why: unknown;
  dismissedAt: Date | null;
  dismissedBy: string | null;
  dismissReason: Generated<string>;
  createdAt: Date;
  updatedAt: Date;
}

export interface SessionsTable {
  tenantId: string;
  id: string;
  secretHash: Buffer;
  employeeId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  userAgent: Generated<string>;
  address: Generated<string>;
  provedAt: Date;
  factor: 'totp' | 'passkey' | 'recovery' | 'device' | 'provider' | null;
}

export interface SettingsTable {
  tenantId: string;
  orgPath: Generated<string>;
  key: string;
  value: unknown;
  updatedAt: Date;
  version: Generated<number>;
}

export interface SharingBasesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  toUnitId: string;
  kind: 'consent' | 'contract' | 'law';
  purpose: string;
  document: string;
  validFrom: string;
  validUntil: string | null;
  createdBy: string | null;
  createdAt: Date;
}

export interface SharingWithdrawalsTable {
  tenantId: string;
  basisId: string;
  reason: string;
  createdBy: string | null;
  createdAt: Date;
}

export interface ShopPagesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  slug: string;
  isOpen: Generated<boolean>;
  intro: Generated<string>;
  /** Longitude and latitude as the maps of China count them (GCJ-02): 114.305500,30.592800. */
  mapPoint: Generated<string>;
  rescuePhone: Generated<string>;
  complaintPhone: Generated<string>;
  promises: Generated<string[]>;
  receptionSteps: Generated<string[]>;
  complaintSteps: Generated<string[]>;
  /** Where consumers complain: 12315 (消费者权益保护). */
  authorityPhone: Generated<string>;
  /** The authority over motor vehicle repair: 12328 (交通运输服务监督). */
  transportPhone: Generated<string>;
  takesBookings: Generated<boolean>;
  /** A free time is his who takes it, without the desk. */
  confirmsItself: Generated<boolean>;
  fetches: Generated<boolean>;
  changeUntilHours: Generated<number>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface SignInRulesTable {
  tenantId: string;
  secondFactorFrom: string | null;
  remembersDevices: Generated<boolean>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface SignOnAttemptsTable {
  tenantId: string;
  id: string;
  providerId: string;
  sessionId: string | null;
  stateHash: Buffer;
  browserHash: Buffer;
  nonce: string;
  verifier: string;
  next: Generated<string>;
  expiresAt: Date;
  createdAt: Date;
}

export interface SignOnLinksTable {
  tenantId: string;
  id: string;
  providerId: string;
  employeeId: string;
  issuer: string;
  subject: string;
  shownAs: Generated<string>;
  lastUsedAt: Date | null;
  lastSessionId: string | null;
  createdAt: Date;
}

export interface SignOnProvidersTable {
  tenantId: string;
  id: string;
  label: string;
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  scopes: string;
  usernameClaim: string;
  matchesUsername: Generated<boolean>;
  emailDomains: Generated<string[]>;
  newRoleKey: string | null;
  newUnitId: string | null;
  groupClaim: Generated<string>;
  groupRoles: Generated<unknown>;
  factorValues: Generated<string[]>;
  endsThere: Generated<boolean>;
  isEnabled: Generated<boolean>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface SignOnRulesTable {
  tenantId: string;
  requiredRoles: Generated<string[]>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface SignedCheckInsTable {
  tenantId: string;
  id: string;
  checkInId: string;
  content: unknown;
  signedBy: string;
  signatureFileId: string;
  /** The signature under the list of accessories (附件交接清单, WSH-04), where there is one. */
  accessoryFileId: string | null;
  takenBy: string;
  at: Date;
}

export interface StandInsTable {
  tenantId: string;
  id: string;
  absentId: string;
  standInId: string;
  fromAt: Date;
  untilAt: Date;
  namedBy: string;
  endedAt: Date | null;
  createdAt: Date;
}

export interface StandingCampaignsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** A day of the calendar by its name, solar or lunar, or season: a day of each year of one's own. */
  occasion: string;
  /** Month and day on which tips of a season go out. */
  seasonFrom: Generated<string>;
  name: string;
  content: Generated<string>;
  segmentId: string;
  templateId: string | null;
  way: 'message' | 'call' | 'letter';
  state: Generated<'draft' | 'approved' | 'stopped'>;
  writtenBy: string | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** Approved by who wrote it, there being nobody else with the right: a house of one. */
  isOwnApproval: Generated<boolean>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface StandingChangesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  fromStanding: string;
  toStanding: string;
  formula: string;
  onDate: string;
}

export interface StandingCountsTable {
  tenantId: string;
  orgUnitId: string;
  orgPath: string;
  byMonths: 'active' | 'sleeping' | 'lost' | 'never';
  byInterval: 'active' | 'sleeping' | 'lost' | 'never';
  byVisits: 'active' | 'sleeping' | 'lost' | 'never';
  valueClass: 'high' | 'middle' | 'low' | 'none';
  recency: 'm3' | 'm6' | 'm12' | 'm24' | 'older' | 'never';
  customers: number;
  countedAt: Date;
}

export interface SubjectKeysTable {
  tenantId: string;
  subjectType: string;
  subjectId: string;
  sealedKey: string | null;
  madeAt: Date;
  forgottenAt: Date | null;
}

export interface SubletCostsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  subletId: string;
  partnerId: string;
  entry: number;
  kind: 'booked' | 'reversed';
  costFen: number;
  /** What the house asks for the job, of whoever pays for it; 0 where the house bears it or it was not passed. */
  priceFen: number;
  /** The number of the firm’s bill. */
  reference: Generated<string>;
  reason: Generated<string>;
  bookedOn: string;
  bookedBy: string | null;
  at: Date;
}

export interface SubletPartnersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  contactName: Generated<string>;
  contactPhone: Generated<string>;
  address: Generated<string>;
  trades: Generated<string>;
  /** The paper by which the firm may do such work, with its number. */
  qualification: Generated<string>;
  /** The last day of that paper; null: it does not end. */
  qualificationUntil: string | null;
  note: Generated<string>;
  isActive: Generated<boolean>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** A copy of the paper by which the firm may do such work. */
  paperFileId: string | null;
}

export interface SubletsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  lineId: string;
  partnerId: string;
  state: Generated<'out' | 'back' | 'passed' | 'failed' | 'calledOff'>;
  /** The how many-th time that this job was given out. */
  attempt: Generated<number>;
  asked: string;
  /** What the firm asks for, agreed before it begins; the house’s own knowledge, never the customer’s. */
  agreedFen: number;
  givenBy: string | null;
  givenAt: Date;
  dueAt: Date;
  backBy: string | null;
  backAt: Date | null;
  checkedBy: string | null;
  checkedAt: Date | null;
  finding: Generated<string>;
  /** Why it was called off, or why it was promised for another time. */
  reason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface SurveyAnswersTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  surveyInvitationId: string;
  answers: unknown;
  overall: number | null;
  overallOf: number | null;
  recommend: number | null;
  isLow: Generated<boolean>;
  way: 'link' | 'call';
  /** A hash of the browser and its address: many answers from one device are reported. */
  deviceMark: Generated<string>;
  takenBy: string | null;
  matterId: string | null;
  /** Sealed until then for the shop; headquarters sees it at once. */
  opensAt: Date;
  at: Date;
}

export interface SurveyChecksTable {
  tenantId: string;
  id: string;
  surveySampleId: string;
  surveyAnswerId: string;
  position: number;
  outcome: 'confirmed' | 'differs' | 'notAsked' | 'unreachable' | null;
  words: Generated<string>;
  checkedBy: string | null;
  checkedAt: Date | null;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface SurveyInvitationsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  questionnaireId: string;
  occasion: 'delivery' | 'complaintClosed' | 'yearly';
  customerId: string;
  vehicleId: string | null;
  orderId: string | null;
  complaintId: string | null;
  advisorId: string | null;
  technicianId: string | null;
  anchoredAt: Date;
  state: 'planned' | 'sent' | 'answered' | 'expired' | 'withheld';
  /** When it is asked: drawn once within the window, so that nobody at the shop knows the hour. */
  drawnAt: Date;
  way: 'call' | 'sms';
  sentAt: Date | null;
  /** From when the customer may be asked by telephone. */
  callAt: Date | null;
  expiresAt: Date;
  withheldReason: Generated<string>;
  /** The telephone on file at the visit, until it is asked: one changed in between is reported. */
  phoneBefore: Generated<string>;
  isPhoneChanged: Generated<boolean>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface SurveySamplesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  seed: string;
  fromOn: string;
  untilOn: string;
  size: number;
  createdBy: string | null;
  createdAt: Date;
}

export interface TasksTable {
  id: string;
  tenantId: string;
  name: string;
  key: string | null;
  data: unknown;
  runAt: Date;
  attempts: Generated<number>;
  lastError: string | null;
  createdAt: Date;
  isErrand: Generated<boolean>;
  /** An errand that is one of many and in no hurry: every other one of its house goes first. */
  isBulk: Generated<boolean>;
}

export interface TeamDaysTable {
  tenantId: string;
  orgUnitId: string;
  orgPath: string;
  team: 'repair' | 'body' | 'paint' | 'inspection' | 'wash';
  onDate: string;
  bookedMinutes: number;
}

export interface TeamHoursTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  team: 'repair' | 'body' | 'paint' | 'inspection' | 'wash';
  weekday: unknown;
  onDate: string | null;
  minutes: number;
  reason: Generated<string>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface TenantsTable {
  id: string;
  code: string;
  name: string;
  timeZone: Generated<string>;
  isSample: Generated<boolean>;
  createdAt: Date;
}

export interface ThrottlesTable {
  key: string;
  windowAt: Date;
  hits: number;
}

export interface TierChangesTable {
  tenantId: string;
  id: string;
  membershipId: string;
  fromTier: string | null;
  toTier: string;
  rule: 'joining' | 'spend' | 'hand';
  spentFen: Generated<number>;
  reason: Generated<string>;
  byId: string | null;
  at: Date;
}

export interface TillClosesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  takenBy: string;
  dayOn: string;
  /** Nothing taken before it can be in this close. */
  sinceAt: Date;
  untilAt: Date;
  /** By method: what came in, what went out, how many, in fen. */
  sums: unknown;
  totalFen: number;
  floatFen: number;
  /** Cash that should lie there: what was in the drawer, and cash in less cash out. */
  expectedFen: number;
  /** How many of each note and coin. */
  counted: unknown;
  countedFen: number;
  reason: Generated<string>;
  correctsId: string | null;
  writtenBy: string;
  at: Date;
}

export interface TillMovementsTable {
  tenantId: string;
  /** A payment, receipt, prepayment, package sold or refund paid. */
  movementId: string;
  closeId: string;
  kind: 'payment' | 'receipt' | 'topUp' | 'packagePurchase' | 'memberRefund' | 'refund';
}

export interface TopUpsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  membershipId: string;
  number: string;
  paidFen: number;
  giftFen: number;
  giftExpiresOn: string | null;
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer' | 'opening';
  termsId: string | null;
  /** Who agreed to the terms, by his own signature. */
  signedBy: string;
  /** The signed paper or the signature, as stored. */
  fileId: string | null;
  paidOn: string;
  refundedAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** When it was taken back with the list that brought it in. */
  withdrawnAt: Date | null;
}

export interface TotpFactorsTable {
  tenantId: string;
  employeeId: string;
  secret: string | null;
  pending: string | null;
  lastStep: Generated<number>;
  confirmedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
}

export interface TrainingCaseReadsTable {
  tenantId: string;
  id: string;
  trainingCaseId: string;
  employeeId: string;
  readAt: Date;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface TrainingCasesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** Shown to who may read that complaint; emptied when its customer is erased. */
  complaintId: string | null;
  kind: 'productQuality' | 'serviceAttitude' | 'repairTechnique' | 'price' | 'timeliness' | 'parts' | 'other';
  causeKind: 'design' | 'production' | 'serviceProcess' | 'repair' | 'parts' | 'customerHandling' | 'other' | null;
  state: Generated<'draft' | 'published' | 'withdrawn'>;
  title: Generated<string>;
  story: Generated<string>;
  cause: Generated<string>;
  actions: Generated<string>;
  remedy: Generated<string>;
  outcome: Generated<string>;
  lesson: Generated<string>;
  questions: Generated<string>;
  /** The author: he cannot publish it himself. */
  writtenBy: string | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  withdrawnWhy: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface TripsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  kind: 'pickUp' | 'sendBack' | 'onSite' | 'rescue';
  state: Generated<'asked' | 'assigned' | 'underWay' | 'there' | 'carTaken' | 'done' | 'failed' | 'cancelled'>;
  customerId: string;
  vehicleId: string;
  orderId: string | null;
  appointmentId: string | null;
  contactName: Generated<string>;
  contactPhone: Generated<string>;
  address: string;
  wish: Generated<string>;
  /** When he is to be there: as wished, for a rescue as promised. */
  arriveBy: Date;
  driverId: string | null;
  setOutAt: Date | null;
  arrivedAt: Date | null;
  endedAt: Date | null;
  /** Why nothing came of it: nobody there, called off. */
  endReason: Generated<string>;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface VehicleOwnersTable {
  tenantId: string;
  id: string;
  vehicleId: string;
  customerId: string;
  plate: Generated<string>;
  fromOn: string;
  untilOn: string | null;
  createdAt: Date;
}

export interface VehiclesTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  plate: Generated<string>;
  plateType: Generated<'ordinary' | 'newEnergySmall' | 'newEnergyLarge' | 'trailer' | 'learner' | 'police' | 'hongKongMacao' | 'embassy' | 'consulate' | 'emergency' | 'other' | 'none'>;
  plateTail: ColumnType<string, never, never>;
  plateColour: Generated<'blue' | 'green' | 'yellow' | 'yellowGreen' | 'white' | 'black'>;
  vin: Generated<string>;
  vinTail: ColumnType<string, never, never>;
  vinWarning: Generated<string>;
  model: Generated<string>;
  vehicleType: Generated<string>;
  /** The customer who owns it now; former owners are in vehicle_owners. */
  ownerId: string | null;
  mileageKm: number | null;
  mileageOn: string | null;
  firstRegisteredOn: string | null;
  maintenanceItems: Generated<string>;
  intervalMonths: number | null;
  intervalKm: number | null;
  nextDueOn: string | null;
  nextDueKm: number | null;
  nextDueWhy: unknown;
  /** 维修保养历史 as brought in from paper or an older program. */
  historyNote: Generated<string>;
  remark: Generated<string>;
  lastVisitOn: string | null;
  grams: Generated<string[]>;
  importBatchId: string | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  /** Another record is this car: nothing hangs on this one any more, its address leads there. */
  mergedIntoId: string | null;
  /** By which rule of the annual inspection it goes; empty while nobody has said it. */
  useKind: Generated<'' | 'privateSmall' | 'motorcycle' | 'van' | 'forHire' | 'truck' | 'tractor'>;
  /** Accident with casualties, or punished for an illegal modification: inspected by the old cycle (domain rules §5.2). */
  isReliefLost: Generated<boolean>;
  insuranceUntil: string | null;
}

export interface VisitCountsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  /** Of the house’s calendar. */
  day: string;
  /** One for a car received, minus one for an order called off; many after the night. */
  visits: number;
  createdAt: Date;
}

export interface WebBookingsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  formHash: Buffer;
  appointmentId: string;
  createdAt: Date;
}

export interface WebhookDeliveriesTable {
  tenantId: string;
  id: string;
  webhookId: string;
  eventId: string;
  kind: string;
  body: string;
  state: Generated<'pending' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  outcome: Generated<string>;
  nextTryAt: Date | null;
  deliveredAt: Date | null;
  createdAt: Date;
}

export interface WebhooksTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  url: string;
  kinds: string[];
  state: Generated<'enabled' | 'disabled'>;
  disabledReason: Generated<'' | 'by_hand' | 'failing'>;
  secret: string;
  formerSecret: string | null;
  formerUntil: Date | null;
  failingSince: Date | null;
  lastDeliveredAt: Date | null;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface WecomContactsTable {
  tenantId: string;
  id: string;
  orgUnitId: string;
  orgPath: string;
  customerId: string;
  openKfid: string;
  externalUserid: string;
  /** By which link he came: one link binds one person. */
  linkMark: string;
  boundAt: Date;
  version: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface WecomCursorsTable {
  tenantId: string;
  id: string;
  corpId: string;
  openKfid: string;
  /** Up to where the messages of a customer service account were read. */
  cursor: Generated<string>;
  version: Generated<number>;
  createdAt: Date;
  updatedAt: Date;
}

export interface Tables {
  apiKeys: ApiKeysTable;
  appointmentEntries: AppointmentEntriesTable;
  appointments: AppointmentsTable;
  auditEntries: AuditEntriesTable;
  auditHeads: AuditHeadsTable;
  auditSeals: AuditSealsTable;
  auditUnsealed: AuditUnsealedTable;
  bayOutages: BayOutagesTable;
  bays: BaysTable;
  briefs: BriefsTable;
  calendarDays: CalendarDaysTable;
  calendarWeeks: CalendarWeeksTable;
  callCheckDraws: CallCheckDrawsTable;
  callCheckForms: CallCheckFormsTable;
  callChecks: CallChecksTable;
  campaignContacts: CampaignContactsTable;
  campaignReplies: CampaignRepliesTable;
  campaignRounds: CampaignRoundsTable;
  campaigns: CampaignsTable;
  carHandoverPhotos: CarHandoverPhotosTable;
  carHandovers: CarHandoversTable;
  certificates: CertificatesTable;
  checkInCorrections: CheckInCorrectionsTable;
  checkInPhotos: CheckInPhotosTable;
  checkIns: CheckInsTable;
  clockSettlements: ClockSettlementsTable;
  clockSpells: ClockSpellsTable;
  clockStamps: ClockStampsTable;
  commitments: CommitmentsTable;
  complaintCountMarks: ComplaintCountMarksTable;
  complaintCounts: ComplaintCountsTable;
  complaintEntries: ComplaintEntriesTable;
  complaintEvidence: ComplaintEvidenceTable;
  complaintLawTicks: ComplaintLawTicksTable;
  complaintLevelEntries: ComplaintLevelEntriesTable;
  complaintLevels: ComplaintLevelsTable;
  complaintMeasures: ComplaintMeasuresTable;
  complaintPoints: ComplaintPointsTable;
  complaintReports: ComplaintReportsTable;
  complaintReviewPeople: ComplaintReviewPeopleTable;
  complaintReviews: ComplaintReviewsTable;
  complaintSolutions: ComplaintSolutionsTable;
  complaintTalks: ComplaintTalksTable;
  complaintTasks: ComplaintTasksTable;
  complaints: ComplaintsTable;
  consents: ConsentsTable;
  contacts: ContactsTable;
  counters: CountersTable;
  creditTerms: CreditTermsTable;
  customerPapers: CustomerPapersTable;
  customerStandings: CustomerStandingsTable;
  customers: CustomersTable;
  dataExports: DataExportsTable;
  deliveryPacks: DeliveryPacksTable;
  deliveryPhotos: DeliveryPhotosTable;
  documentHolds: DocumentHoldsTable;
  droppedMonths: DroppedMonthsTable;
  duplicatePairs: DuplicatePairsTable;
  duplicateRuns: DuplicateRunsTable;
  emergencyAccesses: EmergencyAccessesTable;
  employees: EmployeesTable;
  erasures: ErasuresTable;
  exportBudgets: ExportBudgetsTable;
  exportDays: ExportDaysTable;
  files: FilesTable;
  followUpCalls: FollowUpCallsTable;
  followUpRuleEditions: FollowUpRuleEditionsTable;
  followUps: FollowUpsTable;
  formerPlaces: FormerPlacesTable;
  formerPlates: FormerPlatesTable;
  genuineBatches: GenuineBatchesTable;
  genuineChecks: GenuineChecksTable;
  genuineCodes: GenuineCodesTable;
  guesses: GuessesTable;
  handovers: HandoversTable;
  healthRecords: HealthRecordsTable;
  idempotencyKeys: IdempotencyKeysTable;
  importBatches: ImportBatchesTable;
  importChanges: ImportChangesTable;
  importMaps: ImportMapsTable;
  importRows: ImportRowsTable;
  inboundDeliveries: InboundDeliveriesTable;
  inboundEndpoints: InboundEndpointsTable;
  incomingMailFiles: IncomingMailFilesTable;
  incomingMails: IncomingMailsTable;
  inspectionOffers: InspectionOffersTable;
  inspectionPhotos: InspectionPhotosTable;
  inspectionQuestions: InspectionQuestionsTable;
  inspectionSheets: InspectionSheetsTable;
  inspectionTemplates: InspectionTemplatesTable;
  inspections: InspectionsTable;
  invoices: InvoicesTable;
  jobAssignments: JobAssignmentsTable;
  jobGuides: JobGuidesTable;
  jobLines: JobLinesTable;
  jobPackages: JobPackagesTable;
  keyTags: KeyTagsTable;
  knownDevices: KnownDevicesTable;
  labourRates: LabourRatesTable;
  ledgerAccounts: LedgerAccountsTable;
  ledgerEntries: LedgerEntriesTable;
  letters: LettersTable;
  linkVisits: LinkVisitsTable;
  links: LinksTable;
  listExports: ListExportsTable;
  loanCars: LoanCarsTable;
  loans: LoansTable;
  logins: LoginsTable;
  mailboxes: MailboxesTable;
  matters: MattersTable;
  memberMovements: MemberMovementsTable;
  memberRefunds: MemberRefundsTable;
  memberships: MembershipsTable;
  mergeMoves: MergeMovesTable;
  merges: MergesTable;
  messageTemplates: MessageTemplatesTable;
  messages: MessagesTable;
  mileageReadings: MileageReadingsTable;
  notices: NoticesTable;
  orderDiscounts: OrderDiscountsTable;
  orderPapers: OrderPapersTable;
  orderQuestions: OrderQuestionsTable;
  orderSignings: OrderSigningsTable;
  orderSteps: OrderStepsTable;
  orgUnits: OrgUnitsTable;
  outbox: OutboxTable;
  packageItems: PackageItemsTable;
  packagePurchases: PackagePurchasesTable;
  partBalances: PartBalancesTable;
  partBarcodes: PartBarcodesTable;
  partCharges: PartChargesTable;
  partIssues: PartIssuesTable;
  partReplies: PartRepliesTable;
  partWaivers: PartWaiversTable;
  passkeyChallenges: PasskeyChallengesTable;
  passkeys: PasskeysTable;
  paymentRefunds: PaymentRefundsTable;
  payments: PaymentsTable;
  phoneCalls: PhoneCallsTable;
  phoneExtensions: PhoneExtensionsTable;
  postAssessments: PostAssessmentsTable;
  postHoldings: PostHoldingsTable;
  postVersions: PostVersionsTable;
  prepaidTerms: PrepaidTermsTable;
  priceItems: PriceItemsTable;
  processingRestrictions: ProcessingRestrictionsTable;
  questionnaires: QuestionnairesTable;
  ratingEntries: RatingEntriesTable;
  ratingRounds: RatingRoundsTable;
  receiptAllocations: ReceiptAllocationsTable;
  receipts: ReceiptsTable;
  recoveryCodes: RecoveryCodesTable;
  refundDecisions: RefundDecisionsTable;
  regions: RegionsTable;
  releaseCertificates: ReleaseCertificatesTable;
  releasedPhotos: ReleasedPhotosTable;
  reminderChoices: ReminderChoicesTable;
  repeatRepairs: RepeatRepairsTable;
  rightsRequests: RightsRequestsTable;
  roleGrants: RoleGrantsTable;
  roles: RolesTable;
  segmentPlans: SegmentPlansTable;
  segments: SegmentsTable;
  serviceOffers: ServiceOffersTable;
  serviceOrders: ServiceOrdersTable;
  servicePackages: ServicePackagesTable;
  serviceProposals: ServiceProposalsTable;
  sessions: SessionsTable;
  settings: SettingsTable;
  sharingBases: SharingBasesTable;
  sharingWithdrawals: SharingWithdrawalsTable;
  shopPages: ShopPagesTable;
  signInRules: SignInRulesTable;
  signOnAttempts: SignOnAttemptsTable;
  signOnLinks: SignOnLinksTable;
  signOnProviders: SignOnProvidersTable;
  signOnRules: SignOnRulesTable;
  signedCheckIns: SignedCheckInsTable;
  standIns: StandInsTable;
  standingCampaigns: StandingCampaignsTable;
  standingChanges: StandingChangesTable;
  standingCounts: StandingCountsTable;
  subjectKeys: SubjectKeysTable;
  subletCosts: SubletCostsTable;
  subletPartners: SubletPartnersTable;
  sublets: SubletsTable;
  surveyAnswers: SurveyAnswersTable;
  surveyChecks: SurveyChecksTable;
  surveyInvitations: SurveyInvitationsTable;
  surveySamples: SurveySamplesTable;
  tasks: TasksTable;
  teamDays: TeamDaysTable;
  teamHours: TeamHoursTable;
  tenants: TenantsTable;
  throttles: ThrottlesTable;
  tierChanges: TierChangesTable;
  tillCloses: TillClosesTable;
  tillMovements: TillMovementsTable;
  topUps: TopUpsTable;
  totpFactors: TotpFactorsTable;
  trainingCaseReads: TrainingCaseReadsTable;
  trainingCases: TrainingCasesTable;
  trips: TripsTable;
  vehicleOwners: VehicleOwnersTable;
  vehicles: VehiclesTable;
  visitCounts: VisitCountsTable;
  webBookings: WebBookingsTable;
  webhookDeliveries: WebhookDeliveriesTable;
  webhooks: WebhooksTable;
  wecomContacts: WecomContactsTable;
  wecomCursors: WecomCursorsTable;
}

export type RowOf<T extends keyof Tables> = Selectable<Tables[T]>;

export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;

export type ChangeOf<T extends keyof Tables> = Updateable<Tables[T]>;

export const columnTypes: Readonly<Record<keyof Tables, Readonly<Record<string, string>>>> = {
  apiKeys: { tenantId: 'uuid', id: 'uuid', name: 'text', secretHash: 'bytea', roleId: 'uuid', scopePath: 'text', expiresAt: 'timestamptz', revokedAt: 'timestamptz', createdBy: 'uuid', createdAt: 'timestamptz', isSensitive: 'bool', keeperId: 'uuid' },
  appointmentEntries: { tenantId: 'uuid', id: 'uuid', appointmentId: 'uuid', position: 'int4', step: 'text', fromState: 'text', toState: 'text', formerAt: 'timestamptz', startsAt: 'timestamptz', note: 'text', byId: 'uuid', at: 'timestamptz' },
  appointments: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', vehicleId: 'uuid', name: 'text', phone: 'text', plate: 'text', place: 'text', wish: 'text', kind: 'text', team: 'text', way: 'text', fetching: 'text', plannedMinutes: 'int4', startsAt: 'timestamptz', endsAt: 'timestamptz', loads: 'jsonb', bayId: 'uuid', advisorId: 'uuid', parts: 'text', partsNote: 'text', state: 'text', timesMoved: 'int4', arrivedAt: 'timestamptz', takenBy: 'uuid', calledAt: 'timestamptz', orderId: 'uuid', cancelReason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  auditEntries: { tenantId: 'uuid', id: 'uuid', at: 'timestamptz', event: 'text', actorKind: 'text', actorId: 'text', actorName: 'text', actingForId: 'uuid', aboutType: 'text', aboutId: 'uuid', data: 'jsonb', requestId: 'text', orgPath: 'text', via: 'text' },
  auditHeads: { tenantId: 'uuid', seq: 'int8', hash: 'bytea', sealedAt: 'timestamptz', anchoredSeq: 'int8', anchoredAt: 'timestamptz', verifiedSeq: 'int8', verifiedAt: 'timestamptz', fault: 'jsonb' },
  auditSeals: { tenantId: 'uuid', seq: 'int8', entryId: 'uuid', sealedAt: 'timestamptz', prevHash: 'bytea', hash: 'bytea', signature: 'bytea' },
  auditUnsealed: { id: 'int8', tenantId: 'uuid', entryIds: '_uuid', writtenAt: 'timestamptz' },
  bayOutages: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', bayId: 'uuid', fromAt: 'timestamptz', untilAt: 'timestamptz', reason: 'text', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  bays: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', kind: 'text', position: 'int4', usedFrom: 'date', usedUntil: 'date', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  briefs: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', grain: 'text', fromOn: 'date', untilOn: 'date', state: 'text', facts: 'jsonb', figuresAt: 'timestamptz', summary: 'text', problems: 'text', plan: 'text', signedAt: 'timestamptz', signedBy: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', campaignId: 'uuid' },
  calendarDays: { tenantId: 'uuid', orgPath: 'text', onDate: 'date', kind: 'text', name: 'text', spans: 'jsonb', source: 'text', updatedAt: 'timestamptz' },
  calendarWeeks: { tenantId: 'uuid', orgPath: 'text', weekly: 'jsonb', updatedAt: 'timestamptz' },
  callCheckDraws: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', weekOn: 'date', seed: 'text', way: 'text', amount: 'int4', talks: 'int4', drawn: 'int4', at: 'timestamptz' },
  callCheckForms: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', edition: 'int4', criteria: 'jsonb', passPercent: 'int4', source: 'text', createdBy: 'uuid', createdAt: 'timestamptz' },
  callChecks: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', drawId: 'uuid', weekOn: 'date', callId: 'uuid', agentId: 'uuid', state: 'text', dueAt: 'timestamptz', formEdition: 'int4', passPercent: 'int4', marks: 'jsonb', score: 'int4', firstScore: 'int4', isFailed: 'bool', coaching: 'text', checkedBy: 'uuid', checkedAt: 'timestamptz', answer: 'text', answeredAt: 'timestamptz', decision: 'text', decidedBy: 'uuid', decidedAt: 'timestamptz', agreed: 'text', agreedOn: 'date', lookedAt: 'timestamptz', lookedBy: 'uuid', wasKept: 'bool', lookedWords: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  campaignContacts: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', campaignId: 'uuid', roundId: 'uuid', customerId: 'uuid', vehicleId: 'uuid', state: 'text', reason: 'text', messageId: 'uuid', letterId: 'uuid', sentAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  campaignReplies: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', campaignId: 'uuid', customerId: 'uuid', state: 'text', seats: 'int4', note: 'text', waitingSince: 'timestamptz', cameSeats: 'int4', cameAt: 'timestamptz', takenBy: 'uuid', answeredAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', byLink: 'bool', movedUpAt: 'timestamptz', toldWay: 'text', toldMessageId: 'uuid' },
  campaignRounds: { tenantId: 'uuid', id: 'uuid', campaignId: 'uuid', way: 'text', fromOn: 'date', untilOn: 'date', state: 'text', planId: 'uuid', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  campaigns: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', name: 'text', content: 'text', segmentId: 'uuid', templateId: 'uuid', happensAt: 'timestamptz', place: 'text', capacity: 'int4', state: 'text', reason: 'text', examinedAt: 'timestamptz', writtenBy: 'uuid', approvedBy: 'uuid', approvedAt: 'timestamptz', isOwnApproval: 'bool', startedAt: 'timestamptz', endedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', seatsTaken: 'int4', bring: 'text', answerBy: 'timestamptz', seatTemplateId: 'uuid', resultDays: 'int4', heldBackPercent: 'int4', standingCampaignId: 'uuid', occasion: 'text', occasionYear: 'int4', occasionMonth: 'int4' },
  carHandoverPhotos: { tenantId: 'uuid', id: 'uuid', carHandoverId: 'uuid', fileId: 'uuid' },
  carHandovers: { tenantId: 'uuid', id: 'uuid', tripId: 'uuid', loanId: 'uuid', stage: 'text', mileageKm: 'int4', fuelEighths: 'int2', note: 'text', signedBy: 'text', signatureFileId: 'uuid', takenBy: 'uuid', at: 'timestamptz' },
  certificates: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', employeeId: 'uuid', name: 'text', number: 'text', issuer: 'text', issuedOn: 'date', expiresOn: 'date', fileId: 'uuid', isWithdrawn: 'bool', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', renewalId: 'uuid' },
  checkInCorrections: { tenantId: 'uuid', id: 'uuid', checkInId: 'uuid', words: 'text', reason: 'text', writtenBy: 'uuid', at: 'timestamptz' },
  checkInPhotos: { tenantId: 'uuid', id: 'uuid', checkInId: 'uuid', fileId: 'uuid', markNumber: 'int4', caption: 'text', takenAt: 'timestamptz', createdBy: 'uuid', createdAt: 'timestamptz' },
  checkIns: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', vehicleId: 'uuid', customerId: 'uuid', state: 'text', content: 'jsonb', orderId: 'uuid', abandonReason: 'text', closedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  clockSettlements: { tenantId: 'uuid', id: 'uuid', stampId: 'uuid', decision: 'text', spellId: 'uuid', reason: 'text', createdBy: 'uuid', createdAt: 'timestamptz' },
  clockSpells: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', employeeId: 'uuid', clock: 'text', orderId: 'uuid', lineId: 'uuid', startedAt: 'timestamptz', endedAt: 'timestamptz', endedHow: 'text', pauseReason: 'text', isSuperseded: 'bool', correctsId: 'uuid', reason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  clockStamps: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', employeeId: 'uuid', key: 'text', press: 'text', orderId: 'uuid', lineId: 'uuid', pauseReason: 'text', pressedAt: 'timestamptz', sentAt: 'timestamptz', arrivedAt: 'timestamptz', happenedAt: 'timestamptz', outcome: 'text', conflict: 'text', spellId: 'uuid', createdBy: 'uuid', createdAt: 'timestamptz' },
  commitments: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', rule: 'text', aboutType: 'text', aboutId: 'uuid', subject: 'text', ownerId: 'uuid', startedAt: 'timestamptz', warnAt: 'timestamptz', warnedAt: 'timestamptz', dueAt: 'timestamptz', sum: 'jsonb', pauses: 'jsonb', state: 'text', level: 'int4', settledAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', ladder: 'jsonb' },
  complaintCountMarks: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', month: 'date', createdAt: 'timestamptz' },
  complaintCounts: { tenantId: 'uuid', id: 'uuid', dimension: 'text', month: 'date', orgUnitId: 'uuid', key: 'text', aboutPath: 'text', orgPath: 'text', amount: 'int8', createdAt: 'timestamptz' },
  complaintEntries: { tenantId: 'uuid', id: 'uuid', complaintId: 'uuid', position: 'int4', step: 'text', words: 'text', facts: 'jsonb', byId: 'uuid', at: 'timestamptz' },
  complaintEvidence: { tenantId: 'uuid', id: 'uuid', complaintId: 'uuid', fileId: 'uuid', contentHash: 'text', caption: 'text', filedBy: 'uuid', at: 'timestamptz' },
  complaintLawTicks: { tenantId: 'uuid', id: 'uuid', complaintId: 'uuid', item: 'text', doneBy: 'uuid', at: 'timestamptz' },
  complaintLevelEntries: { tenantId: 'uuid', id: 'uuid', complaintId: 'uuid', position: 'int4', step: 'text', unitId: 'uuid', toUnitId: 'uuid', words: 'text', facts: 'jsonb', byId: 'uuid', at: 'timestamptz' },
  complaintLevels: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', complaintId: 'uuid', levelUnitId: 'uuid', state: 'text', sinceAt: 'timestamptz', dueAt: 'timestamptz', fromId: 'uuid', timesPassed: 'int4', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintMeasures: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', reviewId: 'uuid', purpose: 'text', riskArea: 'text', words: 'text', qualityControl: 'text', education: 'text', effectExpected: 'text', kind: 'text', causeKind: 'text', ownerId: 'uuid', dueOn: 'date', state: 'text', doneOn: 'date', result: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintPoints: { tenantId: 'uuid', id: 'uuid', complaintId: 'uuid', position: 'int4', what: 'text', kind: 'text', classKey: 'text', outcome: 'text', causeKind: 'text', causeKey: 'text', cause: 'text', responsibility: 'text', judgedBy: 'uuid', judgedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintReports: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', toUnitId: 'uuid', grain: 'text', fromOn: 'date', untilOn: 'date', edition: 'int4', state: 'text', facts: 'jsonb', figuresAt: 'timestamptz', summary: 'text', overdueWords: 'text', plan: 'text', wordsUntil: 'timestamptz', dueAt: 'timestamptz', sentAt: 'timestamptz', sentBy: 'uuid', correctedWhy: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintReviewPeople: { tenantId: 'uuid', id: 'uuid', reviewId: 'uuid', employeeId: 'uuid', createdBy: 'uuid', createdAt: 'timestamptz' },
  complaintReviews: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', grain: 'text', fromOn: 'date', untilOn: 'date', state: 'text', pack: 'jsonb', minutes: 'text', heldAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintSolutions: { tenantId: 'uuid', id: 'uuid', complaintId: 'uuid', edition: 'int4', words: 'text', state: 'text', amountFen: 'int8', askedBy: 'uuid', decidedBy: 'uuid', decidedAt: 'timestamptz', decision: 'text', answeredAt: 'timestamptz', answerHow: 'text', answer: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintTalks: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', complaintId: 'uuid', byCustomer: 'bool', words: 'text', fileId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaintTasks: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', complaintId: 'uuid', purpose: 'text', solutionId: 'uuid', position: 'int4', remedyKind: 'text', amountFen: 'int8', what: 'text', ownerId: 'uuid', dueAt: 'timestamptz', state: 'text', result: 'text', endedAt: 'timestamptz', endedBy: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  complaints: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', number: 'text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', sourceType: 'text', sourceId: 'uuid', channel: 'text', complainantName: 'text', complainantPhone: 'text', kind: 'text', aboutWhom: 'text', replyBy: 'text', content: 'text', severity: 'text', urgency: 'text', state: 'text', handlerId: 'uuid', causeKind: 'text', cause: 'text', responsibility: 'text', solution: 'text', measure: 'text', customerAnswer: 'text', costFen: 'int8', toldAt: 'timestamptz', toldHow: 'text', satisfaction: 'text', askedAt: 'timestamptz', lesson: 'text', exceptionReason: 'text', exceptionBy: 'uuid', repeatOfId: 'uuid', timesReopened: 'int4', watchUntil: 'date', receivedAt: 'timestamptz', answerDueAt: 'timestamptz', dueAt: 'timestamptz', acknowledgedAt: 'timestamptz', closedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', openTasks: 'int4', referenceNumber: 'text', referenceDueOn: 'date', openPoints: 'int4', isAnonymous: 'bool', receiptDueAt: 'timestamptz', receiptToldAt: 'timestamptz', receiptToldHow: 'text' },
  consents: { tenantId: 'uuid', id: 'uuid', customerId: 'uuid', purpose: 'text', channel: 'text', given: 'bool', evidence: 'text', recordedBy: 'uuid', at: 'timestamptz' },
  contacts: { tenantId: 'uuid', id: 'uuid', customerId: 'uuid', vehicleId: 'uuid', role: 'text', name: 'text', phone: 'text', note: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  counters: { tenantId: 'uuid', orgUnitId: 'uuid', kind: 'text', period: 'text', value: 'int4' },
  creditTerms: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', limitFen: 'int8', days: 'int4', approvedBy: 'uuid', at: 'timestamptz' },
  customerPapers: { tenantId: 'uuid', id: 'uuid', customerId: 'uuid', vehicleId: 'uuid', fileId: 'uuid', kind: 'text', title: 'text', note: 'text', filedBy: 'uuid', at: 'timestamptz', withdrawnAt: 'timestamptz', withdrawnBy: 'uuid', withdrawReason: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  customerStandings: { tenantId: 'uuid', customerId: 'uuid', orgUnitId: 'uuid', orgPath: 'text', lastVisitOn: 'date', yearVisits: 'int4', yearSpendFen: 'int8', twoYearSpendFen: 'int8', intervalDays: 'int4', byMonths: 'text', byInterval: 'text', byVisits: 'text', standing: 'text', formula: 'text', valueClass: 'text', sinceOn: 'date', updatedAt: 'timestamptz' },
  customers: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', name: 'text', salutation: 'text', namePinyin: 'text', nameInitials: 'text', phone: 'text', phoneTail: 'text', address: 'text', wishes: 'text', doNotMention: 'text', language: 'text', preferredChannel: 'text', callFrom: 'time', callUntil: 'time', source: 'text', firstSeenOn: 'date', lastVisitOn: 'date', grams: '_text', mergedIntoId: 'uuid', importBatchId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', addressKey: 'text', birthday: 'text', birthdayKey: 'text' },
  dataExports: { tenantId: 'uuid', id: 'uuid', customerId: 'uuid', purpose: 'text', askedBy: 'uuid', createdAt: 'timestamptz', expiresAt: 'timestamptz', fetchedAt: 'timestamptz' },
  deliveryPacks: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', state: 'text', items: 'jsonb', answers: 'jsonb', precautions: 'jsonb', oldParts: 'text', mileageKm: 'int4', note: 'text', checkedBy: 'uuid', checkedAt: 'timestamptz', toldHow: 'text', toldBy: 'uuid', toldAt: 'timestamptz', nextServiceOn: 'date', nextServiceKm: 'int4', certificateId: 'uuid', signedBy: 'text', signatureFileId: 'uuid', takenBy: 'uuid', signedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  deliveryPhotos: { tenantId: 'uuid', id: 'uuid', deliveryPackId: 'uuid', itemKey: 'text', fileId: 'uuid', takenAt: 'timestamptz', createdBy: 'uuid', createdAt: 'timestamptz' },
  documentHolds: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', complaintId: 'uuid', origin: 'text', reason: 'text', isLegal: 'bool', authorityFile: 'text', ruleSource: 'text', untilAt: 'timestamptz', state: 'text', placedAt: 'timestamptz', placedBy: 'uuid', liftedAt: 'timestamptz', liftedBy: 'uuid', liftReason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  droppedMonths: { tableName: 'text', month: 'date', rows: 'int8', sha256: 'text', droppedAt: 'timestamptz', signature: 'bytea' },
  duplicatePairs: { tenantId: 'uuid', id: 'uuid', kind: 'text', oneId: 'uuid', otherId: 'uuid', reasons: '_text', score: 'int4', state: 'text', decidedBy: 'uuid', decidedAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', onePath: 'text', otherPath: 'text' },
  duplicateRuns: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', state: 'text', step: 'text', lastId: 'uuid', doneRows: 'int4', totalRows: 'int4', found: 'int4', endedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  emergencyAccesses: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', employeeId: 'uuid', sessionId: 'uuid', reason: 'text', untilAt: 'timestamptz', endedAt: 'timestamptz', reads: 'int4', changes: 'int4', createdAt: 'timestamptz' },
  employees: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', post: 'text', phone: 'text', state: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', importBatchId: 'uuid' },
  erasures: { tenantId: 'uuid', customerId: 'uuid', reason: 'text', askedBy: 'uuid', keptUntil: 'timestamptz', createdAt: 'timestamptz', doneAt: 'timestamptz', overAt: 'timestamptz', heldSince: 'timestamptz' },
  exportBudgets: { tenantId: 'uuid', roleId: 'uuid', rowsADay: 'int4', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  exportDays: { tenantId: 'uuid', employeeId: 'uuid', onDay: 'date', rows: 'int4' },
  files: { tenantId: 'uuid', id: 'uuid', orgPath: 'text', state: 'text', sha256: 'text', contentType: 'text', sizeBytes: 'int8', fileName: 'text', width: 'int4', height: 'int4', createdBy: 'uuid', createdAt: 'timestamptz' },
  followUpCalls: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', followUpId: 'uuid', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', direction: 'text', result: 'text', reason: 'text', topics: '_text', answers: 'jsonb', mainPoints: 'text', satisfaction: 'int4', askedByCustomer: 'bool', byId: 'uuid', actingForId: 'uuid', at: 'timestamptz' },
  followUpRuleEditions: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', occasion: 'text', edition: 'int4', isWithdrawn: 'bool', isOn: 'bool', earliestDays: 'int4', latestDays: 'int4', conditions: 'jsonb', postKey: 'text', agentId: 'uuid', channel: 'text', script: 'text', mostTries: 'int4', spacingMinutes: 'int4', expiresDays: 'int4', countsAsDone: 'text', startsOn: 'date', createdBy: 'uuid', createdAt: 'timestamptz' },
  followUps: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', rule: 'text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', firstId: 'uuid', agentId: 'uuid', earliestOn: 'date', latestOn: 'date', sum: 'jsonb', state: 'text', nextTryAt: 'timestamptz', tries: 'int4', lockedBy: 'uuid', lockedUntil: 'timestamptz', doneAt: 'timestamptz', endReason: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', planId: 'uuid', editionId: 'uuid' },
  formerPlaces: { tenantId: 'uuid', path: 'text', orgUnitId: 'uuid', leftAt: 'timestamptz' },
  formerPlates: { tenantId: 'uuid', id: 'uuid', vehicleId: 'uuid', plate: 'text', plateTail: 'text', untilOn: 'date', createdAt: 'timestamptz' },
  genuineBatches: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', number: 'text', product: 'text', partNumber: 'text', codes: 'int4', codesChecked: 'int4', codesWarned: 'int4', withdrawnAt: 'timestamptz', withdrawnWhy: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', createdBy: 'uuid' },
  genuineChecks: { tenantId: 'uuid', id: 'uuid', codeId: 'uuid', at: 'timestamptz', place: 'text' },
  genuineCodes: { tenantId: 'uuid', id: 'uuid', batchId: 'uuid', orgUnitId: 'uuid', orgPath: 'text', serial: 'int4', codeHash: 'bytea', sealedCode: 'text', ending: 'text', state: 'text', checks: 'int4', firstCheckedAt: 'timestamptz', lastCheckedAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  guesses: { key: 'text', failures: 'int4', failedAt: 'timestamptz', freeAt: 'timestamptz' },
  handovers: { tenantId: 'uuid', id: 'uuid', orgPath: 'text', kind: 'text', aboutId: 'uuid', fromId: 'uuid', toId: 'uuid', createdBy: 'uuid', createdAt: 'timestamptz' },
  healthRecords: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', state: 'text', missing: '_text', attempts: 'int4', nextTryAt: 'timestamptz', said: 'text', acceptedAt: 'timestamptz', answers: 'jsonb', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  idempotencyKeys: { tenantId: 'uuid', actorId: 'text', key: 'text', route: 'text', bodyHash: 'bytea', status: 'int4', headers: 'jsonb', body: 'text', createdAt: 'timestamptz' },
  importBatches: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', fileId: 'uuid', fileName: 'text', state: 'text', sheetName: 'text', sheets: '_text', headerRow: 'int4', columns: 'jsonb', mapping: 'jsonb', counts: 'jsonb', made: 'jsonb', doneRows: 'int4', totalRows: 'int4', lastRow: 'int4', fault: 'text', importedAt: 'timestamptz', undoneAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', kind: 'text', mapName: 'text' },
  importChanges: { tenantId: 'uuid', batchId: 'uuid', vehicleId: 'uuid', before: 'jsonb', versionAfter: 'int4' },
  importMaps: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', name: 'text', headings: '_text', headingKey: 'text', fields: 'jsonb', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  importRows: { tenantId: 'uuid', batchId: 'uuid', rowNo: 'int4', cells: 'jsonb', fixes: 'jsonb', tidied: 'jsonb', findings: 'jsonb', phone: 'text', plate: 'text', vin: 'text', verdict: 'text', codes: '_text', otherRow: 'int4', otherCustomerId: 'uuid', otherVehicleId: 'uuid', status: 'text', decision: 'text', customerId: 'uuid', vehicleId: 'uuid', staged: 'jsonb', version: 'int4', employeeId: 'uuid', otherEmployeeId: 'uuid', subject: 'text' },
  inboundDeliveries: { tenantId: 'uuid', endpointId: 'uuid', eventId: 'text', aboutType: 'text', aboutId: 'uuid', createdAt: 'timestamptz' },
  inboundEndpoints: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', source: 'text', state: 'text', secret: 'text', formerSecret: 'text', formerUntil: 'timestamptz', lastReceivedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  incomingMailFiles: { tenantId: 'uuid', id: 'uuid', incomingMailId: 'uuid', position: 'int4', fileName: 'text', contentType: 'text', sizeBytes: 'int8', fileId: 'uuid', leftOut: 'text' },
  incomingMails: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', mailboxId: 'uuid', identity: 'text', contentHash: 'text', state: 'text', fromAddress: 'text', fromName: 'text', subject: 'text', body: 'text', sentAt: 'timestamptz', arrivedAt: 'timestamptz', sizeBytes: 'int8', messageId: 'text', mentions: '_text', marks: '_text', standing: 'text', phones: '_text', plates: '_text', vins: '_text', numbers: '_text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', complaintId: 'uuid', filedAs: 'text', note: 'text', decideBy: 'timestamptz', decidedAt: 'timestamptz', decidedBy: 'uuid', confirmedAt: 'timestamptz', confirmedBy: 'uuid', confirmedHow: 'text', acknowledgedAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', originalFileId: 'uuid' },
  inspectionOffers: { tenantId: 'uuid', id: 'uuid', inspectionSheetId: 'uuid', itemKey: 'text', offeredBy: 'uuid', at: 'timestamptz' },
  inspectionPhotos: { tenantId: 'uuid', id: 'uuid', inspectionSheetId: 'uuid', itemKey: 'text', fileId: 'uuid', takenAt: 'timestamptz', createdBy: 'uuid', createdAt: 'timestamptz' },
  inspectionQuestions: { tenantId: 'uuid', id: 'uuid', inspectionSheetId: 'uuid', itemKey: 'text', question: 'text', askedBy: 'uuid', askedAt: 'timestamptz', answer: 'text', answeredBy: 'uuid', answeredAt: 'timestamptz' },
  inspectionSheets: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', kind: 'text', state: 'text', grade: 'text', templateName: 'text', templateEdition: 'int4', templateSource: 'text', sections: 'jsonb', answers: 'jsonb', passed: 'bool', note: 'text', inspectorId: 'uuid', signedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  inspectionTemplates: { tenantId: 'uuid', id: 'uuid', kind: 'text', grade: 'text', vehicleType: 'text', edition: 'int4', name: 'text', source: 'text', sections: 'jsonb', state: 'text', publishedAt: 'timestamptz', publishedBy: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  inspections: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', gate: 'text', passed: 'bool', methods: '_text', findings: 'jsonb', grade: 'text', note: 'text', inspectorId: 'uuid', at: 'timestamptz' },
  invoices: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', kind: 'text', title: 'text', taxNumber: 'text', address: 'text', phone: 'text', bank: 'text', account: 'text', email: 'text', byLinkId: 'uuid', askedAt: 'timestamptz', state: 'text', number: 'text', amountFen: 'int8', issuedOn: 'date', issuedBy: 'uuid', voidReason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  jobAssignments: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', lineId: 'uuid', employeeId: 'uuid', sharePercent: 'int4', sinceAt: 'timestamptz', endedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  jobGuides: { tenantId: 'uuid', id: 'uuid', jobWords: 'text', operation: 'text', safety: 'text', certificate: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  jobLines: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', position: 'int4', origin: 'text', description: 'text', finding: 'text', standardMinutes: 'int4', labourFen: 'int8', parts: 'jsonb', partsFen: 'int8', payer: 'text', answer: 'text', answerHow: 'text', answeredBy: 'text', answerNote: 'text', answeredAt: 'timestamptz', recordedBy: 'uuid', refusalReason: 'text', doneAt: 'timestamptz', doneBy: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', priceItemId: 'uuid', listedFen: 'int8', askedAgainAt: 'timestamptz', pricedAt: 'timestamptz', outside: 'text', jobPackageId: 'uuid' },
  jobPackages: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', code: 'text', model: 'text', validFrom: 'date', validUntil: 'date', standing: 'text', name: 'text', priceFen: 'int8', lines: 'jsonb', grams: '_text', createdBy: 'uuid', createdAt: 'timestamptz' },
  keyTags: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', linkId: 'uuid', sealedUrl: 'text', printedAt: 'timestamptz', printedBy: 'uuid', endedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  knownDevices: { tenantId: 'uuid', employeeId: 'uuid', deviceHash: 'bytea', lastSeenAt: 'timestamptz', trustedUntil: 'timestamptz', createdAt: 'timestamptz' },
  labourRates: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', grade: 'text', validFrom: 'date', rateFen: 'int8', createdBy: 'uuid', createdAt: 'timestamptz' },
  ledgerAccounts: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', ownerType: 'text', ownerId: 'uuid', unit: 'text', floor: 'int8', balance: 'int8', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  ledgerEntries: { tenantId: 'uuid', id: 'uuid', accountId: 'uuid', place: 'int4', amount: 'int8', balanceAfter: 'int8', sourceType: 'text', sourceId: 'uuid', leg: 'text', reversesId: 'uuid', expiresOn: 'date', actorKind: 'text', actorId: 'text', createdAt: 'timestamptz' },
  letters: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', kind: 'text', purpose: 'text', way: 'text', language: 'text', recipient: 'text', address: 'text', subject: 'text', body: 'text', templateId: 'uuid', isAsApproved: 'bool', state: 'text', reason: 'text', year: 'int4', position: 'int4', registeredOn: 'date', writtenBy: 'uuid', askedBy: 'uuid', decidedBy: 'uuid', decidedAt: 'timestamptz', printedAt: 'timestamptz', sentOn: 'date', sentBy: 'uuid', returnedOn: 'date', fileId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', replyUrl: 'text' },
  linkVisits: { tenantId: 'uuid', id: 'uuid', linkId: 'uuid', secretHash: 'bytea', provedAt: 'timestamptz', expiresAt: 'timestamptz', createdAt: 'timestamptz', codeHash: 'bytea', codeSentAt: 'timestamptz', codesWrong: 'int4', confirmedAt: 'timestamptz' },
  links: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', purpose: 'text', aboutType: 'text', aboutId: 'uuid', aboutVersion: 'int4', tokenHash: 'bytea', expiresAt: 'timestamptz', maxUses: 'int4', uses: 'int4', openedAt: 'timestamptz', lastUsedAt: 'timestamptz', revokedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', wrongCodes: 'int4' },
  listExports: { tenantId: 'uuid', id: 'uuid', number: 'text', orgUnitId: 'uuid', orgPath: 'text', employeeId: 'uuid', list: 'text', query: 'text', columns: '_text', reason: 'text', isWhole: 'bool', rowsPlanned: 'int4', rowsWritten: 'int4', state: 'text', expiresAt: 'timestamptz', endedAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  loanCars: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', plate: 'text', model: 'text', condition: 'text', conditionNote: 'text', mileageKm: 'int4', inspectionUntil: 'date', insuranceUntil: 'date', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  loans: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', loanCarId: 'uuid', customerId: 'uuid', orderId: 'uuid', state: 'text', ground: 'text', borrowerName: 'text', licenceClass: 'text', licenceUntil: 'date', checkedBy: 'uuid', lentAt: 'timestamptz', dueAt: 'timestamptz', returnedAt: 'timestamptz', costFen: 'int8', costReason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  logins: { tenantId: 'uuid', employeeId: 'uuid', username: 'text', passwordHash: 'text', isEnabled: 'bool', changedAt: 'timestamptz', mustChange: 'bool' },
  mailboxes: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', address: 'text', host: 'text', port: 'int4', isSecure: 'bool', username: 'text', password: 'text', folder: 'text', doneFolder: 'text', trustedServer: 'text', everyMinutes: 'int4', decideMinutes: 'int4', isActive: 'bool', isAnswered: 'bool', uidValidity: 'int8', lastUid: 'int8', fetchedAt: 'timestamptz', fault: 'text', said: 'text', failures: 'int4', failingSince: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  matters: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', callId: 'uuid', kind: 'text', content: 'text', state: 'text', ownerId: 'uuid', solution: 'text', solvedAt: 'timestamptz', toldAt: 'timestamptz', toldHow: 'text', dropReason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  memberMovements: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', membershipId: 'uuid', kind: 'text', topUpId: 'uuid', packageItemId: 'uuid', orderId: 'uuid', reversesId: 'uuid', principalFen: 'int8', giftFen: 'int8', points: 'int8', uses: 'int4', paidFen: 'int8', listFen: 'int8', words: 'text', byId: 'uuid', at: 'timestamptz', importBatchId: 'uuid', importRow: 'int4' },
  memberRefunds: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', membershipId: 'uuid', number: 'text', topUpId: 'uuid', packagePurchaseId: 'uuid', ground: 'text', hadSameService: 'bool', reason: 'text', steps: 'jsonb', refundFen: 'int8', interestFen: 'int8', state: 'text', askedBy: 'uuid', askedAt: 'timestamptz', decidedBy: 'uuid', decidedAt: 'timestamptz', decisionNote: 'text', method: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', decidedAlone: 'bool' },
  memberships: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', number: 'text', joinedOn: 'date', tier: 'text', tierSince: 'date', tierRule: 'text', tierReason: 'text', tierUntil: 'date', spentFen: 'int8', mergedIntoId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  mergeMoves: { tenantId: 'uuid', mergeId: 'uuid', tableName: 'text', columnName: 'text', rowId: 'uuid', former: 'jsonb' },
  merges: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', keptId: 'uuid', goneId: 'uuid', state: 'text', before: 'jsonb', written: 'jsonb', undoneBy: 'uuid', undoneAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  messageTemplates: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', seriesId: 'uuid', edition: 'int4', name: 'text', purpose: 'text', channel: 'text', language: 'text', subject: 'text', body: 'text', providerTemplate: 'text', providerSignature: 'text', state: 'text', refusal: 'text', writtenBy: 'uuid', askedBy: 'uuid', askedAt: 'timestamptz', decidedBy: 'uuid', decidedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', remindsOf: 'text', occasion: 'text' },
  messages: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', direction: 'text', channel: 'text', purpose: 'text', template: 'text', address: 'text', subject: 'text', body: 'text', aboutType: 'text', aboutId: 'uuid', state: 'text', heldReason: 'text', sentAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', templateId: 'uuid', providerTemplate: 'text', providerSignature: 'text', templateValues: 'jsonb', providerId: 'text', delivery: 'text', deliveryNote: 'text', deliveredAt: 'timestamptz', costLi: 'int4', answersMail: 'text', remindsOf: 'text' },
  mileageReadings: { tenantId: 'uuid', id: 'uuid', vehicleId: 'uuid', mileageKm: 'int4', readOn: 'date', source: 'text', sourceId: 'uuid', reason: 'text', createdAt: 'timestamptz' },
  notices: { tenantId: 'uuid', id: 'uuid', employeeId: 'uuid', kind: 'text', aboutType: 'text', aboutId: 'uuid', facts: 'jsonb', key: 'text', readAt: 'timestamptz', createdAt: 'timestamptz' },
  orderDiscounts: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', amountFen: 'int8', baseFen: 'int8', reason: 'text', state: 'text', askedBy: 'uuid', decidedBy: 'uuid', decidedAt: 'timestamptz', decision: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  orderPapers: { tenantId: 'uuid', orderId: 'uuid', fileId: 'uuid', kind: 'text', caption: 'text', filedBy: 'uuid', at: 'timestamptz' },
  orderQuestions: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', lineId: 'uuid', about: 'text', question: 'text', answer: 'text', answeredBy: 'uuid', answeredAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  orderSignings: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', linkId: 'uuid', quoteHash: 'text', statement: 'text', sumFen: 'int8', signedBy: 'text', signatureFileId: 'uuid', address: 'text', userAgent: 'text', provedAt: 'timestamptz', at: 'timestamptz', confirmedAt: 'timestamptz' },
  orderSteps: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', orderVersion: 'int4', step: 'text', fromState: 'text', toState: 'text', note: 'text', takenBy: 'uuid', at: 'timestamptz' },
  orgUnits: { tenantId: 'uuid', id: 'uuid', parentId: 'uuid', tier: 'text', code: 'text', name: 'text', path: 'text', region: 'text', address: 'text', phone: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', position: 'int4', stepsGiven: 'int4', closedAt: 'timestamptz', isOwnController: 'bool' },
  outbox: { tenantId: 'uuid', id: 'uuid', channel: 'text', payload: 'jsonb', state: 'text', attempts: 'int4', nextTryAt: 'timestamptz', lastError: 'text', createdAt: 'timestamptz', deliveredAt: 'timestamptz' },
  packageItems: { tenantId: 'uuid', id: 'uuid', packagePurchaseId: 'uuid', position: 'int4', name: 'text', uses: 'int4', unitFen: 'int8' },
  packagePurchases: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', membershipId: 'uuid', servicePackageId: 'uuid', number: 'text', name: 'text', paidFen: 'int8', method: 'text', termsId: 'uuid', signedBy: 'text', fileId: 'uuid', paidOn: 'date', expiresOn: 'date', refundedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', withdrawnAt: 'timestamptz' },
  partBalances: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', lineId: 'uuid', place: 'int4', approvedThousandths: 'int8', issuedThousandths: 'int8', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  partBarcodes: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', barcode: 'text', number: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  partCharges: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', employeeId: 'uuid', kind: 'text', reversesId: 'uuid', cause: 'text', name: 'text', amountFen: 'int8', reason: 'text', chargedBy: 'uuid', at: 'timestamptz' },
  partIssues: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', lineId: 'uuid', place: 'int4', kind: 'text', number: 'text', name: 'text', unit: 'text', quantityThousandths: 'int8', technicianId: 'uuid', oldPart: 'text', oldPartTag: 'text', reason: 'text', issuedBy: 'uuid', at: 'timestamptz' },
  partReplies: { tenantId: 'uuid', id: 'uuid', issueId: 'uuid', position: 'int4', kind: 'text', words: 'text', saidBy: 'uuid', at: 'timestamptz' },
  partWaivers: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', lineId: 'uuid', place: 'int4', reason: 'text', waivedBy: 'uuid', at: 'timestamptz' },
  passkeyChallenges: { challenge: 'text', boundTo: 'text', tenantId: 'uuid', expiresAt: 'timestamptz' },
  passkeys: { tenantId: 'uuid', id: 'uuid', employeeId: 'uuid', credentialId: 'text', publicKey: 'bytea', signCount: 'int8', transports: '_text', name: 'text', isSynced: 'bool', lastUsedAt: 'timestamptz', doubtedAt: 'timestamptz', createdAt: 'timestamptz' },
  paymentRefunds: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', number: 'text', orderId: 'uuid', paymentId: 'uuid', receiptId: 'uuid', method: 'text', amountFen: 'int8', reason: 'text', askedBy: 'uuid', at: 'timestamptz' },
  payments: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', method: 'text', amountFen: 'int8', note: 'text', takenBy: 'uuid', at: 'timestamptz' },
  phoneCalls: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', direction: 'text', state: 'text', number: 'text', callerName: 'text', customerId: 'uuid', vehicleId: 'uuid', outsideId: 'text', extensions: '_text', ownerId: 'uuid', firstId: 'uuid', callId: 'uuid', complaintId: 'uuid', startedAt: 'timestamptz', answeredAt: 'timestamptz', endedAt: 'timestamptz', callBackBy: 'timestamptz', tries: 'int4', result: 'text', note: 'text', isAnnounced: 'bool', recordingUrl: 'text', fileId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', askedByCustomer: 'bool' },
  phoneExtensions: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', extension: 'text', employeeId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  postAssessments: { tenantId: 'uuid', id: 'uuid', orgPath: 'text', employeeId: 'uuid', postKey: 'text', postVersion: 'int4', scores: 'jsonb', note: 'text', createdBy: 'uuid', createdAt: 'timestamptz' },
  postHoldings: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', employeeId: 'uuid', postKey: 'text', isDedicated: 'bool', sinceOn: 'date', untilOn: 'date', createdBy: 'uuid', createdAt: 'timestamptz' },
  postVersions: { tenantId: 'uuid', id: 'uuid', postKey: 'text', version: 'int4', duties: 'jsonb', qualifications: 'jsonb', qualities: 'jsonb', createdBy: 'uuid', createdAt: 'timestamptz' },
  prepaidTerms: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', edition: 'int4', content: 'text', price: 'text', refund: 'text', breach: 'text', createdBy: 'uuid', createdAt: 'timestamptz' },
  priceItems: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', code: 'text', model: 'text', validFrom: 'date', standing: 'text', name: 'text', standardHours: 'int4', hoursSource: 'text', workGrade: 'text', rateGrade: 'text', priceFen: 'int8', measure: 'text', origin: 'text', guaranteeDays: 'int4', guaranteeKm: 'int4', grams: '_text', importBatchId: 'uuid', createdBy: 'uuid', createdAt: 'timestamptz', quotedAt: 'timestamptz' },
  processingRestrictions: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', reason: 'text', endedAt: 'timestamptz', endedBy: 'uuid', endReason: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', createdBy: 'uuid' },
  questionnaires: { tenantId: 'uuid', id: 'uuid', occasion: 'text', edition: 'int4', content: 'jsonb', source: 'text', createdBy: 'uuid', createdAt: 'timestamptz' },
  ratingEntries: { tenantId: 'uuid', id: 'uuid', roundId: 'uuid', rank: 'int4', customerId: 'uuid', visits: 'int4', spendFen: 'int8' },
  ratingRounds: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', fromOn: 'date', untilOn: 'date', criterion: 'text', places: 'int4', frozenAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  receiptAllocations: { tenantId: 'uuid', id: 'uuid', receiptId: 'uuid', orderId: 'uuid', amountFen: 'int8', at: 'timestamptz' },
  receipts: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', number: 'text', orderId: 'uuid', method: 'text', amountFen: 'int8', note: 'text', takenBy: 'uuid', at: 'timestamptz' },
  recoveryCodes: { tenantId: 'uuid', employeeId: 'uuid', codeHash: 'bytea', usedAt: 'timestamptz', createdAt: 'timestamptz' },
  refundDecisions: { tenantId: 'uuid', refundId: 'uuid', isPaid: 'bool', decidedBy: 'uuid', alone: 'bool', at: 'timestamptz' },
  regions: { tenantId: 'uuid', id: 'uuid', name: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  releaseCertificates: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orderId: 'uuid', number: 'text', inspectorId: 'uuid', guaranteeKm: 'int4', guaranteeDays: 'int4', issuedAt: 'timestamptz' },
  releasedPhotos: { tenantId: 'uuid', id: 'uuid', orderId: 'uuid', fileId: 'uuid', lineId: 'uuid', createdBy: 'uuid', createdAt: 'timestamptz' },
  reminderChoices: { tenantId: 'uuid', id: 'uuid', customerId: 'uuid', kind: 'text', isOn: 'bool', evidence: 'text', linkId: 'uuid', recordedBy: 'uuid', at: 'timestamptz' },
  repeatRepairs: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', earlierOrderId: 'uuid', state: 'text', attempt: 'int4', deliveredOn: 'date', days: 'int4', km: 'int4', untilOn: 'date', untilKm: 'int4', lineId: 'uuid', job: 'text', technicianId: 'uuid', symptom: 'text', reason: 'text', decidedBy: 'uuid', decidedOn: 'date', decidedAt: 'timestamptz', proofDueAt: 'timestamptz', causeKind: 'text', cause: 'text', judgedBy: 'uuid', judgedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  rightsRequests: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', number: 'text', customerId: 'uuid', kind: 'text', channel: 'text', identityBy: 'text', askedByName: 'text', wish: 'text', state: 'text', receivedAt: 'timestamptz', dueAt: 'timestamptz', termDays: 'int4', termSource: 'text', extendedAt: 'timestamptz', extendReason: 'text', answer: 'text', complainWay: 'text', evidenceType: 'text', evidenceId: 'uuid', decidedAt: 'timestamptz', decidedBy: 'uuid', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', createdBy: 'uuid' },
  roleGrants: { tenantId: 'uuid', employeeId: 'uuid', roleId: 'uuid', scopePath: 'text', createdAt: 'timestamptz' },
  roles: { tenantId: 'uuid', id: 'uuid', key: 'text', name: 'text', permissions: '_text', home: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz', secondFactorFrom: 'date' },
  segmentPlans: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', segmentId: 'uuid', conditions: 'jsonb', topic: 'text', isOffer: 'bool', budget: 'int4', planned: 'int4', createdBy: 'uuid', createdAt: 'timestamptz' },
  segments: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', ownerId: 'uuid', isShared: 'bool', conditions: 'jsonb', removedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  serviceOffers: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', name: 'text', content: 'text', place: 'text', fromOn: 'date', untilOn: 'date', conditions: 'jsonb', withdrawnAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  serviceOrders: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', number: 'text', numberTail: 'text', vehicleId: 'uuid', customerId: 'uuid', senderName: 'text', senderPhone: 'text', kind: 'text', state: 'text', waitingFor: 'text', customerWords: 'text', mileageKm: 'int4', fuelEighths: 'int4', valuables: 'text', advisorId: 'uuid', technicianId: 'uuid', bay: 'text', promisedAt: 'timestamptz', oldParts: 'text', earlierOrderId: 'uuid', approvedFen: 'int8', settledFen: 'int8', deliveryMileageKm: 'int4', acceptedBy: 'text', closingNote: 'text', stateSince: 'timestamptz', receivedAt: 'timestamptz', readyAt: 'timestamptz', deliveredAt: 'timestamptz', grams: '_text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  servicePackages: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', priceFen: 'int8', items: 'jsonb', validDays: 'int4', isOffered: 'bool', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  serviceProposals: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', vehicleId: 'uuid', customerId: 'uuid', kind: 'text', sourceId: 'uuid', dueOn: 'date', showFrom: 'date', why: 'jsonb', dismissedAt: 'timestamptz', dismissedBy: 'uuid', dismissReason: 'text', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  sessions: { tenantId: 'uuid', id: 'uuid', secretHash: 'bytea', employeeId: 'uuid', createdAt: 'timestamptz', lastSeenAt: 'timestamptz', expiresAt: 'timestamptz', revokedAt: 'timestamptz', userAgent: 'text', address: 'text', provedAt: 'timestamptz', factor: 'text' },
  settings: { tenantId: 'uuid', orgPath: 'text', key: 'text', value: 'jsonb', updatedAt: 'timestamptz', version: 'int4' },
  sharingBases: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', toUnitId: 'uuid', kind: 'text', purpose: 'text', document: 'text', validFrom: 'date', validUntil: 'date', createdBy: 'uuid', createdAt: 'timestamptz' },
  sharingWithdrawals: { tenantId: 'uuid', basisId: 'uuid', reason: 'text', createdBy: 'uuid', createdAt: 'timestamptz' },
  shopPages: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', slug: 'text', isOpen: 'bool', intro: 'text', mapPoint: 'text', rescuePhone: 'text', complaintPhone: 'text', promises: '_text', receptionSteps: '_text', complaintSteps: '_text', authorityPhone: 'text', transportPhone: 'text', takesBookings: 'bool', confirmsItself: 'bool', fetches: 'bool', changeUntilHours: 'int4', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  signInRules: { tenantId: 'uuid', secondFactorFrom: 'date', remembersDevices: 'bool', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  signOnAttempts: { tenantId: 'uuid', id: 'uuid', providerId: 'uuid', sessionId: 'uuid', stateHash: 'bytea', browserHash: 'bytea', nonce: 'text', verifier: 'text', next: 'text', expiresAt: 'timestamptz', createdAt: 'timestamptz' },
  signOnLinks: { tenantId: 'uuid', id: 'uuid', providerId: 'uuid', employeeId: 'uuid', issuer: 'text', subject: 'text', shownAs: 'text', lastUsedAt: 'timestamptz', lastSessionId: 'uuid', createdAt: 'timestamptz' },
  signOnProviders: { tenantId: 'uuid', id: 'uuid', label: 'text', issuer: 'text', clientId: 'text', clientSecret: 'text', scopes: 'text', usernameClaim: 'text', matchesUsername: 'bool', emailDomains: '_text', newRoleKey: 'text', newUnitId: 'uuid', groupClaim: 'text', groupRoles: 'jsonb', factorValues: '_text', endsThere: 'bool', isEnabled: 'bool', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  signOnRules: { tenantId: 'uuid', requiredRoles: '_text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  signedCheckIns: { tenantId: 'uuid', id: 'uuid', checkInId: 'uuid', content: 'jsonb', signedBy: 'text', signatureFileId: 'uuid', accessoryFileId: 'uuid', takenBy: 'uuid', at: 'timestamptz' },
  standIns: { tenantId: 'uuid', id: 'uuid', absentId: 'uuid', standInId: 'uuid', fromAt: 'timestamptz', untilAt: 'timestamptz', namedBy: 'uuid', endedAt: 'timestamptz', createdAt: 'timestamptz' },
  standingCampaigns: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', occasion: 'text', seasonFrom: 'text', name: 'text', content: 'text', segmentId: 'uuid', templateId: 'uuid', way: 'text', state: 'text', writtenBy: 'uuid', approvedBy: 'uuid', approvedAt: 'timestamptz', isOwnApproval: 'bool', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  standingChanges: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', fromStanding: 'text', toStanding: 'text', formula: 'text', onDate: 'date' },
  standingCounts: { tenantId: 'uuid', orgUnitId: 'uuid', orgPath: 'text', byMonths: 'text', byInterval: 'text', byVisits: 'text', valueClass: 'text', recency: 'text', customers: 'int4', countedAt: 'timestamptz' },
  subjectKeys: { tenantId: 'uuid', subjectType: 'text', subjectId: 'uuid', sealedKey: 'text', madeAt: 'timestamptz', forgottenAt: 'timestamptz' },
  subletCosts: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', subletId: 'uuid', partnerId: 'uuid', entry: 'int4', kind: 'text', costFen: 'int8', priceFen: 'int8', reference: 'text', reason: 'text', bookedOn: 'date', bookedBy: 'uuid', at: 'timestamptz' },
  subletPartners: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', contactName: 'text', contactPhone: 'text', address: 'text', trades: 'text', qualification: 'text', qualificationUntil: 'date', note: 'text', isActive: 'bool', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', paperFileId: 'uuid' },
  sublets: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', orderId: 'uuid', lineId: 'uuid', partnerId: 'uuid', state: 'text', attempt: 'int4', asked: 'text', agreedFen: 'int8', givenBy: 'uuid', givenAt: 'timestamptz', dueAt: 'timestamptz', backBy: 'uuid', backAt: 'timestamptz', checkedBy: 'uuid', checkedAt: 'timestamptz', finding: 'text', reason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  surveyAnswers: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', surveyInvitationId: 'uuid', answers: 'jsonb', overall: 'int4', overallOf: 'int4', recommend: 'int4', isLow: 'bool', way: 'text', deviceMark: 'text', takenBy: 'uuid', matterId: 'uuid', opensAt: 'timestamptz', at: 'timestamptz' },
  surveyChecks: { tenantId: 'uuid', id: 'uuid', surveySampleId: 'uuid', surveyAnswerId: 'uuid', position: 'int4', outcome: 'text', words: 'text', checkedBy: 'uuid', checkedAt: 'timestamptz', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  surveyInvitations: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', questionnaireId: 'uuid', occasion: 'text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', complaintId: 'uuid', advisorId: 'uuid', technicianId: 'uuid', anchoredAt: 'timestamptz', state: 'text', drawnAt: 'timestamptz', way: 'text', sentAt: 'timestamptz', callAt: 'timestamptz', expiresAt: 'timestamptz', withheldReason: 'text', phoneBefore: 'text', isPhoneChanged: 'bool', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  surveySamples: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', seed: 'text', fromOn: 'date', untilOn: 'date', size: 'int4', createdBy: 'uuid', createdAt: 'timestamptz' },
  tasks: { id: 'uuid', tenantId: 'uuid', name: 'text', key: 'text', data: 'jsonb', runAt: 'timestamptz', attempts: 'int4', lastError: 'text', createdAt: 'timestamptz', isErrand: 'bool', isBulk: 'bool' },
  teamDays: { tenantId: 'uuid', orgUnitId: 'uuid', orgPath: 'text', team: 'text', onDate: 'date', bookedMinutes: 'int4' },
  teamHours: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', team: 'text', weekday: 'int2', onDate: 'date', minutes: 'int4', reason: 'text', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  tenants: { id: 'uuid', code: 'text', name: 'text', timeZone: 'text', isSample: 'bool', createdAt: 'timestamptz' },
  throttles: { key: 'text', windowAt: 'timestamptz', hits: 'int4' },
  tierChanges: { tenantId: 'uuid', id: 'uuid', membershipId: 'uuid', fromTier: 'text', toTier: 'text', rule: 'text', spentFen: 'int8', reason: 'text', byId: 'uuid', at: 'timestamptz' },
  tillCloses: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', number: 'text', takenBy: 'uuid', dayOn: 'date', sinceAt: 'timestamptz', untilAt: 'timestamptz', sums: 'jsonb', totalFen: 'int8', floatFen: 'int8', expectedFen: 'int8', counted: 'jsonb', countedFen: 'int8', reason: 'text', correctsId: 'uuid', writtenBy: 'uuid', at: 'timestamptz' },
  tillMovements: { tenantId: 'uuid', movementId: 'uuid', closeId: 'uuid', kind: 'text' },
  topUps: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', membershipId: 'uuid', number: 'text', paidFen: 'int8', giftFen: 'int8', giftExpiresOn: 'date', method: 'text', termsId: 'uuid', signedBy: 'text', fileId: 'uuid', paidOn: 'date', refundedAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', withdrawnAt: 'timestamptz' },
  totpFactors: { tenantId: 'uuid', employeeId: 'uuid', secret: 'text', pending: 'text', lastStep: 'int8', confirmedAt: 'timestamptz', lastUsedAt: 'timestamptz', createdAt: 'timestamptz' },
  trainingCaseReads: { tenantId: 'uuid', id: 'uuid', trainingCaseId: 'uuid', employeeId: 'uuid', readAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  trainingCases: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', complaintId: 'uuid', kind: 'text', causeKind: 'text', state: 'text', title: 'text', story: 'text', cause: 'text', actions: 'text', remedy: 'text', outcome: 'text', lesson: 'text', questions: 'text', writtenBy: 'uuid', publishedBy: 'uuid', publishedAt: 'timestamptz', withdrawnWhy: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  trips: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', kind: 'text', state: 'text', customerId: 'uuid', vehicleId: 'uuid', orderId: 'uuid', appointmentId: 'uuid', contactName: 'text', contactPhone: 'text', address: 'text', wish: 'text', arriveBy: 'timestamptz', driverId: 'uuid', setOutAt: 'timestamptz', arrivedAt: 'timestamptz', endedAt: 'timestamptz', endReason: 'text', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  vehicleOwners: { tenantId: 'uuid', id: 'uuid', vehicleId: 'uuid', customerId: 'uuid', plate: 'text', fromOn: 'date', untilOn: 'date', createdAt: 'timestamptz' },
  vehicles: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', plate: 'text', plateType: 'text', plateTail: 'text', plateColour: 'text', vin: 'text', vinTail: 'text', vinWarning: 'text', model: 'text', vehicleType: 'text', ownerId: 'uuid', mileageKm: 'int4', mileageOn: 'date', firstRegisteredOn: 'date', maintenanceItems: 'text', intervalMonths: 'int4', intervalKm: 'int4', nextDueOn: 'date', nextDueKm: 'int4', nextDueWhy: 'jsonb', historyNote: 'text', remark: 'text', lastVisitOn: 'date', grams: '_text', importBatchId: 'uuid', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz', mergedIntoId: 'uuid', useKind: 'text', isReliefLost: 'bool', insuranceUntil: 'date' },
  visitCounts: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', day: 'date', visits: 'int4', createdAt: 'timestamptz' },
  webBookings: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', formHash: 'bytea', appointmentId: 'uuid', createdAt: 'timestamptz' },
  webhookDeliveries: { tenantId: 'uuid', id: 'uuid', webhookId: 'uuid', eventId: 'uuid', kind: 'text', body: 'text', state: 'text', attempts: 'int4', outcome: 'text', nextTryAt: 'timestamptz', deliveredAt: 'timestamptz', createdAt: 'timestamptz' },
  webhooks: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', name: 'text', url: 'text', kinds: '_text', state: 'text', disabledReason: 'text', secret: 'text', formerSecret: 'text', formerUntil: 'timestamptz', failingSince: 'timestamptz', lastDeliveredAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  wecomContacts: { tenantId: 'uuid', id: 'uuid', orgUnitId: 'uuid', orgPath: 'text', customerId: 'uuid', openKfid: 'text', externalUserid: 'text', linkMark: 'text', boundAt: 'timestamptz', version: 'int4', createdBy: 'uuid', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
  wecomCursors: { tenantId: 'uuid', id: 'uuid', corpId: 'text', openKfid: 'text', cursor: 'text', version: 'int4', createdAt: 'timestamptz', updatedAt: 'timestamptz' },
};