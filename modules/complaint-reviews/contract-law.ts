import { type Static, Type } from 'typebox';
import { date, id, instant, line, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const words = shape({ 'zh-CN': line(120), en: line(200) });
const item = shape({
  key: line(40),
  law: words,
  article: text(60),
  edition: line(60),
  duty: words,
  tick: nullable(shape({ byName: text(80), at: instant })),
});
export const lawChecklist = shape(
  {
    number: line(30),
    items: Type.Array(item, { maxItems: 40 }),
    proofUntil: nullable({
      ...date,
      description: 'until then the burden of proof is the house’s; null: the complaint came later',
    }),
    mayTick: Type.Boolean(),
  },
  { $id: 'ComplaintLaw' },
);
export type LawChecklist = Static<typeof lawChecklist>;

const one = shape({ complaintId: id });
export const lawRoutes = {
  show: route({
    id: 'complaintReviews.law',
    method: 'GET',
    path: '/complaint-law/:complaintId',
    summary: 'What the law asks in a complaint of this kind, and what was looked after',
    access: 'complaints.see',
    about: 'complaint',
    params: one,
    reply: lawChecklist,
  }),
  tick: route({
    id: 'complaintReviews.tickLaw',
    method: 'POST',
    path: '/complaint-law/:complaintId/tick',
    summary: 'An item of the checklist was looked after; who and when stays on record',
    access: 'complaints.handle',
    about: 'complaint',
    params: one,
    body: shape({ item: line(40) }),
    reply: lawChecklist,
    problems: ['law_item_unknown'],
  }),
};
