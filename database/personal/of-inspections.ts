import type { Tables } from '../types.generated.ts';
import { hisOrders, kept, type MarksOf } from './marks.ts';

const hisSheets =
  'inspection_sheet_id in (select s.id from inspection_sheets s join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id where s.tenant_id = :tenant and o.customer_id = :customerId)';

/** What was found at his car when it came and before it left: the original records (WSH-09). */
export const ofInspections = {
  inspectionSheets: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisOrders,
    personal: { sections: kept('mixed'), answers: kept('mixed'), note: kept('words') },
    plain:
      'orderId kind state grade templateName templateEdition templateSource passed inspectorId signedAt',
  },
  inspectionQuestions: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisSheets,
    personal: { question: kept('words'), answer: kept('words') },
    plain: 'inspectionSheetId itemKey askedBy askedAt answeredBy answeredAt',
  },
  // Nothing of it speaks of him: the pictures themselves are marked with the files.
  inspectionPhotos: { of: 'nobody', plain: 'inspectionSheetId itemKey fileId takenAt' },
  inspectionOffers: { of: 'nobody', plain: 'inspectionSheetId itemKey offeredBy at' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
