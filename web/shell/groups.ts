import type { MenuGroup } from '../module.ts';
import type { Words } from '../useWords.ts';

/** The headings of the menu. */
export const groupWords: Words<MenuGroup> = {
  'zh-CN': {
    today: '今天',
    service: '接车维修',
    customers: '客户',
    stock: '配件',
    management: '管理',
    settings: '设置',
  },
  en: {
    today: 'Today',
    service: 'Service',
    customers: 'Customers',
    stock: 'Parts',
    management: 'Management',
    settings: 'Settings',
  },
};
