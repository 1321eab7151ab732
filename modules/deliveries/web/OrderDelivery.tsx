import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { deliveryRoutes as routes } from '../contract.ts';
import './delivery.css';
import { useDeliveryWords } from './useDeliveryWords.ts';

/** From an order to how its car was delivered: once it is signed; before that the way stands above. */
export default function OrderDelivery({ orderId }: { orderId: string }) {
  const { say } = useDeliveryWords();
  const params = { orderId };
  const follows = ['delivery-packs'];
  const { data } = useQuery(reading(routes.ofOrder, { params }, { follows }));
  const pack = data?.pack;
  if (pack?.state !== 'signed') return null;
  return (
    <Card title={say('comparing')}>
      <div className="delivery-gate">
        <Link to={`/delivery-packs/${pack.id}` as never}>{say('lookAt')}</Link>
        <span className="soft">{say('gateNote_signed')}</span>
        {pack.differences > 0 && (
          <span className="delivery-watch">{say('differences', { count: pack.differences })}</span>
        )}
      </div>
    </Card>
  );
}
