import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { checkInRoutes as routes } from '../contract.ts';
import { findWords } from '../locales/words-find.ts';

/** From an order to how its car was received: asked only where something was signed. */
export default function OrderCheckIn({ orderId }: { orderId: string }) {
  const say = useWords(findWords);
  const isMine = mayUse(useSession(), ['serviceOrders.receive']);
  const found = useQuery({ ...reading(routes.list, { query: { orderId } }), enabled: isMine });
  const [checkIn] = found.data?.items ?? [];
  if (!checkIn) return null;
  return (
    <Link to={`/check-ins/${checkIn.id}` as never}>
      <Icon name="tablet" size={16} /> {say('toCheckIn')}
    </Link>
  );
}
