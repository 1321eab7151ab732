import type { Tables } from '../types.generated.ts';
import type { MarksOf } from './marks.ts';

const nobody = <const Plain extends string>(plain: Plain) => ({ of: 'nobody', plain }) as const;

/** Posts, who holds them and what they were found fit for; the hours that were worked. */
export const ofStaffing = {
  postVersions: nobody('postKey version duties qualifications qualities'),
  postHoldings: nobody('employeeId postKey isDedicated sinceOn untilOn'),
  postAssessments: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { scores: 'habits', note: 'words' },
    plain: 'employeeId postKey postVersion',
  },
  certificates: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { number: 'words' },
    plain: 'employeeId name issuer issuedOn expiresOn fileId isWithdrawn renewalId',
  },
  clockSpells: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { startedAt: 'habits', endedAt: 'habits', reason: 'words' },
    plain: 'employeeId clock orderId lineId endedHow pauseReason isSuperseded correctsId',
  },
  clockStamps: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { pressedAt: 'habits', happenedAt: 'habits' },
    plain:
      'employeeId key press orderId lineId pauseReason sentAt arrivedAt outcome conflict spellId',
  },
  clockSettlements: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { reason: 'words' },
    plain: 'stampId decision spellId',
  },
  jobAssignments: nobody('orderId lineId employeeId sharePercent sinceAt endedAt'),
} as const satisfies Partial<MarksOf<keyof Tables>>;
