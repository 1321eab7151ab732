import { Button, Select } from 'antd';
import { useState } from 'react';
import { payers, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { YuanField } from '#web/YuanField.tsx';
import type { CustomerPage } from '../contract.ts';
import { portalWords } from '../locales/words.ts';

type Item = CustomerPage['items'][number];

/** The desk names the price of what the workshop found; with it the customer is asked (WSH-05). */
export function ItemPrice({ orderId, item }: { orderId: string; item: Item }) {
  const say = useWords(portalWords);
  const price = useWriting(serviceOrderRoutes.priceItem);
  const [labourFen, setLabour] = useState<number | undefined>(item.labourFen);
  const [partsFen, setParts] = useState<number | undefined>(item.partsFen);
  const [payer, setPayer] = useState(item.payer);
  const isSame = labourFen === item.labourFen && partsFen === item.partsFen && payer === item.payer;
  const isReady = labourFen !== undefined && partsFen !== undefined;
  const send = () =>
    isReady &&
    price.mutate({
      params: { orderId, lineId: item.lineId },
      body: { labourFen, partsFen, payer },
    });
  return (
    <div className="portal-item">
      <p>
        <strong>{item.description}</strong>{' '}
        {item.isPriced && <span className="soft">{say('asked')}</span>}
      </p>
      <ProblemNote problem={price.error} onAgain={price.again} />
      <div className="portal-pricing">
        <YuanField
          aria-label={say('labour')}
          prefix={say('labour')}
          value={labourFen ?? null}
          onChange={setLabour}
        />
        <YuanField
          aria-label={say('parts')}
          prefix={say('parts')}
          value={partsFen ?? null}
          onChange={setParts}
        />
        <Select
          aria-label={say('payer')}
          value={payer}
          onChange={setPayer}
          options={payers.map((one) => ({ value: one, label: say(`payer_${one}`) }))}
        />
        <Button
          type={item.isPriced ? 'default' : 'primary'}
          loading={price.isPending}
          disabled={!isReady || (item.isPriced && isSame)}
          onClick={send}
        >
          {say(item.isPriced ? 'askAgain' : 'ask')}
        </Button>
      </div>
    </div>
  );
}
