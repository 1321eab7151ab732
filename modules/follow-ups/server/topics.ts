import type { FollowUp } from '../contract.ts';
import { type TopicKey, topics } from '../locales/vocabulary.ts';

const proposedAtOnce = 3;

/**
 * The topics with those already used marked, and what to speak of this time: unused ones, in the catalogue's order;
 * when all are used, those that lie back longest (FUP-02, FUP-03). Offers are withheld without consent.
 */
export function topicsShown(
  usedAt: Readonly<Partial<Record<TopicKey, string>>>,
  agreesToOffers: boolean,
): FollowUp['topics'] {
  const isWithheld = ({ needsConsent }: { needsConsent: boolean }) =>
    needsConsent && !agreesToOffers;
  const open = topics.filter((topic) => !isWithheld(topic));
  const unused = open.filter(({ key }) => usedAt[key] === undefined);
  const oldestFirst = open.toSorted((one, other) =>
    (usedAt[one.key] ?? '') < (usedAt[other.key] ?? '') ? -1 : 1,
  );
  const proposed = (unused.length > 0 ? unused : oldestFirst).slice(0, proposedAtOnce);
  return topics.map((topic) => ({
    key: topic.key,
    usedAt: usedAt[topic.key] ?? null,
    isProposed: proposed.some(({ key }) => key === topic.key),
    isWithheld: isWithheld(topic),
  }));
}
