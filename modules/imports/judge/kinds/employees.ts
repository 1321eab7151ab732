import type { KindOfList } from '../kinds.ts';
import { isEmpty } from './missing.ts';

/** Who works here, as what and where (ORG-04). No login and no role comes from a list. */
export const employees: KindOfList = {
  fields: ['serialNo', 'employeeName', 'phone', 'post', 'shop'],
  /** Nobody's name is nobody; a telephone number can be asked for. */
  noteWhatIsMissing: (row) => {
    if (isEmpty(row, 'employeeName')) {
      row.faults.unshift({ code: 'employee_unnamed', field: 'employeeName', text: '' });
    }
    if (isEmpty(row, 'phone')) {
      row.warnings.push({ code: 'employee_without_phone', field: 'phone', text: '' });
    }
  },
  findsOwners: false,
  isOfPeople: true,
  needs: 'people.manage',
};
