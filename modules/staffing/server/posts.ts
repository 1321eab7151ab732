import { changeSetting, versionedSetting } from '#modules/organisation/server/index.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import {
  type Post,
  type PostKey,
  type PostVersion,
  postKeys,
  type Standard,
  type Standing,
  shopClasses,
  type staffingRoutes,
} from '../contract.ts';
import { standardEvents } from '../events.ts';
import { defaultPosts, suggestedStandard } from './default-posts.ts';
import {
  holdersByPost,
  insertVersion,
  latestVersions,
  type ShopRow,
  type VersionRow,
  versionsOf,
} from './queries.ts';

/** All posts as the house words them now. */
export async function postsOfHouse(work: Work): Promise<Post[]> {
  const own = new Map((await latestVersions(work)).map((row) => [row.postKey, row]));
  const held = new Map((await holdersByPost(work)).map((row) => [row.postKey, row.holders]));
  return postKeys.map((key) => shownPost(key, own.get(key), held.get(key) ?? 0));
}

/** A post as it is worded now. */
export async function postNow(work: Work, key: PostKey): Promise<Post> {
  return (await postsOfHouse(work)).find((post) => post.key === key)!;
}

function shownPost(key: PostKey, row: VersionRow | undefined, holders: number): Post {
  const { name, source, ...wording } = defaultPosts[key];
  const own = row && wordingOf(row);
  return { key, name, source, ...wording, ...own, version: row?.version ?? 1, holders };
}

const wordingOf = ({ duties, qualifications, qualities }: VersionRow) =>
  ({ duties, qualifications, qualities }) as Pick<Post, 'duties' | 'qualifications' | 'qualities'>;

/** Words a post anew. What it said before stays, for those who were assessed by it. */
export async function changePost(
  work: Work,
  key: PostKey,
  body: BodyOf<typeof staffingRoutes.changePost>,
  seen: number | undefined,
): Promise<Post> {
  const before = await postNow(work, key);
  if (seen !== before.version) throw new Problem(412, 'version_stale');
  const names = new Set(body.qualities.map(({ key }) => key));
  if (names.size !== body.qualities.length) throw ruleBroken('/qualities', 'qualities_twice');
  const version = before.version + 1;
  await insertVersion(work, { postKey: key, version, ...body });
  const about = { type: 'tenant', id: work.actor.tenantId };
  await work.emit(standardEvents.postWorded, { postKey: key, version }, about);
  return { ...before, ...body, version };
}

/** How a post was worded, the latest first; the product's own wording is the first of all. */
export async function wordingsOf(work: Work, key: PostKey): Promise<PostVersion[]> {
  const { duties, qualifications, qualities } = defaultPosts[key];
  const first = { version: 1, duties, qualifications, qualities, byName: '', at: null };
  const own = (await versionsOf(work, key)).map((row) => {
    const { version, byName, createdAt } = row;
    return { version, ...wordingOf(row), byName, at: createdAt.toISOString() };
  });
  return [...own, first];
}

const standardKey = 'staffing.standard';
const top = '1.';

/** How many of whom each class of shop has to have. */
export async function standardOf(work: Work): Promise<{ standard: Standard; version: number }> {
  const { value, version } = await versionedSetting(work, standardKey, top, suggestedStandard);
  return { standard: value, version };
}

/**
 * What each class asked for before and asks for now is on record.
 * @throws Problem 422 `standard_twice`, 412 `version_stale`
 */
export async function changeStandard(work: Work, standard: Standard, seen: number) {
  refuseTwice(standard);
  const { standard: before } = await standardOf(work);
  const version = await changeSetting(work, {
    ...{ key: standardKey, orgPath: top, seen },
    value: standard,
  });
  const classes = standard.map(({ shopClass }) => shopClass);
  const about = { type: 'tenant', id: work.actor.tenantId };
  const fields = shopClasses.map((one) => `standard.${one}`);
  const changes = changesBetween(inWords(before), inWords(standard), fields);
  await work.emit(standardEvents.standardChanged, { classes }, about, changes);
  return { standard, version };
}

/** As somebody reads it in the audit: 维修技师 4，收银员 1 专职. */
const inWords = (standard: Standard) =>
  Object.fromEntries(
    standard.map(({ shopClass, posts }) => [
      `standard.${shopClass}`,
      posts
        .map(({ postKey, count, isDedicated }) => {
          const { name } = defaultPosts[postKey];
          return `${name} ${count}${isDedicated ? ' 专职' : ''}`;
        })
        .join('，'),
    ]),
  );

/** Each class once, and in it each post once. */
function refuseTwice(standard: Standard): void {
  const lines = standard.flatMap(({ shopClass, posts }) => [
    shopClass,
    ...posts.map(({ postKey }) => `${shopClass} ${postKey}`),
  ]);
  if (new Set(lines).size !== lines.length) throw ruleBroken('/standard', 'standard_twice');
}

/** What a shop has, against what its class asks for; a shop without a class has nothing to compare with. */
export function standingOf(shop: ShopRow, standard: Standard): Standing {
  const { orgUnitId, unitName, region } = shop;
  const shopClass = shop.shopClass as Standing['shopClass'];
  const wanted = standard.find((one) => one.shopClass === shopClass)?.posts ?? [];
  const posts = wanted.map(({ postKey, count, isDedicated }) => {
    const held = shop.posts.find((one) => one.postKey === postKey);
    const have = (isDedicated ? held?.dedicated : held?.have) ?? 0;
    return { postKey, wanted: count, isDedicated, have, missing: Math.max(0, count - have) };
  });
  return { orgUnitId, unitName, region, shopClass, posts };
}
