import type { causeKinds, complaintKinds } from './lifecycle.ts';

/** The first levels of the two trees are `complaintKinds` and `causeKinds`; a house adds and retires below them. */
export const trees = ['class', 'cause'] as const;
export type Tree = (typeof trees)[number];
export type FirstLevel = (typeof complaintKinds)[number] | (typeof causeKinds)[number];

const manual =
  '《修理厂客户关系管理规定》：产品质量、服务态度、维修技术；原因：产品设计、生产环节、服务流程或其他';
const practice = '行业常见分法，没有统一标准；2026-11 整理，可停用、可增补';

/** Where the first levels come from: the three classes and the causes that S1 names, and what the trade adds. */
export const sourceOfFirst: Readonly<Record<FirstLevel, string>> = {
  productQuality: manual,
  serviceAttitude: manual,
  repairTechnique: manual,
  price: practice,
  timeliness: practice,
  parts: practice,
  design: manual,
  production: manual,
  serviceProcess: manual,
  repair: practice,
  customerHandling: practice,
  other: manual,
};

const below = <Key extends string>(tree: Tree, under: FirstLevel, ...keys: Key[]) =>
  keys.map((key) => ({ tree, under, key, source: practice }));

/** The second level as it is shipped; its names are in the words, under `node_` and the key. */
export const shippedNodes = [
  ...below('class', 'productQuality', 'malfunction', 'noise', 'finish', 'recurring'),
  ...below('class', 'serviceAttitude', 'manners', 'explanation', 'promiseBroken'),
  ...below('class', 'repairTechnique', 'notFixed', 'newDamage', 'omitted', 'misjudged'),
  ...below('class', 'price', 'aboveQuote', 'unclearBill', 'unneeded'),
  ...below('class', 'timeliness', 'lateDelivery', 'longWait', 'noReply'),
  ...below('class', 'parts', 'notGenuine', 'shortage', 'wrongPart', 'earlyWear'),
  ...below('class', 'other', 'damagedInCare', 'dataMisused'),
  ...below('cause', 'design', 'structure', 'software', 'materialChosen'),
  ...below('cause', 'production', 'assembly', 'materialFault', 'finishFault'),
  ...below(
    'cause',
    'serviceProcess',
    'reception',
    'quotation',
    'scheduling',
    'finalCheck',
    'telling',
  ),
  ...below('cause', 'repair', 'diagnosis', 'workmanship', 'forgotten', 'skill'),
  ...below('cause', 'parts', 'partFault', 'partMistaken', 'supply'),
  ...below('cause', 'customerHandling', 'misuse', 'unmaintained', 'modified', 'expectation'),
  ...below('cause', 'other', 'thirdParty', 'weather', 'unknownCause'),
];
