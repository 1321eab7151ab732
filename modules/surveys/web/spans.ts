import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { useNow } from '#web/clock.ts';
import { useAddress } from '#web/useAddress.ts';

const zone = 'Asia/Shanghai';
const usualDays = 90;

/** The days that a page is about, in its address; the last three months unless others are asked for. */
export function useSpan() {
  const [address, setAddress] = useAddress();
  const today = dateIn(zone, useNow());
  const { from = addDays(today, 1 - usualDays), to = today } = address;
  return { from, to, address, setAddress };
}

/** The invitations that were sent in these days, as the register’s address asks for them. */
export const sentWithin = (from: string, to: string) => ({
  'sentAt.gte': instantAt(zone, from, '00:00').toISOString(),
  'sentAt.lt': instantAt(zone, addDays(to, 1), '00:00').toISOString(),
});
