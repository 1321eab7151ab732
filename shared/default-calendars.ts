/** The calendars a new house begins with; both are its own to change. */
import { chinaDays } from './holidays/china.ts';
import type { Calendar, Span } from './opening-hours.ts';

const workshopDay: readonly Span[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Monday to Saturday with a lunch hour and a half, China's holidays off. */
export const defaultCalendar: Calendar = {
  zone: 'Asia/Shanghai',
  weekly: {
    1: workshopDay,
    2: workshopDay,
    3: workshopDay,
    4: workshopDay,
    5: workshopDay,
    6: workshopDay,
    7: [],
  },
  days: chinaDays,
};

const callingDay: readonly Span[] = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '20:00' },
];

/**
 * When customers may be called: the sources ask to spare their hours of rest (跟踪服务:
 * 避免休息时间); no clock is set by law. Outside of it, and on holidays, are the quiet hours.
 */
export const defaultContactHours: Calendar = {
  zone: 'Asia/Shanghai',
  weekly: {
    1: callingDay,
    2: callingDay,
    3: callingDay,
    4: callingDay,
    5: callingDay,
    6: callingDay,
    7: callingDay,
  },
  days: chinaDays,
};
