/** What stands in the menu before anything of the module is fetched. */
export const menuWords = {
  'zh-CN': {
    complaints: '投诉',
    ownTasksMenu: '投诉任务',
    remedyLimits: '补救权限',
    treesMenu: '投诉类别与原因',
    termsMenu: '投诉时限',
    receiveOne: '登记投诉',
  },
  en: {
    complaints: 'Complaints',
    ownTasksMenu: 'Complaint tasks',
    remedyLimits: 'Remedy limits',
    treesMenu: 'Classes and causes',
    termsMenu: 'Complaint terms',
    receiveOne: 'Take a complaint',
  },
};
