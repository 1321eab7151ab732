/** Apart, since the menu is there before any page. */
export const menuWords = {
  'zh-CN': {
    mine: '我的活',
    dispatch: '派工',
    wall: '车间大屏',
    hours: '工时统计',
    guides: '作业要求',
  },
  en: {
    mine: 'My jobs',
    dispatch: 'Dispatch',
    wall: 'Workshop wall',
    hours: 'Hours',
    guides: 'Job guides',
  },
};
