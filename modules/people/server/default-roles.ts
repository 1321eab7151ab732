import type { homes, Permission } from '../contract.ts';

interface DefaultRole {
  key: string;
  name: string;
  home: (typeof homes)[number];
  permissions: readonly Permission[];
}

const seeing: Permission[] = [
  'customers.see',
  'vehicles.see',
  'serviceOrders.see',
  'followUps.see',
  'complaints.see',
  'messages.see',
];

/** The posts of S0 and S2 (ORG-04) as roles; a tenant may change them. The owner may do everything. */
export const defaultRoles: readonly DefaultRole[] = [
  {
    key: 'owner',
    name: '负责人',
    home: 'supervision',
    permissions: [
      ...seeing,
      'organisation.manage',
      'calendar.manage',
      'people.manage',
      'apiKeys.manage',
      'audit.see',
      'emergency.open',
      'customers.edit',
      'customers.reveal',
      'customers.import',
      'customers.export',
      'customers.merge',
      'vehicles.edit',
      'serviceOrders.receive',
      'serviceOrders.work',
      'serviceOrders.inspect',
      'serviceOrders.settle',
      'followUps.call',
      'followUps.supervise',
      'complaints.handle',
      'complaints.supervise',
      'messages.send',
      'members.see',
      'members.take',
      'members.refund',
      'members.manage',
      'genuineChecks.manage',
    ],
  },
  {
    key: 'advisor',
    name: '服务顾问',
    home: 'reception',
    permissions: [
      ...seeing,
      'customers.edit',
      'customers.reveal',
      'vehicles.edit',
      'serviceOrders.receive',
      'serviceOrders.settle',
      'complaints.handle',
      'messages.send',
      'members.see',
      'members.take',
    ],
  },
  {
    key: 'technician',
    name: '技师',
    home: 'workshop',
    permissions: ['vehicles.see', 'serviceOrders.see', 'serviceOrders.work'],
  },
  {
    key: 'inspector',
    name: '检验员',
    home: 'workshop',
    permissions: [
      'vehicles.see',
      'serviceOrders.see',
      'serviceOrders.work',
      'serviceOrders.inspect',
    ],
  },
  {
    key: 'followUpAgent',
    name: '客服专员',
    home: 'calls',
    permissions: [
      ...seeing,
      'customers.edit',
      'customers.reveal',
      'followUps.call',
      'complaints.handle',
      'messages.send',
      'members.see',
    ],
  },
  {
    key: 'supervisor',
    name: '客服主管',
    home: 'supervision',
    permissions: [
      ...seeing,
      'calendar.manage',
      'audit.see',
      'emergency.open',
      'customers.edit',
      'customers.reveal',
      'customers.import',
      'customers.export',
      'customers.merge',
      'vehicles.edit',
      'followUps.call',
      'followUps.supervise',
      'complaints.handle',
      'complaints.supervise',
      'messages.send',
      'members.see',
      'members.refund',
      'members.manage',
    ],
  },
  {
    key: 'cashier',
    name: '收银员',
    home: 'reception',
    permissions: [
      'customers.see',
      'vehicles.see',
      'serviceOrders.see',
      'serviceOrders.settle',
      'members.see',
      'members.take',
    ],
  },
];
