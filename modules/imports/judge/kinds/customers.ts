import type { KindOfList } from '../kinds.ts';
import { isEmpty, noteNobody } from './missing.ts';

/** The old customer list: who came with which car, when, and what was done (ARC-01). */
export const customers: KindOfList = {
  fields: [
    'serialNo',
    'customerName',
    'phone',
    'address',
    'birthday',
    'plate',
    'vin',
    'model',
    'vehicleType',
    'lastVisitOn',
    'nextMaintenanceOn',
    'mileageKm',
    'maintenanceItems',
    'intervalMonths',
    'intervalKm',
    'wishes',
    'history',
    'remark',
  ],
  /** A name is needed to know whom the record is about; the rest can be asked later (ARC-02). */
  noteWhatIsMissing: (row) => {
    noteNobody(row);
    if (isEmpty(row, 'phone')) {
      row.warnings.push({ code: 'phone_missing', field: 'phone', text: '' });
    }
    if (isEmpty(row, 'plate') && isEmpty(row, 'vin')) {
      row.warnings.push({ code: 'vehicle_missing', field: 'plate', text: '' });
    }
  },
  findsOwners: false,
  isOfPeople: false,
  needs: null,
};
