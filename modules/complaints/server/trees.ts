import { changeSetting, settingOf, versionedSetting } from '#modules/organisation/server/index.ts';
import { newId } from '#platform/ids.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { ComplaintTrees, complaintRoutes, TreeNode } from '../contract.ts';
import { type FirstLevel, shippedNodes, sourceOfFirst, type Tree } from '../contract-trees-data.ts';
import { complaintRuleEvents } from '../events.ts';
import { causeKinds, complaintKinds } from '../lifecycle.ts';

const setting = 'complaints.trees';
const mostOwn = 200;

interface OwnNode {
  tree: Tree;
  under: FirstLevel;
  key: string;
  name: string;
}
/** What a house has added and what it offers no more, shipped or its own. */
interface OwnTrees {
  nodes: readonly OwnNode[];
  retired: readonly string[];
}
const none: OwnTrees = { nodes: [], retired: [] };

/** One tree for all: it lies at the top of the house, where every place finds it. */
const topOf = (orgPath: string) => orgPath.slice(0, orgPath.indexOf('.') + 1);

function nodesOf({ nodes, retired }: OwnTrees): TreeNode[] {
  const isRetired = ({ key }: { key: string }) => retired.includes(key);
  return [
    ...shippedNodes.map((node) => ({
      ...node,
      name: '',
      isShipped: true,
      isRetired: isRetired(node),
    })),
    ...nodes.map((node) => ({ ...node, source: '', isShipped: false, isRetired: isRetired(node) })),
  ];
}

/** The second level of both trees as they hold for a place. */
export const nodesAt = async (work: Work, orgPath: string): Promise<TreeNode[]> =>
  nodesOf(await settingOf(work, setting, topOf(orgPath), none));

/** The name of a node of the house's own; '' for a shipped one and for none. */
export const nameIn = (nodes: readonly TreeNode[], key: string | null): string =>
  nodes.find((node) => node.key === key)?.name ?? '';

/** A node may be chosen where it lies below that first level; a retired one stays where it was chosen before. */
export function refuseUnknownNode(
  nodes: readonly TreeNode[],
  given: { tree: Tree; under: string | null; key: string | undefined; before: string | null },
): void {
  const { tree, under, key, before } = given;
  if (key === undefined) return;
  const found = nodes.find((node) => node.key === key && node.tree === tree);
  if (found?.under === under && (!found.isRetired || before === key)) return;
  throw ruleBroken(`/${tree}Key`, `${tree}_unknown`);
}

const firsts: ComplaintTrees['firsts'] = [
  ...complaintKinds.map((key) => ({ tree: 'class' as const, key, source: sourceOfFirst[key] })),
  ...causeKinds.map((key) => ({ tree: 'cause' as const, key, source: sourceOfFirst[key] })),
];
const isAtTop = ({ actor }: Work) => actor.unitPath === topOf(actor.unitPath);
const shown = (work: Work, nodes: TreeNode[]): ComplaintTrees => ({
  firsts,
  nodes,
  mayChange: isAtTop(work),
});

export const shownTrees = async (work: Work): Promise<ComplaintTrees> =>
  shown(work, await nodesAt(work, work.actor.unitPath));

/** Changes what the house has set, unless somebody else was faster. @throws Problem 403 `tree_of_the_house`, 412 */
async function changed(work: Work, change: (own: OwnTrees) => OwnTrees): Promise<ComplaintTrees> {
  if (!isAtTop(work)) throw new Problem(403, 'tree_of_the_house');
  const orgPath = work.actor.unitPath;
  const { value, version } = await versionedSetting(work, setting, orgPath, none);
  const next = change(value);
  await changeSetting(work, { key: setting, orgPath, value: next, seen: version });
  return shown(work, nodesOf(next));
}

const aboutRules = ({ actor }: Work) => ({
  type: 'complaintRule',
  id: actor.unitId,
  orgPath: actor.unitPath,
});

/** @throws Problem 422 `node_under_unknown`, `node_named_twice`, 409 `nodes_enough` */
export async function addNode(work: Work, body: BodyOf<typeof complaintRoutes.addNode>) {
  const { tree, under } = body;
  const name = body.name.trim();
  const key = newId(work.now);
  const result = await changed(work, (own) => {
    if (!firsts.some((each) => each.tree === tree && each.key === under)) {
      throw ruleBroken('/under', 'node_under_unknown');
    }
    const isThere = own.nodes.some(
      (each) => each.tree === tree && each.under === under && each.name === name,
    );
    if (isThere) throw ruleBroken('/name', 'node_named_twice');
    if (own.nodes.length >= mostOwn) throw new Problem(409, 'nodes_enough');
    return { ...own, nodes: [...own.nodes, { tree, under, key, name }] };
  });
  await work.emit(complaintRuleEvents.nodeAdded, { key }, aboutRules(work));
  return result;
}

/** @throws Problem 422 `node_unknown` */
export async function retireNode(
  work: Work,
  { key, isRetired }: BodyOf<typeof complaintRoutes.retireNode>,
) {
  const result = await changed(work, (own) => {
    if (!nodesOf(own).some((node) => node.key === key)) throw ruleBroken('/key', 'node_unknown');
    const others = own.retired.filter((each) => each !== key);
    return { ...own, retired: isRetired ? [...others, key] : others };
  });
  const event = isRetired ? complaintRuleEvents.nodeRetired : complaintRuleEvents.nodeOffered;
  await work.emit(event, { key }, aboutRules(work));
  return result;
}
