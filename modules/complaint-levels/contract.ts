import { type Static, Type } from 'typebox';
import { commitmentShape } from '#modules/commitments/contract.ts';
import { complaintKinds, complaintLifecycle, severities } from '#modules/complaints/lifecycle.ts';
import { revealReasons } from '#modules/customers/contract.ts';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { levelTermRoutes } from './contract-terms.ts';
import { levelLife, sharings, tiers } from './lifecycle.ts';

const state = oneOf(levelLife.states);
const unit = shape({ id, name: line(80), tier: oneOf(tiers) });
export type LevelUnit = Static<typeof unit>;

const inList = {
  complaintId: id,
  number: line(30),
  kind: oneOf(complaintKinds),
  severity: oneOf(['unassessed', ...severities]),
  complaintState: oneOf(complaintLifecycle.states),
  plate: nullable(plateText),
  model: nullable(text(80)),
  beginning: personalText('words', 160, 'the first words of the complaint'),
  origin: unit,
  level: unit,
  state,
  handlerName: nullable(text(80)),
  sinceAt: instant,
  dueAt: nullable(instant),
  timesPassed: count,
};
const listed = shape(
  { ...inList, reason: personalText('words', 1000, 'why it came here, or what was said with it') },
  { $id: 'ListedComplaintLevel' },
);
export type ListedLevel = Static<typeof listed>;

const entry = shape({
  id,
  step: line(20),
  from: unit,
  to: unit,
  words: personalText('words', 2000),
  passed: Type.Array(line(20), { maxItems: 5 }),
  sharing: nullable(oneOf(sharings)),
  dueAt: nullable(instant),
  byName: nullable(text(80)),
  isAutomatic: Type.Boolean(),
  at: instant,
});
export type LevelEntry = Static<typeof entry>;

const one = shape(
  {
    ...inList,
    content: personalText('words', 4000),
    complainantName: personalName(80, 'always masked here; whole by …/reveal'),
    complainantPhone: personalText('phone', 40, 'always masked here; whole by …/reveal'),
    receivedAt: instant,
    chain: Type.Array(unit, {
      maxItems: 20,
      description: 'from who received it up to the top; closed units have no turn',
    }),
    below: Type.Array(unit, { maxItems: 20, description: 'to whom it can be handed down' }),
    above: nullable(unit),
    sharing: oneOf(sharings, 'by what persons are shared with the level'),
    entries: Type.Array(entry, { maxItems: 200 }),
    clock: nullable(commitmentShape),
    mayReveal: Type.Boolean(),
    steps: Type.Array(stepShape, { maxItems: 5 }),
    version: Type.Union([version, Type.Null()], {
      description: 'null while it has never left who received it',
    }),
  },
  { $id: 'ComplaintLevel' },
);
export type ComplaintLevel = Static<typeof one>;

const which = shape({ complaintId: id });
const stepping = {
  access: 'complaints.handle',
  about: 'complaint',
  params: which,
  reply: one,
  personal: true,
} as const;
const refusals = ['step_not_allowed', 'at_level_above', 'complaint_closed'];

/** One complaint through shop, agent and maker (CMP-16). */
export const levelRoutes = {
  list: route({
    id: 'complaintLevels.list',
    method: 'GET',
    path: '/complaint-levels',
    summary: 'Complaints by where they stand in the tree, the first due first',
    access: 'complaints.see',
    personal: true,
    query: shape({
      ...pageFields,
      show: Type.Optional(
        oneOf(
          ['here', 'mine', 'above'],
          'here: came up to one’s own unit; mine: one works on them; above: left the unit that received them',
        ),
      ),
      state: Type.Optional(state),
    }),
    reply: listOf(listed),
  }),
  one: route({
    id: 'complaintLevels.one',
    method: 'GET',
    path: '/complaint-levels/:complaintId',
    summary: 'Where a complaint stands: level, clock, history, who may do what; persons masked',
    access: 'complaints.see',
    about: 'complaint',
    params: which,
    personal: true,
    reply: one,
  }),
  passUp: route({
    id: 'complaintLevels.passUp',
    method: 'POST',
    path: '/complaint-levels/:complaintId/passUp',
    summary: 'Pass it to the level above, with the reason; the clock of that level starts',
    ...stepping,
    body: shape({ reason: line(1000) }),
    problems: [...refusals, 'nobody_above'],
  }),
  takeOver: route({
    id: 'complaintLevels.takeOver',
    method: 'POST',
    path: '/complaint-levels/:complaintId/takeOver',
    summary: 'Work on it here: the case is one’s own from now on',
    ...stepping,
    body: shape({ words: Type.Optional(text(1000)) }),
    problems: [...refusals, 'handler_unknown'],
  }),
  handDown: route({
    id: 'complaintLevels.handDown',
    method: 'POST',
    path: '/complaint-levels/:complaintId/handDown',
    summary: 'Hand it to a level below with instructions; its clock starts anew there',
    ...stepping,
    body: shape({ toUnitId: Type.Optional(id), instructions: line(2000) }),
    problems: [...refusals, 'not_below'],
  }),
  reveal: route({
    id: 'complaintLevels.reveal',
    method: 'POST',
    path: '/complaint-levels/:complaintId/reveal',
    summary: 'Name and phone in full; who asked and what for is put on record (ARC-10)',
    access: 'customers.reveal',
    about: 'complaint',
    params: which,
    personal: true,
    body: shape({
      reason: oneOf(revealReasons),
      note: Type.Optional(line(200, 'what for, in words; needed with `other`')),
    }),
    reply: shape({ complainantName: text(80), complainantPhone: text(40) }),
    problems: ['reveal_reason_needed', 'not_shared'],
  }),
  ...levelTermRoutes,
};
