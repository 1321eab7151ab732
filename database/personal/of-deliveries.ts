import type { Tables } from '../types.generated.ts';
import { hisOrders, kept, type MarksOf } from './marks.ts';

/** How his car was handed over: what was compared, what he was told, his signature. */
export const ofDeliveries = {
  deliveryPacks: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisOrders,
    personal: {
      items: kept('mixed'),
      answers: kept('mixed'),
      precautions: kept('mixed'),
      note: kept('words'),
      signedBy: { class: 'name', keep: 'repairRecord', isThird: true },
    },
    plain:
      'orderId state oldParts mileageKm checkedBy checkedAt toldHow toldBy toldAt nextServiceOn nextServiceKm certificateId signatureFileId takenBy signedAt',
  },
  // Nothing of it speaks of him: the pictures themselves are marked with the files.
  deliveryPhotos: { of: 'nobody', plain: 'deliveryPackId itemKey fileId takenAt' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
