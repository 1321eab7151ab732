import { lazy } from 'react';
import type { WebModule } from '#web/module.ts';
import { labelOf } from '#web/useWords.ts';
import { menuWords } from '../locales/menu.ts';

/** Fetched with the page that shows it: this door is loaded by the shell. */
export const FitNote = lazy(async () => ({ default: (await import('./FitNote.tsx')).FitNote }));
/** Booking a time over a page of another module. */
export const BookingSheet = lazy(async () => ({
  default: (await import('./BookSheet.tsx')).BookSheet,
}));
/** Who waits at the desk, and whose turn it is. */
export const WaitingQueue = lazy(async () => ({
  default: (await import('./WaitingQueue.tsx')).WaitingQueue,
}));
/** One line on a car's appointment of today. */
export const AppointmentHint = lazy(async () => ({
  default: (await import('./AppointmentHint.tsx')).AppointmentHint,
}));

export const appointmentsWeb: WebModule = {
  routes: [
    { path: '/appointments', page: () => import('./BookPage.tsx') },
    { path: '/appointments/list', page: () => import('./AppointmentListPage.tsx') },
    { path: '/appointments/$appointmentId', page: () => import('./AppointmentPage.tsx') },
    { path: '/bays', page: () => import('./BaysPage.tsx') },
  ],
  menu: [
    {
      path: '/appointments',
      label: labelOf(menuWords, 'book'),
      icon: 'calendar',
      group: 'service',
      order: 15,
      permissions: ['serviceOrders.see'],
      keys: 'g a',
    },
    {
      path: '/bays',
      label: labelOf(menuWords, 'bays'),
      icon: 'wrench',
      group: 'settings',
      order: 25,
      permissions: ['calendar.manage'],
    },
  ],
  commands: [
    {
      key: 'appointments.new',
      label: labelOf(menuWords, 'newAppointment'),
      also: 'xjyy yuyue',
      icon: 'calendar',
      permissions: ['serviceOrders.receive'],
      to: '/appointments?new=1',
    },
  ],
};
