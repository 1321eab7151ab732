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
  shopData: '本店资料',
  shopDataLead: '会印在工单、结算单和客户档案上',
  shopNameHint: '营业执照上的名称',
  needName: '请填名称，会印在单据上',
  addressHint: '省市区、街道、门牌号',
  phoneHint: '客户打得通的服务电话',
  save: '保存',
  saved: '已保存',
  readOnly: '只有负责人可以修改',
  printed: '单据抬头预览',
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
    shopData: 'The shop',
    shopDataLead: 'Printed on orders, settlements and the customer archive',
    shopNameHint: 'As on the business licence',
    needName: 'Enter the name; it is printed on the forms',
    addressHint: 'Province, city, street and number',
    phoneHint: 'The service number that customers call',
    save: 'Save',
    saved: 'Saved',
    readOnly: 'Only those who manage the organisation may change it',
    printed: 'As it is printed',
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
