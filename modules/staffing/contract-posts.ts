import { type Static, Type } from 'typebox';
import { count, instant, line, nullable, oneOf, text, version } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** The posts that the sources name (ORG-04). */
export const postKeys = [
  'serviceManager',
  'supervisor',
  'serviceAdvisor',
  'intakeClerk',
  'customerAgent',
  'technician',
  'teamLeader',
  'fitter',
  'electrician',
  'outgoingInspector',
  'partsKeeper',
  'cashier',
  'serviceSupervisor',
] as const;
export type PostKey = (typeof postKeys)[number];

const sentences = Type.Array(line(300), { maxItems: 20 });
const quality = shape({ key: line(40), name: line(40), meaning: text(300) });
const qualities = Type.Array(quality, { maxItems: 8 });
export const wording = { duties: sentences, qualifications: sentences, qualities };

export const post = shape(
  {
    key: oneOf(postKeys),
    name: line(40),
    ...wording,
    source: line(120),
    version,
    holders: count,
  },
  { $id: 'Post' },
);
export type Post = Static<typeof post>;

export const postVersion = shape(
  { version, ...wording, byName: text(80), at: nullable(instant) },
  { $id: 'PostVersion' },
);
export type PostVersion = Static<typeof postVersion>;
