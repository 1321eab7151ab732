import { Button } from 'antd';
import { toldWays } from '#modules/service-orders/contract.ts';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { deliveryRoutes as routes } from '../contract.ts';
import type { PartProps } from './PackPage.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';

/** The customer is told, and it is on record who told him how: never before the check. */
export function TellCard({ record, atHand, isOpen }: PartProps) {
  const { say } = useDeliveryWords();
  const tell = useWriting(routes.tell, { touches: ['service-orders'] });
  const params = { deliveryPackId: record.id };
  const { told, state, version } = record;
  if (state === 'signed' && !told) return null;
  return (
    <Card title={say('stepTell')}>
      <ProblemNote problem={tell.error} onAgain={tell.again} />
      {told && (
        <p className="delivery-good">
          {say('toldBy', { by: told.byName, how: say(`told_${told.how}`) })}{' '}
          <span className="soft">{fullTime(told.at)}</span>
        </p>
      )}
      {state === 'open' && <p className="soft">{say('tellNote')}</p>}
      {isOpen && state === 'checked' && (
        <div className="delivery-tools">
          <span>{say('tellHow')}</span>
          {toldWays.map((how) => (
            <Button
              key={how}
              size="large"
              loading={tell.isPending}
              onClick={() =>
                tell.mutate({ params, body: { how }, version }, { onSuccess: atHand.show })
              }
            >
              {say(`told_${how}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}
