import type { Answer, DeliveryPack, Lacking, PackItem } from './contract-pack.ts';

interface Written {
  items: readonly PackItem[];
  answerOf: (key: string) => Answer;
  hasPhoto: (key: string) => boolean;
}

const isWalk = ({ kind }: PackItem) => kind === 'walk';

/** An item is compared, or it is not; a difference has words, and one that is found at the car its photo too. */
function lackOf(item: PackItem, { answerOf, hasPhoto }: Written): Lacking[] {
  const { key } = item;
  const { result, note } = answerOf(key);
  if (result === 'open') return [{ key, lack: 'result' }];
  if (result === 'same') return [];
  return [
    ...(note.trim() === '' ? [{ key, lack: 'note' } as const] : []),
    ...(!isWalk(item) && !hasPhoto(key) ? [{ key, lack: 'photo' } as const] : []),
  ];
}

/** What stands before the car counts as checked against its check-in: nothing is left out (WSH-01, step five). */
export const lackingToCheck = (written: Written): Lacking[] =>
  written.items.filter((item) => !isWalk(item)).flatMap((item) => lackOf(item, written));

/** What stands before the customer's signature: all is explained, the old parts are shown, it is settled, and it may leave. */
export function lackingToSign(
  written: Written,
  pack: Pick<DeliveryPack, 'oldParts'> & { isSettled: boolean; isCertified: boolean },
): Lacking[] {
  return [
    ...written.items.filter(isWalk).flatMap((item) => lackOf(item, written)),
    ...(pack.oldParts === null ? [{ key: '', lack: 'oldParts' } as const] : []),
    ...(pack.isSettled ? [] : [{ key: '', lack: 'settlement' } as const]),
    ...(pack.isCertified ? [] : [{ key: '', lack: 'certificate' } as const]),
  ];
}
