import type { Tables } from '../types.generated.ts';
import type { MarksOf } from './marks.ts';

const nobody = <const Plain extends string>(plain: Plain) => ({ of: 'nobody', plain }) as const;

/** Posts, who holds them, and what they were found fit for. */
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
} as const satisfies Partial<MarksOf<keyof Tables>>;
