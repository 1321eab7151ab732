import { exportList } from '#platform/exported-lists.ts';
import { vehicleRoutes } from '../contract.ts';
import { vehiclesWords } from '../locales/words.ts';

exportList({
  route: vehicleRoutes.list,
  title: 'vehicle',
  words: vehiclesWords,
  columns: [
    { key: 'plate', word: 'plate', width: 14, of: (row) => row.plate },
    { key: 'vin', word: 'vin', width: 20, of: (row) => row.vin },
    { key: 'model', word: 'model', width: 24, of: (row) => row.model },
    { key: 'owner', word: 'customerName', width: 20, of: (row) => row.ownerName },
    { key: 'mileage', word: 'mileage', kind: 'number', of: (row) => row.mileageKm },
    { key: 'nextDueOn', word: 'nextDueOn', kind: 'date', width: 14, of: (row) => row.nextDueOn },
    { key: 'nextDueKm', word: 'nextDueKm', kind: 'number', of: (row) => row.nextDueKm },
  ],
});
