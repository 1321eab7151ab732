import type { TakenOut } from '../contract-lists.ts';

export type ListWord = TakenOut;

/** What each list is called where exports are looked at. */
export const listNames = {
  'zh-CN': {
    'archive.list': '客户',
    'archive.listIncomplete': '待补档案',
    'customers.list': '客户（不含车辆）',
    'vehicles.list': '车辆',
    'serviceOrders.list': '工单',
    'complaints.list': '投诉登记',
    'followUps.list': '回访计划',
    'followUpCalls.list': '通话登记',
    'matters.list': '客户事项',
    'people.listEmployees': '员工',
    'commitments.list': '督办',
    'audit.list': '审计记录',
    'imports.list': '导入',
    'exports.list': '导出记录',
    'members.list': '会员',
    'reminders.list': '到期提醒',
    'rights.list': '个人信息请求',
    'genuineChecks.listBatches': '防伪码批次',
    'genuineChecks.listCodes': '防伪码',
  },
  en: {
    'archive.list': 'Customers',
    'members.list': 'Members',
    'reminders.list': 'Reminders',
    'archive.listIncomplete': 'Incomplete files',
    'customers.list': 'Customers without cars',
    'vehicles.list': 'Vehicles',
    'serviceOrders.list': 'Service orders',
    'complaints.list': 'Complaints',
    'followUps.list': 'Planned calls',
    'followUpCalls.list': 'Calls',
    'matters.list': 'Matters',
    'people.listEmployees': 'People',
    'commitments.list': 'Supervision',
    'audit.list': 'Audit',
    'imports.list': 'Imports',
    'exports.list': 'Exports',
    'rights.list': 'Requests about personal data',
    'genuineChecks.listBatches': 'Batches of codes',
    'genuineChecks.listCodes': 'Codes of parts',
  },
} as const satisfies Record<'zh-CN' | 'en', Record<TakenOut, string>>;
