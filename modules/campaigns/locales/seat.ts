interface Seat {
  shop: string;
  phone: string;
  name: string;
  at: string;
  place: string;
  seats: number;
  /** His invitation; empty for who was never invited by a link. */
  url: string;
}

/** What who moved up reads, where the house has no approved words of its own: an answer to what he asked for. */
export const seatMessage = {
  'zh-CN': ({ shop, phone, name, at, place, seats, url }: Seat): string =>
    `【${shop}】您候补的“${name}”有空位了，已为您留 ${seats} 位：${at}，${place}。不能来请${url ? `点开告诉我们：${url}` : `致电 ${phone}`}`,
  en: ({ shop, phone, name, at, place, seats, url }: Seat): string =>
    `${shop}: you are off the waiting list of “${name}”. Seats kept for you: ${seats}. ${at}, ${place}. If you cannot come, ${url ? `tell us here: ${url}` : `please call ${phone}`}`,
} as const;
