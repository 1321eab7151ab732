import { type Static, Type } from 'typebox';
import { tiers } from '#modules/organisation/contract.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { counted, facts } from './contract-facts.ts';
import { reportGrains, reportLife, standings } from './lifecycle.ts';

export type {
  Change,
  Counted,
  ExceptionLine,
  Facts,
  OverdueLine,
  Part,
  ReportedFigure,
  ReportedMeasure,
} from './contract-facts.ts';

const listed = {
  id,
  orgUnitId: id,
  unitName: text(120),
  toUnitName: text(120),
  grain: oneOf(reportGrains),
  fromOn: date,
  untilOn: date,
  edition: count,
  state: oneOf(reportLife.states),
  wordsUntil: { ...instant, description: 'then it goes as it is' },
  dueAt: instant,
  sentAt: nullable(instant),
  isLate: Type.Boolean({ description: 'went after its day, or has not gone though that is over' }),
  figures: facts.properties.total.properties.figures,
  closed: count,
  overdue: count,
};
const listedReport = shape(listed, { $id: 'ListedComplaintReport' });
export type ListedReport = Static<typeof listedReport>;

const words = {
  summary: text(4000),
  overdueWords: text(4000, 'why what is overdue is overdue'),
  plan: text(4000),
};
export const report = shape(
  {
    ...listed,
    ...words,
    facts,
    figuresAt: instant,
    sentByName: text(80, 'empty: by the house itself'),
    correctedWhy: text(300),
    editions: Type.Array(shape({ id, edition: count, sentAt: nullable(instant) }), {
      maxItems: 50,
    }),
    steps: Type.Array(stepShape, { maxItems: 5 }),
    version,
  },
  { $id: 'ComplaintReport' },
);
export type Report = Static<typeof report>;

const standing = shape({
  unitId: id,
  unitName: line(120),
  tier: oneOf(tiers),
  standing: oneOf(standings),
  reportId: nullable(id),
  edition: count,
  sentAt: nullable(instant),
  dueAt: instant,
  counted: nullable(counted),
});
export type UnitStanding = Static<typeof standing>;
const overview = shape(
  {
    orgUnitId: id,
    unitName: line(120),
    grain: oneOf(reportGrains),
    fromOn: date,
    untilOn: date,
    previousOn: date,
    nextOn: nullable(date),
    hasAbove: Type.Boolean({ description: 'this unit itself reports to one above it' }),
    ownReportId: nullable(id),
    units: Type.Array(standing, { maxItems: 300 }),
    sum: counted,
  },
  { $id: 'ComplaintReportOverview' },
);
export type Overview = Static<typeof overview>;

const one = shape({ complaintReportId: id });
const paper = { kind: 'stream', rate: 'heavy', audit: 'read', params: one } as const;

export const reportRoutes = {
  list: route({
    id: 'complaintReports.list',
    method: 'GET',
    path: '/complaint-reports',
    summary:
      'Reports upward, the latest period first; those of the units below once they have gone',
    access: 'complaints.see',
    query: shape({ ...pageFields, mine: Type.Optional(Type.Boolean()) }),
    reply: listOf(listedReport),
  }),
  overview: route({
    id: 'complaintReports.overview',
    method: 'GET',
    path: '/complaint-report-overview',
    summary:
      'Of a period: which units below have reported, which are late or missing, sum and comparison',
    access: 'complaints.see',
    query: shape({ on: Type.Optional(date), orgUnitId: Type.Optional(id) }),
    reply: overview,
    problems: ['day_too_far'],
  }),
  one: route({
    id: 'complaintReports.one',
    method: 'GET',
    path: '/complaint-reports/:complaintReportId',
    summary: 'A report: its figures as they were counted, the units it is made of, its words',
    access: 'complaints.see',
    about: 'complaintReport',
    audit: 'read',
    params: one,
    reply: report,
  }),
  write: route({
    id: 'complaintReports.write',
    method: 'PATCH',
    path: '/complaint-reports/:complaintReportId',
    summary: 'Add words before it goes; the page does so by itself',
    access: 'complaints.supervise',
    about: 'complaintReport',
    params: one,
    body: shape({
      summary: Type.Optional(words.summary),
      overdueWords: Type.Optional(words.overdueWords),
      plan: Type.Optional(words.plan),
    }),
    reply: report,
    problems: ['step_not_allowed', 'report_not_yours', 'report_names_person'],
  }),
  send: route({
    id: 'complaintReports.send',
    method: 'POST',
    path: '/complaint-reports/:complaintReportId/send',
    summary: 'Send it now instead of when the time for words is over; it stands from now on',
    access: 'complaints.supervise',
    about: 'complaintReport',
    params: one,
    reply: report,
    problems: ['step_not_allowed', 'report_not_yours'],
  }),
  correct: route({
    id: 'complaintReports.correct',
    method: 'POST',
    path: '/complaint-reports/:complaintReportId/correct',
    summary:
      'Count again what was wrong: a new edition says what changed and why, the sent one stays',
    access: 'complaints.supervise',
    about: 'complaintReport',
    rate: 'heavy',
    params: one,
    body: shape({ reason: line(300) }),
    reply: report,
    status: 201,
    problems: ['step_not_allowed', 'report_not_yours', 'report_unchanged', 'report_names_person'],
  }),
  print: route({
    id: 'complaintReports.print',
    method: 'GET',
    path: '/complaint-reports/:complaintReportId/print.pdf',
    summary: 'The report on A4',
    access: 'complaints.see',
    about: 'complaintReport',
    ...paper,
    reply: Type.Unknown({ description: 'application/pdf' }),
  }),
};

export const reportRule = shape(
  {
    isOn: Type.Boolean(),
    grain: oneOf(reportGrains),
    wordDays: Type.Integer({
      minimum: 1,
      maximum: 10,
      description: 'working days to add words in',
    }),
    dueDays: Type.Integer({
      minimum: 1,
      maximum: 30,
      description: 'working days after the period for each tier, from the bottom',
    }),
    source: text(300),
  },
  { $id: 'ComplaintReportRule' },
);
export type ReportRule = Static<typeof reportRule>;

const ruleReply = shape({
  ...reportRule.properties,
  mayChange: Type.Boolean({ description: 'it is one for the whole tree, set at its top' }),
});
export const reportRuleRoutes = {
  read: route({
    id: 'complaintReportRules.read',
    method: 'GET',
    path: '/complaint-report-rule',
    summary: 'How often complaints are reported upward, and in what time',
    access: 'complaints.supervise',
    reply: ruleReply,
  }),
  save: route({
    id: 'complaintReportRules.save',
    method: 'POST',
    path: '/complaint-report-rule',
    summary: 'Set it for the whole tree; the period that ends next is reported by it',
    access: 'complaints.supervise',
    body: reportRule,
    reply: ruleReply,
    problems: ['rule_of_the_top', 'words_after_due'],
  }),
};
