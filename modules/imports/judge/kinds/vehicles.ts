import type { KindOfList } from '../kinds.ts';
import { isEmpty } from './missing.ts';

/** The list of cars: each with whom it belongs to, by telephone or by name (ARC-01, ARC-05). */
export const vehicles: KindOfList = {
  fields: [
    'serialNo',
    'plate',
    'vin',
    'model',
    'vehicleType',
    'customerName',
    'phone',
    'firstRegisteredOn',
    'insuranceUntil',
    'mileageKm',
    'lastVisitOn',
    'nextMaintenanceOn',
    'maintenanceItems',
    'intervalMonths',
    'intervalKm',
    'history',
    'remark',
  ],
  /** A car without plate and VIN could never be found again; whose it is may be known by either of two. */
  noteWhatIsMissing: (row) => {
    if (isEmpty(row, 'plate') && isEmpty(row, 'vin')) {
      row.faults.unshift({ code: 'vehicle_unnamed', field: 'plate', text: '' });
    }
    if (isEmpty(row, 'customerName') && isEmpty(row, 'phone')) {
      row.faults.push({ code: 'name_missing', field: 'customerName', text: '' });
    }
  },
  findsOwners: true,
  isOfPeople: false,
  needs: null,
};
