import { type Static, Type } from 'typebox';
import { count, id, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const load = shape({
  agentId: nullable(id),
  name: text(80, 'empty: what nobody has been given yet'),
  open: count,
  due: count,
  overdue: count,
  mayCall: Type.Boolean(),
});
export type CallerLoad = Static<typeof load>;
const access = 'followUps.supervise';

/** Who has how many calls before him, and giving them to others (FUP-11). */
export const loadRoutes = {
  list: route({
    id: 'followUpLoads.list',
    method: 'GET',
    path: '/follow-up-loads',
    summary: 'Open, due and overdue calls of each caller, the busiest first',
    access,
    reply: shape({ items: Type.Array(load, { maxItems: 200 }) }),
  }),
  share: route({
    id: 'followUpLoads.share',
    method: 'POST',
    path: '/follow-up-loads/share',
    summary: 'Share the open calls of one person, or those of nobody, among others in one step',
    access,
    body: shape({
      fromId: Type.Optional(id),
      toIds: Type.Array(id, { minItems: 1, maxItems: 50, uniqueItems: true }),
    }),
    reply: shape({ moved: count }),
    problems: ['agent_cannot_call', 'nothing_to_share'],
  }),
};
