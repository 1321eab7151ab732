import type { ComponentProps } from 'react';
import { HeldPage } from '#modules/links/web/index.ts';
import { showHeldAppointment } from './holder/appointment.ts';
import { showHeldData } from './holder/mine.ts';
import pageStyles from './holder/shop-page.css?inline';

type Seen = Pick<ComponentProps<typeof HeldPage>, 'held' | 'problem'>;

/** What a customer sees of his appointment, before the link leaves the desk. */
export const AppointmentPreview = (seen: Seen) => (
  <HeldPage {...seen} styles={[pageStyles]} page={showHeldAppointment} />
);

/** What a customer sees of what is held of him, before the link leaves the desk. */
export const DataPreview = (seen: Seen) => (
  <HeldPage {...seen} styles={[pageStyles]} page={showHeldData} />
);
