import { Type } from 'typebox';
import { grades } from '#modules/service-orders/contract.ts';
import { id, instant, line, mileageKm, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { inspectionSheet, keyedAnswer, listedSheet } from './contract-sheet.ts';
import { itemKey, sheetKinds } from './contract-template.ts';

export * from './contract-sheet.ts';
export * from './contract-template.ts';

const see = 'serviceOrders.see';
/** 由专职的报修业务人员负责，必要时可由专职检验员配合 (S2); which of them a sheet asks for is said with it in hand. */
const needsOneOf = ['serviceOrders.receive', 'serviceOrders.inspect'];
const onOrder = { access: see, about: 'serviceOrder', params: shape({ orderId: id }) } as const;
const about = {
  access: see,
  needsOneOf,
  about: 'inspectionSheet',
  personal: true,
  params: shape({ inspectionSheetId: id }),
  reply: inspectionSheet,
} as const;
const signed = 'inspection_signed';
const unknown = 'inspection_item_unknown';

export const inspectionRoutes = {
  ofOrder: route({
    ...onOrder,
    id: 'inspections.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/inspection-sheets',
    summary: 'The inspection sheets of an order, the latest first, with what they ask of the desk',
    reply: shape({ items: Type.Array(listedSheet, { maxItems: 50 }) }),
  }),
  begin: route({
    ...onOrder,
    id: 'inspections.begin',
    method: 'POST',
    path: '/service-orders/:orderId/inspection-sheets',
    summary: 'Begin an inspection by the template of its grade, or go on with what was begun',
    needsOneOf,
    personal: true,
    body: shape({ kind: oneOf(sheetKinds) }),
    reply: inspectionSheet,
    status: 201,
    problems: ['inspection_not_now', 'inspection_sheets_enough'],
  }),
  read: route({
    ...about,
    needsOneOf: [],
    id: 'inspections.read',
    method: 'GET',
    path: '/inspection-sheets/:inspectionSheetId',
    summary: 'One inspection sheet',
  }),
  save: route({
    ...about,
    id: 'inspections.save',
    method: 'PATCH',
    path: '/inspection-sheets/:inspectionSheetId',
    summary: 'Write something down: the items named, nothing else',
    body: shape({
      answers: Type.Optional(Type.Array(keyedAnswer, { maxItems: 500 })),
      grade: Type.Optional(oneOf(grades)),
      note: Type.Optional(text(2000)),
    }),
    problems: [signed, unknown],
  }),
  addPhoto: route({
    ...about,
    id: 'inspections.addPhoto',
    method: 'POST',
    path: '/inspection-sheets/:inspectionSheetId/photos',
    summary: 'Add a photo of an item; the same file again adds nothing',
    body: shape({ fileId: id, itemKey, takenAt: Type.Optional(instant) }),
    problems: [signed, unknown, 'inspection_photos_enough'],
  }),
  removePhoto: route({
    ...about,
    id: 'inspections.removePhoto',
    method: 'DELETE',
    path: '/inspection-sheets/:inspectionSheetId/photos/:inspectionPhotoId',
    summary: 'Take a photo out that was not signed yet',
    params: shape({ inspectionSheetId: id, inspectionPhotoId: id }),
    problems: [signed, 'under_hold'],
  }),
  ask: route({
    ...about,
    id: 'inspections.ask',
    method: 'POST',
    path: '/inspection-sheets/:inspectionSheetId/questions',
    summary: 'Ask the desk what is not clear; it must be answered before the signature (WSH-03)',
    body: shape({ itemKey, question: line(500) }),
    problems: [signed, unknown, 'inspection_questions_enough'],
  }),
  answer: route({
    ...about,
    needsOneOf: ['serviceOrders.receive'],
    id: 'inspections.answer',
    method: 'POST',
    path: '/inspection-sheets/:inspectionSheetId/questions/:inspectionQuestionId/answer',
    summary: 'The desk’s answer to what was asked',
    params: shape({ inspectionSheetId: id, inspectionQuestionId: id }),
    body: shape({ answer: line(500) }),
    problems: [signed, 'inspection_question_answered'],
  }),
  offer: route({
    ...about,
    id: 'inspections.offer',
    method: 'POST',
    path: '/inspection-sheets/:inspectionSheetId/offers',
    summary: 'Put the job of a red or yellow item before the desk, with what was found (WSH-05)',
    body: shape({ itemKey }),
    problems: [
      unknown,
      'inspection_item_green',
      'inspection_offered',
      'inspection_not_now',
      'order_closed',
    ],
  }),
  finish: route({
    ...about,
    id: 'inspections.finish',
    method: 'POST',
    path: '/inspection-sheets/:inspectionSheetId/finish',
    summary:
      'Sign the sheet: the intake inspection of the order, or its final one with the certificate',
    body: shape({
      passed: Type.Boolean({ description: 'an intake inspection is passed by being complete' }),
      guaranteeDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
      guaranteeKm: Type.Optional(mileageKm),
    }),
    problems: [
      signed,
      'inspection_incomplete',
      'inspection_is_red',
      'inspection_no_red',
      'inspector_certificate_over',
      'guarantee_below_minimum',
    ],
  }),
  sheet: route({
    ...about,
    needsOneOf: [],
    id: 'inspections.sheet',
    audit: 'read',
    method: 'GET',
    path: '/inspection-sheets/:inspectionSheetId/sheet.pdf',
    summary: 'The sheet on paper (进厂检验单, 出厂检验单), A4',
    kind: 'stream',
    rate: 'heavy',
    reply: Type.Unknown({ description: 'PDF' }),
  }),
};
