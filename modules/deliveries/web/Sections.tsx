import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { type PackItem, deliveryRoutes as routes } from '../contract.ts';
import { lackingToCheck, lackingToSign } from '../contract-lacking.ts';
import { ItemRow } from './ItemRow.tsx';
import { leadTo } from './leading.ts';
import type { PartProps } from './PackPage.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';
import { fieldOf, type PackAtHand } from './usePack.ts';

const isWalk = ({ kind }: PackItem) => kind === 'walk';

/** What stands for what is not judged yet: one tap for the rest, so that the thumb goes to what is different. */
function restSame(items: readonly PackItem[], { answerOf, change }: PackAtHand): void {
  const open = items.filter(({ key }) => answerOf(key).result === 'open');
  const same = { result: 'same', note: '' } as const;
  change(Object.fromEntries(open.map(({ key }) => [fieldOf(key), same])));
}

/** Item by item as reception noted it: before the customer is told. */
export function CheckSection({ record, atHand, isOpen }: PartProps) {
  const { say } = useDeliveryWords();
  const mayChange = isOpen && record.state === 'open';
  const items = record.items.filter((item) => !isWalk(item));
  const lacking = lackingToCheck({ ...atHand, items });
  const check = useWriting(routes.check, { touches: ['service-orders'] });
  const recheck = useWriting(routes.recheck, { touches: ['service-orders'] });
  const params = { deliveryPackId: record.id };
  const done = { onSuccess: atHand.show };
  const version = record.version;
  const [first] = lacking;
  const isAnyOpen = items.some(({ key }) => atHand.answerOf(key).result === 'open');
  return (
    <Card title={say('stepCheck')}>
      {record.checkInId ? (
        <p className="delivery-said">
          <Link to={`/check-ins/${record.checkInId}` as never}>{say('toCheckIn')}</Link>
        </p>
      ) : (
        <p className="soft">{say('noCheckIn')}</p>
      )}
      <div className="delivery-items">
        {items.map((item) => (
          <ItemRow
            key={item.key}
            {...{ record, atHand, item, isOpen: mayChange }}
            lacks={lacking.filter(({ key }) => key === item.key).map(({ lack }) => lack)}
          />
        ))}
      </div>
      <ProblemNote problem={check.error ?? recheck.error} />
      {record.checked && (
        <p className="delivery-good">
          <Icon name="check" size={16} /> {say('checkedBy', { by: record.checked.byName })}{' '}
          <span className="soft">{fullTime(record.checked.at)}</span>
        </p>
      )}
      {mayChange && (
        <div className="delivery-end">
          {isAnyOpen && (
            <Button size="large" onClick={() => restSame(items, atHand)}>
              {say('allSame')}
            </Button>
          )}
          {first && !isAnyOpen && (
            <Button
              size="large"
              icon={<Icon name="alert" size={16} />}
              onClick={() => leadTo(first.key)}
            >
              {say('missing', { count: lacking.length })}
            </Button>
          )}
          <Button
            type="primary"
            size="large"
            disabled={first !== undefined || !atHand.isSaved}
            loading={check.isPending}
            onClick={() => check.mutate({ params, version }, done)}
          >
            {say('checkNow')}
          </Button>
        </div>
      )}
      {isOpen && record.state === 'checked' && (
        <div className="delivery-end">
          <span className="soft">{say('recheckNote')}</span>
          <Button
            size="large"
            loading={recheck.isPending}
            onClick={() => recheck.mutate({ params, version }, done)}
          >
            {say('recheck')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** What is said to the customer at his car; what he asks stands beside it. */
export function WalkSection({ record, atHand, isOpen }: PartProps) {
  const { say } = useDeliveryWords();
  const items = record.items.filter(isWalk);
  if (items.length === 0) return null;
  const nothingElse = { oldParts: 'none', isSettled: true, isCertified: true } as const;
  const lacking = lackingToSign({ ...atHand, items }, nothingElse);
  const mayChange = isOpen && record.state === 'checked';
  return (
    <Card title={say('stepWalk')}>
      <div className="delivery-items">
        {items.map((item) => (
          <ItemRow
            key={item.key}
            {...{ record, atHand, item, isOpen: mayChange }}
            lacks={
              mayChange ? lacking.filter(({ key }) => key === item.key).map(({ lack }) => lack) : []
            }
          />
        ))}
      </div>
      {mayChange && items.some(({ key }) => atHand.answerOf(key).result === 'open') && (
        <div className="delivery-end">
          <Button size="large" onClick={() => restSame(items, atHand)}>
            {say('allExplained')}
          </Button>
        </div>
      )}
    </Card>
  );
}
