import { type Static, Type } from 'typebox';
import {
  type NewComplaint,
  type NewMatter,
  newComplaint,
  newMatter,
} from '#modules/follow-ups/contract.ts';
import {
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { callerFile, callerMatch } from './contract-caller.ts';
import { dialRoute, needsOneOf } from './contract-dial.ts';
import { callDirections, phoneCallLife, phoneResults } from './lifecycle.ts';

export type { CallerFile, CallerMatch } from './contract-caller.ts';
export { type PhoneExtension, type Telephony, telephonyRoutes } from './contract-telephony.ts';
export type { NewComplaint, NewMatter };

const name = nullable(line(80));
const number = personalText('phone', 40, 'empty: withheld');
const entryFields = {
  id,
  direction: oneOf(callDirections),
  state: oneOf(phoneCallLife.states),
  number,
  callerName: personalText('name', 80, 'as he gave it, where he is not on file'),
  customerId: nullable(id),
  customerName: nullable(personalText('name', 200)),
  ownerId: nullable(id),
  ownerName: name,
  startedAt: instant,
  answeredAt: nullable(instant),
  endedAt: nullable(instant),
  callBackBy: nullable(instant),
  tries: Type.Integer({ minimum: 0, maximum: 100_000 }),
  result: oneOf(['', ...phoneResults]),
  note: personalText('words', 4000),
  hasRecording: Type.Boolean(),
};

/** A line of the register of calls (追踪服务登记表, what came in): who, by which number, when, what came of it. */
const phoneCallEntry = shape(entryFields, { $id: 'PhoneCallEntry' });
export type PhoneCallEntry = Static<typeof phoneCallEntry>;

export const phoneCall = shape(
  {
    ...entryFields,
    vehicleId: nullable(id),
    firstId: nullable(id),
    callId: nullable(id),
    complaintId: nullable(id),
    fileId: nullable(id),
    isAnnounced: nullable(
      Type.Boolean({ description: 'whether the recording was announced at its beginning' }),
    ),
    askedByCustomer: Type.Boolean({
      description: 'dialled in the hours of rest, because he asked for it',
    }),
    version,
    steps: Type.Array(stepShape, { maxItems: 9 }),
    matches: Type.Array(callerMatch, { maxItems: 10 }),
    file: nullable(callerFile),
    canDial: Type.Boolean({ description: 'the telephone system dials; else the device does' }),
  },
  { $id: 'PhoneCall' },
);
export type PhoneCall = Static<typeof phoneCall>;

/** What shows over every page of whoever's telephone rings. */
const ringingCall = shape(
  {
    id,
    state: oneOf(['ringing', 'talking']),
    number,
    customerName: nullable(personalText('name', 200)),
    matches: Type.Integer({ minimum: 0, maximum: 10 }),
    plate: nullable(plateText),
    orderState: nullable(line(40)),
    startedAt: instant,
  },
  { $id: 'RingingCall' },
);
export type RingingCall = Static<typeof ringingCall>;

export const shows = ['owed', 'open', 'all'] as const;
const params = shape({ phoneCallId: id });
const about = 'phoneCall';
const act = { access: 'followUps.see', needsOneOf, about, params, personal: true } as const;
const stale = ['step_not_allowed', 'version_stale'] as const;

export const phoneCallRoutes = {
  list: route({
    id: 'phoneCalls.list',
    method: 'GET',
    path: '/phone-calls',
    summary:
      'Calls and visits in person, the latest first: all, those owed a call back, or not on record yet',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      show: Type.Optional(oneOf(shows)),
      direction: Type.Optional(oneOf(callDirections)),
      customerId: Type.Optional(id),
      mine: Type.Optional(Type.Boolean()),
    }),
    reply: listOf(phoneCallEntry),
  }),
  ringing: route({
    id: 'phoneCalls.ringing',
    method: 'GET',
    path: '/phone-calls/ringing',
    summary: 'Which calls ring, or are being spoken, on one’s own telephone this moment',
    access: 'followUps.see',
    personal: true,
    reply: shape({ items: Type.Array(ringingCall, { maxItems: 5 }) }),
  }),
  read: route({
    id: 'phoneCalls.read',
    method: 'GET',
    path: '/phone-calls/:phoneCallId',
    summary: 'A call with who it may be, and all that one should know of him',
    access: 'followUps.see',
    about,
    personal: true,
    params,
    reply: phoneCall,
  }),
  add: route({
    id: 'phoneCalls.add',
    method: 'POST',
    path: '/phone-calls',
    summary: 'Somebody calls or stands here: begin its record by the number, or by the customer',
    access: 'followUps.see',
    needsOneOf,
    personal: true,
    body: shape({
      direction: oneOf(['in', 'visit']),
      number: Type.Optional(text(40)),
      customerId: Type.Optional(id),
    }),
    reply: phoneCall,
    status: 201,
    problems: ['phone_who'],
  }),
  identify: route({
    ...act,
    id: 'phoneCalls.identify',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/caller',
    summary: 'Say who it is: a customer with his car, or the name of somebody who is not on file',
    body: shape({
      customerId: nullable(id),
      vehicleId: Type.Optional(nullable(id)),
      callerName: Type.Optional(text(80)),
    }),
    reply: phoneCall,
    problems: ['step_not_allowed', 'reference_unknown'],
  }),
  record: route({
    ...act,
    id: 'phoneCalls.record',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/record',
    summary:
      'Put it on record with what came of it: answers, matters with their clock, a complaint',
    body: shape({
      result: oneOf(phoneResults),
      note: Type.Optional(text(4000)),
      matters: Type.Optional(Type.Array(newMatter, { maxItems: 10 })),
      complaint: Type.Optional(newComplaint),
    }),
    reply: phoneCall,
    problems: [...stale, 'phone_result', 'phone_note_needed', 'phone_no_talk', 'phone_no_customer'],
  }),
  take: route({
    ...act,
    id: 'phoneCalls.take',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/take',
    summary: 'Take a missed call to call it back: nobody else does',
    reply: phoneCall,
    problems: stale,
  }),
  putBack: route({
    ...act,
    id: 'phoneCalls.putBack',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/put-back',
    summary: 'Leave a missed call that one has taken to the others',
    reply: phoneCall,
    problems: [...stale, 'phone_of_another'],
  }),
  settle: route({
    ...act,
    id: 'phoneCalls.settle',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/settle',
    summary: 'A missed call needs no call back; why',
    body: shape({ reason: line(200) }),
    reply: phoneCall,
    problems: [...stale, 'phone_of_another'],
  }),
  callBack: route({
    ...act,
    id: 'phoneCalls.callBack',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/call-back',
    summary:
      'Call the number back: the telephone system rings one’s own telephone first, where there is one',
    writesItself: true,
    rate: 'heavy',
    reply: phoneCall,
    status: 201,
    problems: [
      'phone_number_withheld',
      'phone_of_another',
      'phone_no_extension',
      'telephony_not_allowed',
      'telephony_refused',
    ],
  }),
  dial: dialRoute,
  keepRecording: route({
    ...act,
    id: 'phoneCalls.keepRecording',
    method: 'POST',
    path: '/phone-calls/:phoneCallId/recording',
    summary: 'Attach the recording, and say whether it was announced at its beginning',
    body: shape({ fileId: id, isAnnounced: Type.Boolean() }),
    reply: phoneCall,
    problems: ['reference_unknown', 'phone_recording_kept', 'phone_recording_kind'],
  }),
};
