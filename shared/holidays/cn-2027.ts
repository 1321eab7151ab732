import type { HolidayYear } from './holiday-year.ts';

/**
 * Reckoned from the law alone: the notice of the State Council for 2027, with its bridges between
 * days off and its make-up working days, was not at hand. Replace this year by the notice's, or add
 * the days that differ to the tenant's calendar.
 */
export const cn2027: HolidayYear = {
  country: 'CN',
  year: 2027,
  status: 'provisional',
  source: '全国年节及纪念日放假办法（2024年11月10日修订，国务院令第795号）第二条',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
    { name: '春节', from: '2027-02-05', to: '2027-02-08' },
    { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
  ],
  workdays: [],
};
