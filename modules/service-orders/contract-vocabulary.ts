import type { PlateColour } from '#shared/plates.ts';

export const orderKinds = [
  'maintenance',
  'repair',
  'bodyPaint',
  'inspection',
  'repeatRepair',
  'enquiry',
] as const;
export const waitingReasons = ['', 'parts', 'customer', 'sublet', 'bay'] as const;
/** Where a job of the order is: in the house, with another firm, or back from it and not yet checked (外协). */
export const outsideStates = ['', 'out', 'unchecked'] as const;
export const payers = ['customer', 'warranty', 'insurance', 'internal', 'campaign'] as const;
export const answers = ['open', 'approved', 'refused'] as const;
/** How a customer's answer reaches the desk, which writes it down. */
export const toldWays = ['inPerson', 'phone', 'message'] as const;
/** `link` is his own hand on his own page: nobody of the house can say so for him (WSH-05). */
export const answerWays = [...toldWays, 'link'] as const;
/** 进厂检验一般采用咨询、实地观察、仪器检测和路试的方法进行 (S2). */
export const inspectionMethods = ['questions', 'look', 'instrument', 'roadTest'] as const;
export const lights = ['green', 'yellow', 'red'] as const;
export const grades = ['overhaul', 'assembly', 'secondary', 'primary', 'minor', 'special'] as const;
export const gates = ['intake', 'selfCheck', 'teamCheck', 'final'] as const;
export const paymentMethods = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'transfer',
  'onAccount',
] as const;
/** How a payment stands on record: also out of what was paid before, which the members module alone takes. */
export const paidBy = [...paymentMethods, 'prepaid', 'points', 'package'] as const;
export type PaidBy = (typeof paidBy)[number];
export const oldPartChoices = ['return', 'waive', 'none'] as const;
/** Marked apart by law: 机动车维修管理规定 art. 30. */
export const partOrigins = ['original', 'equivalent', 'repaired', 'customer'] as const;
export const boardColumns = [
  'waiting',
  'inWork',
  'parts',
  'customer',
  'inspection',
  'ready',
] as const;

export const plateColours = [
  'blue',
  'green',
  'yellow',
  'yellowGreen',
  'white',
  'black',
] as const satisfies readonly PlateColour[];
