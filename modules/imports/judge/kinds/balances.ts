import type { KindOfList } from '../kinds.ts';
import type { TidyRow } from '../verdict.ts';
import { isEmpty } from './missing.ts';

/** What members of another program have left: points, money paid before, uses of packages (ARC-07). */
export const balances: KindOfList = {
  fields: [
    'serialNo',
    'customerName',
    'phone',
    'memberNo',
    'plate',
    'tier',
    'points',
    'pointsUntil',
    'principalFen',
    'giftFen',
    'packageName',
    'packageUses',
    'packageUntil',
    'packageUnitFen',
    'listOn',
    'remark',
  ],
  noteWhatIsMissing: (row) => {
    noteHolder(row);
    notePackage(row);
    const sums = ['principalFen', 'giftFen', 'points', 'packageUses'] as const;
    const hasNothing = sums.every(
      (field) => row.values[field] === 0 || (isEmpty(row, field) && !row.values[field]),
    );
    if (hasNothing) row.warnings.push({ code: 'balance_nothing', field: 'principalFen', text: '' });
  },
  findsOwners: false,
  isOfPeople: false,
  needs: 'members.manage',
  kept: {
    at: '/members',
    shown: [
      'customerName',
      'phone',
      'memberNo',
      'principalFen',
      'giftFen',
      'points',
      'packageName',
      'packageUses',
    ],
    twice: 'balance_twice',
    sums: ['principalFen', 'giftFen', 'points', 'packageUses'],
  },
};

/** Whose it is tells the telephone together with the name, or the plate, or the number of the member: nothing less. */
function noteHolder(row: TidyRow): void {
  if (!isEmpty(row, 'plate') || !isEmpty(row, 'memberNo')) return;
  if (isEmpty(row, 'phone')) {
    row.faults.unshift({ code: 'holder_unnamed', field: 'phone', text: '' });
  } else if (isEmpty(row, 'customerName')) {
    row.faults.unshift({ code: 'name_missing', field: 'customerName', text: '' });
  }
}

function notePackage(row: TidyRow): void {
  const { packageName, packageUses, packageUntil, packageUnitFen } = row.values;
  if (packageName !== null && isEmpty(row, 'packageUses')) {
    row.faults.push({ code: 'package_uses_missing', field: 'packageUses', text: '' });
  }
  if (packageUses === null || packageUses === 0) return;
  if (isEmpty(row, 'packageName')) {
    row.faults.push({ code: 'package_unnamed', field: 'packageName', text: '' });
  }
  if (packageUntil === null && isEmpty(row, 'packageUntil')) {
    row.faults.push({ code: 'package_until_missing', field: 'packageUntil', text: '' });
  }
  if (packageUnitFen === null && isEmpty(row, 'packageUnitFen')) {
    row.warnings.push({ code: 'package_unpriced', field: 'packageUnitFen', text: '' });
  }
}
