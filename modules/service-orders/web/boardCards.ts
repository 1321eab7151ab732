import { call } from '#web/api.ts';
import { type BoardCard, serviceOrderRoutes as routes } from '../contract.ts';

interface Board {
  items: BoardCard[];
}

/** Late promises first, then by the promise: as the server lays the board. */
const order = (one: BoardCard, other: BoardCard): number =>
  Number(other.isLate) - Number(one.isLate) ||
  (one.promisedAt ?? '9').localeCompare(other.promisedAt ?? '9') ||
  one.stateSince.localeCompare(other.stateSince) ||
  one.id.localeCompare(other.id);

/** The board with one card renewed, or without it once the vehicle has left; the others stay as they are. */
export const withCard =
  (id: string, card: BoardCard | null) =>
  (shown: Board): Board => {
    const others = shown.items.filter((one) => one.id !== id);
    return { ...shown, items: card ? [...others, card].sort(order) : others };
  };

/** A change of one order reads its card alone, not the whole board. */
export const boardPatch = {
  of: 'serviceOrder',
  renew: async (id: string) => {
    const { card } = await call(routes.card, { params: { orderId: id } });
    return withCard(id, card);
  },
};
