import type { PrintLocale } from '#platform/print/form.ts';
import type { Indicator } from '../contract.ts';
import { draftWords } from '../locales/words-draft.ts';
import { figureWords } from '../locales/words-figures.ts';
import type { Facts } from './facts.ts';

/** So many points less than before is a fall that is told. Practice, no source. */
const fallOfNote = 0.03;

type Say = (
  key: keyof (typeof draftWords)['zh-CN'],
  facts?: Record<string, string | number>,
) => string;
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
const points = (difference: number) => Math.abs(Math.round(difference * 1000) / 10);

/** The first words of a brief, drawn up from its figures for the supervisor to finish (FUP-12). */
export function draftOf(
  facts: Facts,
  language: PrintLocale,
): { summary: string; problems: string; plan: string } {
  const own = draftWords[language];
  const say: Say = (key, given = {}) =>
    own[key].replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''));
  const name = ({ key }: Indicator) => figureWords[language][`figure_${key}`];
  const known = facts.figures.filter(({ now }) => now.share !== null);
  const fallen = known.filter(
    ({ now, before }) => before.share !== null && before.share - now.share! >= fallOfNote,
  );
  const open = facts.unfinished.filter(({ total }) => total > 0);
  return {
    summary:
      known.length === 0
        ? say('nothing')
        : known.map((figure) => sentenceOf(figure, name(figure), say)).join('\n'),
    problems:
      fallen.length === 0
        ? say(known.some(({ before }) => before.share !== null) ? 'noFall' : 'noBefore')
        : fallen
            .map((figure) =>
              say('fell', {
                name: name(figure),
                points: points(figure.before.share! - figure.now.share!),
                share: percent(figure.now.share!),
              }),
            )
            .join('\n'),
    plan: [
      ...open.map(({ kind, total }) => say(`open_${kind}`, { total })),
      ...fallen.map((figure) => say('improve', { name: name(figure) })),
    ].join('\n'),
  };
}

function sentenceOf({ now, before, yearAgo }: Indicator, name: string, say: Say): string {
  const against = (key: 'before' | 'yearAgo', then: number | null) => {
    if (then === null) return '';
    const change = now.share! - then;
    if (points(change) === 0) return say(`${key}Same`);
    return say(change > 0 ? `${key}Up` : `${key}Down`, { points: points(change) });
  };
  const compared = against('before', before.share) + against('yearAgo', yearAgo.share);
  const { value, of } = now;
  return say('sentence', { name, share: percent(now.share!), value, of, compared });
}
