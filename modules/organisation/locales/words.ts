const zh = {
  organisation: '组织',
  headquarters: '总部',
  agent: '代理商',
  shop: '服务店',
  name: '名称',
  code: '代码',
  address: '地址',
  phone: '电话',
  region: '大区',
};

export const organisationWords = {
  'zh-CN': zh,
  en: {
    organisation: 'Organisation',
    headquarters: 'Headquarters',
    agent: 'Agent',
    shop: 'Shop',
    name: 'Name',
    code: 'Code',
    address: 'Address',
    phone: 'Phone',
    region: 'Region',
  } satisfies Record<keyof typeof zh, string>,
};

export const organisationProblems = {
  'zh-CN': { tier_order: { title: '层级不对', detail: '下级组织的层级必须低于上级。' } },
  en: {
    tier_order: {
      title: 'Wrong tier',
      detail: 'A unit must stand on a lower tier than the one above it.',
    },
  },
};
