import { type Static, Type } from 'typebox';
import { line, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { trees } from './contract-trees-data.ts';
import { causeKinds, complaintKinds } from './lifecycle.ts';

const key = line(40);
const firstLevel = oneOf([...new Set([...complaintKinds, ...causeKinds])]);

const node = shape({
  tree: oneOf(trees),
  under: firstLevel,
  key,
  name: text(40, 'as the house calls it; of a shipped one empty: the screen has words for the key'),
  source: text(200),
  isShipped: Type.Boolean(),
  isRetired: Type.Boolean({ description: 'not offered any more; what bears it keeps it' }),
});
export type TreeNode = Static<typeof node>;

const firsts = Type.Array(shape({ tree: oneOf(trees), key: firstLevel, source: text(200) }), {
  maxItems: 20,
});
export const complaintTrees = shape(
  {
    firsts,
    nodes: Type.Array(node, { maxItems: 400 }),
    mayChange: Type.Boolean({ description: 'only from the top of the house: one tree for all' }),
  },
  { $id: 'ComplaintTrees' },
);
export type ComplaintTrees = Static<typeof complaintTrees>;

/** The classes of complaints (CMP-02) and their causes (CMP-06) as this house has them, two levels each. */
export const complaintTreeRoutes = {
  trees: route({
    id: 'complaints.trees',
    method: 'GET',
    path: '/complaint-trees',
    summary: 'Classes and causes of complaints in two levels, retired ones too',
    access: 'complaints.see',
    reply: complaintTrees,
  }),
  addNode: route({
    id: 'complaints.addNode',
    method: 'POST',
    path: '/complaint-trees/nodes',
    summary: 'Add a class or a cause of the house’s own on the second level',
    access: 'organisation.manage',
    body: shape({ tree: oneOf(trees), under: firstLevel, name: line(40) }),
    reply: complaintTrees,
    problems: ['tree_of_the_house', 'node_under_unknown', 'node_named_twice', 'nodes_enough'],
  }),
  retireNode: route({
    id: 'complaints.retireNode',
    method: 'POST',
    path: '/complaint-trees/retire',
    summary: 'Offer a node no more, or again; it is never deleted',
    access: 'organisation.manage',
    body: shape({ key, isRetired: Type.Boolean() }),
    reply: complaintTrees,
    problems: ['tree_of_the_house', 'node_unknown'],
  }),
};
