import type { Tables } from '../types.generated.ts';
import { derived, type MarksOf } from './marks.ts';

const hisRows =
  '(customer_id = any(:ids) or vehicle_id = any(:ids) or phone = any(:values) or plate = any(:values) or vin = any(:values))';

/** Lists that were brought in, and records that were found twice. */
export const ofLists = {
  importRows: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisRows,
    onErasure: 'row',
    personal: {
      cells: 'mixed',
      fixes: 'mixed',
      tidied: 'mixed',
      findings: 'mixed',
      phone: derived('phone'),
      plate: derived('plate'),
      vin: derived('vin'),
      staged: 'mixed',
    },
    plain:
      'batchId rowNo verdict codes otherRow otherCustomerId otherVehicleId otherEmployeeId status decision customerId vehicleId employeeId subject',
  },
  importChanges: {
    of: 'customer',
    purpose: 'operation',
    keep: 'untilErased',
    reach: 'vehicle_id = any(:ids)',
    onErasure: 'row',
    personal: { before: 'mixed' },
    plain: 'batchId vehicleId versionAfter',
  },
  merges: {
    of: 'customer',
    purpose: 'operation',
    keep: 'untilErased',
    reach: '(kept_id = any(:ids) or gone_id = any(:ids))',
    personal: { before: 'mixed', written: 'mixed' },
    plain: 'kind keptId goneId state undoneBy undoneAt',
  },
  mergeMoves: { of: 'nobody', plain: 'mergeId tableName columnName rowId former' },
  duplicatePairs: {
    of: 'nobody',
    plain: 'kind oneId otherId onePath otherPath reasons score state decidedBy decidedAt',
  },
  duplicateRuns: {
    of: 'nobody',
    plain: 'state step lastId doneRows totalRows found endedAt',
  },
  importMaps: { of: 'nobody', plain: 'kind name headings headingKey fields' },
  importBatches: {
    of: 'nobody',
    plain:
      'kind fileId fileName state sheetName sheets headerRow mapName columns mapping counts made doneRows totalRows lastRow fault importedAt undoneAt',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
