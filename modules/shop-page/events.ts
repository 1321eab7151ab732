import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const shopPageEvents = events(
  'shopPage',
  { saved: shape({ orgUnitId: id, isOpen: Type.Boolean() }) },
  { subject: null },
);
