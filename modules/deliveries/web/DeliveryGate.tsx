import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { deliveryRoutes as routes } from '../contract.ts';
import './delivery.css';
import { useDeliveryWords } from './useDeliveryWords.ts';

/** The way to the delivery of a finished car, with how far it is. */
export default function DeliveryGate({ orderId }: { orderId: string }) {
  const { say } = useDeliveryWords();
  const navigate = useNavigate();
  const params = { orderId };
  const follows = ['delivery-packs'];
  const { data } = useQuery(reading(routes.ofOrder, { params }, { follows }));
  const begin = useWriting(routes.begin);
  const mayBegin = mayUse(useSession(), ['serviceOrders.receive']);
  if (!data) return null;
  const { pack, isRequired } = data;
  const open = () =>
    begin.mutate(
      { params },
      { onSuccess: ({ id }) => void navigate({ to: `/delivery-packs/${id}` as never }) },
    );
  return (
    <Card title={say('comparing')}>
      <div className="delivery-gate">
        <ProblemNote problem={begin.error} onAgain={begin.again} />
        {pack === null && mayBegin && (
          <Button type="primary" size="large" loading={begin.isPending} onClick={open}>
            {say('begin')}
          </Button>
        )}
        {pack && (
          <Link to={`/delivery-packs/${pack.id}` as never} className="delivery-way">
            {say(mayBegin ? 'goOn' : 'lookAt')}
          </Link>
        )}
        <span className="soft">
          {say(pack ? `gateNote_${pack.state}` : isRequired ? 'required' : 'gateNote_open')}
        </span>
        {pack !== null && pack.differences > 0 && (
          <span className="delivery-watch">{say('differences', { count: pack.differences })}</span>
        )}
      </div>
    </Card>
  );
}
