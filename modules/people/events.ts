import { Type } from 'typebox';
import { events, personal } from '#shared/events.ts';
import { count, date, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { factors } from './contract-entrance.ts';
import { openWorkKinds } from './contract-staff.ts';
import { employmentLife } from './lifecycle.ts';

export const peopleEvents = events('people', {
  signedIn: shape({ employeeId: id, sessionId: id }),
  signInBegun: shape({ employeeId: id, sessionId: id }),
  proved: shape({ employeeId: id, sessionId: id, by: oneOf(['password', ...factors]) }),
  sessionsEnded: shape({ employeeId: id, count }),
  newDevice: shape({
    employeeId: id,
    sessionId: id,
    userAgent: personal(text(300)),
    address: personal(text(60)),
  }),
  factorAdded: shape({ employeeId: id, factor: oneOf(factors), name: text(60) }),
  factorRemoved: shape({ employeeId: id, factor: oneOf(factors), name: text(60) }),
  factorsReset: shape({ employeeId: id }),
  recoveryCodesMade: shape({ employeeId: id }),
  recoveryCodeUsed: shape({ employeeId: id, left: count }),
  passkeyDoubted: shape({ employeeId: id, passkeyId: id, name: text(60) }),
  signInRulesChanged: shape({
    secondFactorFrom: nullable(date),
    remembersDevices: Type.Boolean(),
    roles: Type.Array(shape({ key: line(40), secondFactorFrom: nullable(date) }), {
      maxItems: 200,
    }),
  }),
  signedOut: shape({ employeeId: id, sessionId: id }),
  passwordChanged: shape({ employeeId: id }),
  employeeAdded: shape({ employeeId: id, name: personal(line(80)) }),
  /** A list that brought him in was taken back, and nobody had used him since. */
  employeeRemoved: shape({ employeeId: id, name: personal(line(80)) }),
  employeeChanged: shape({ employeeId: id, fields: Type.Array(line(40), { maxItems: 20 }) }),
  rolesChanged: shape({
    employeeId: id,
    from: Type.Array(line(40), { maxItems: 20 }),
    to: Type.Array(line(40), { maxItems: 20 }),
  }),
  employmentChanged: shape({
    employeeId: id,
    from: oneOf(employmentLife.states),
    to: oneOf(employmentLife.states),
  }),
  passwordReset: shape({ employeeId: id }),
  rescued: shape({
    employeeId: id,
    name: personal(line(80)),
    withFactors: Type.Boolean(),
    orgPath: line(500),
  }),
  handedOver: shape({
    employeeId: id,
    name: personal(line(80)),
    to: Type.Array(shape({ employeeId: id, count }), { maxItems: 200 }),
  }),
  recordHandedOver: shape({ kind: oneOf(openWorkKinds), fromId: id, toId: id }),
  standInNamed: shape({ absentId: id, standInId: id, fromAt: instant, untilAt: instant }),
  standInEnded: shape({ absentId: id, standInId: id }),
  emergencyOpened: shape({
    employeeId: id,
    emergencyId: id,
    name: personal(line(80)),
    unitName: line(80),
    reason: personal(text(500)),
    untilAt: instant,
    orgPath: line(500),
  }),
  emergencyEnded: shape({ employeeId: id, emergencyId: id, early: Type.Boolean() }),
  apiKeyAdded: shape({ apiKeyId: id, name: line(60) }),
  apiKeyRevoked: shape({ apiKeyId: id }),
});
