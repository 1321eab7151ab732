import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, line, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const told = shape({
  commitmentId: id,
  rule: line(80),
  aboutType: line(40),
  aboutId: id,
  orgPath: text(400),
  level: count,
});

export const commitmentEvents = events('commitment', {
  promised: told,
  moved: told,
  paused: told,
  resumed: told,
  warned: told,
  broken: told,
  climbed: told,
  kept: told,
  settledLate: told,
  cancelled: told,
});

export const noticeEvents = events('notice', {
  told: shape({ kind: line(80), employeeIds: Type.Array(id, { maxItems: 200 }) }),
});

export const calendarEvents = events('calendar', { changed: shape({ orgPath: text(400) }) });
