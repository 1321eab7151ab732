import { type Static, Type } from 'typebox';
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
  personalText,
  stepShape,
  sumSpan,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { commitmentLife } from './lifecycle.ts';

export const pauseShape = shape({ from: instant, to: nullable(instant), reason: line(200) });

const commitmentFields = {
  id,
  rule: line(80),
  source: line(200, 'the article, clause or instruction that the rule comes from'),
  aboutType: line(40),
  aboutId: id,
  subject: personalText('words', 200, 'what it is about in a few words, as it was when promised'),
  ownerId: nullable(id),
  ownerName: nullable(line(80)),
  startedAt: instant,
  warnAt: nullable(instant),
  dueAt: instant,
  state: oneOf(commitmentLife.states),
  level: count,
  settledAt: nullable(instant),
  pauses: Type.Array(pauseShape, { maxItems: 200 }),
  sum: Type.Array(sumSpan, { maxItems: 5000 }),
};

/** A promise as every module shows it beside its record. */
export const commitmentShape = shape(commitmentFields, { $id: 'Commitment' });
export type CommitmentShown = Static<typeof commitmentShape>;

export const commitmentDetail = shape(
  { ...commitmentFields, version, steps: Type.Array(stepShape, { maxItems: 10 }) },
  { $id: 'CommitmentDetail' },
);
export type CommitmentDetail = Static<typeof commitmentDetail>;

/** `unsettled`: still to be done, late or not. `late`: the term has passed and it is not done. */
export const commitmentFilters = ['unsettled', 'late', ...commitmentLife.states] as const;

export const noticeShape = shape(
  {
    id,
    kind: line(80),
    aboutType: line(40),
    aboutId: id,
    facts: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown({ 'x-personal': 'words' })),
    readAt: nullable(instant),
    createdAt: instant,
  },
  { $id: 'Notice' },
);
export type NoticeShown = Static<typeof noticeShape>;

const one = shape({ commitmentId: id });

/** Who stops a clock supervises what it measures, never the one who is late. */
const supervision = ['followUps.supervise', 'complaints.supervise'];

export const commitmentRoutes = {
  list: route({
    id: 'commitments.list',
    method: 'GET',
    path: '/commitments',
    summary:
      'Promises, the most pressing first; one’s own, or all in scope for those who supervise',
    access: 'signedIn',
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(commitmentFilters)),
      rule: Type.Optional(line(80)),
      ownerId: Type.Optional(id),
      dueFrom: Type.Optional(instant),
      dueBefore: Type.Optional(instant),
    }),
    reply: listOf(commitmentShape),
  }),
  one: route({
    id: 'commitments.one',
    method: 'GET',
    path: '/commitments/:commitmentId',
    summary: 'One promise with its whole sum: why this time?',
    access: 'signedIn',
    needsOneOf: ['followUps.see', 'complaints.see'],
    about: 'commitment',
    params: one,
    reply: commitmentDetail,
  }),
  pause: route({
    id: 'commitments.pause',
    method: 'POST',
    path: '/commitments/:commitmentId/pause',
    summary: 'Stop the clock for a reason that is on record',
    access: 'signedIn',
    needsOneOf: supervision,
    about: 'commitment',
    params: one,
    body: shape({ reason: line(200) }),
    reply: commitmentDetail,
    problems: ['version_stale'],
  }),
  resume: route({
    id: 'commitments.resume',
    method: 'POST',
    path: '/commitments/:commitmentId/resume',
    summary: 'Let the clock run on; the term moves by what was paused',
    access: 'signedIn',
    needsOneOf: supervision,
    about: 'commitment',
    params: one,
    reply: commitmentDetail,
    problems: ['version_stale'],
  }),
  figures: route({
    id: 'commitments.figures',
    method: 'GET',
    path: '/figures/commitments',
    summary:
      'How many promises that fell due in a time were kept, by rule; and who carries what now',
    access: 'followUps.supervise',
    query: shape({ from: instant, to: instant }),
    reply: shape({
      rules: Type.Array(
        shape({ rule: line(80), source: line(200), due: count, kept: count, broken: count }),
        { maxItems: 200 },
      ),
      load: Type.Array(
        shape({
          ownerId: nullable(id),
          ownerName: nullable(line(80)),
          open: count,
          today: count,
          late: count,
        }),
        { maxItems: 200 },
      ),
    }),
  }),
  listNotices: route({
    id: 'commitments.listNotices',
    method: 'GET',
    path: '/notices',
    summary: 'What one was told, the latest first',
    access: 'signedIn',
    query: shape({ ...pageFields, unread: Type.Optional(Type.Boolean()) }),
    reply: shape({
      items: Type.Array(noticeShape, { maxItems: 200 }),
      nextCursor: nullable(text(500)),
      unread: count,
    }),
  }),
  readNotice: route({
    id: 'commitments.readNotice',
    audit: { none: 'a mark of one’s own: read' },
    method: 'POST',
    path: '/notices/:noticeId/read',
    summary: 'Mark one notice as read',
    access: 'signedIn',
    about: 'notice',
    params: shape({ noticeId: id }),
    reply: shape({ unread: count }),
  }),
  readAllNotices: route({
    id: 'commitments.readAllNotices',
    audit: { none: 'a mark of one’s own: read' },
    method: 'POST',
    path: '/notices/read-all',
    summary: 'Mark all notices as read',
    access: 'signedIn',
    reply: shape({ unread: count }),
  }),
};

const time = Type.String({ pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$|^24:00$', maxLength: 5 });
export const spanShape = shape({ from: time, to: time });
const spans = Type.Array(spanShape, { maxItems: 6 });
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const week = shape({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans });
export const dayKinds = ['holiday', 'workday', 'closed', 'special'] as const;

const calendarDay = shape({
  date,
  kind: oneOf(dayKinds),
  name: line(60),
  spans: nullable(spans),
  source: text(300),
  origin: oneOf(['shipped', 'provisional', 'own'], 'whose word it is'),
});
export type CalendarDayShown = Static<typeof calendarDay>;

export const calendarShape = shape(
  {
    orgUnitId: id,
    zone: line(60),
    weekly: week,
    weekOrigin: oneOf(['shipped', 'inherited', 'own']),
    days: Type.Array(calendarDay, { maxItems: 2000 }),
  },
  { $id: 'Calendar' },
);
export type CalendarShown = Static<typeof calendarShape>;

export const calendarRoutes = {
  calendar: route({
    id: 'commitments.calendar',
    method: 'GET',
    path: '/calendar',
    summary: 'When the house works: spans a week and the days that differ, with their sources',
    access: 'signedIn',
    query: shape({ from: date, to: date }),
    reply: calendarShape,
  }),
  changeCalendar: route({
    id: 'commitments.changeCalendar',
    method: 'POST',
    path: '/calendar/changes',
    summary: 'Change the week, set days, or give days back to the shipped calendar',
    access: 'calendar.manage',
    body: shape({
      weekly: Type.Optional(week),
      set: Type.Optional(
        Type.Array(
          shape({
            date,
            kind: oneOf(dayKinds),
            name: line(60),
            spans: Type.Optional(spans),
            source: Type.Optional(text(300)),
          }),
          { maxItems: 400 },
        ),
      ),
      remove: Type.Optional(Type.Array(date, { maxItems: 400 })),
    }),
    reply: shape({ changed: count }),
    problems: ['spans_unsound', 'never_open'],
  }),
};
