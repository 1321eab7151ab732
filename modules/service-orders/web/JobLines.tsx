import { Button } from 'antd';
import { Fragment } from 'react';
import { sumFen } from '#shared/money.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import {
  type JobLine,
  packageHeads,
  serviceOrderRoutes as routes,
  type ServiceOrder,
} from '../contract.ts';
import { OutsideTag } from './OutsideTag.tsx';
import { PackageHeading } from './PackageHeading.tsx';
import { useOrderWords } from './useOrderWords.ts';

/** What is done on this visit, who pays, what the customer said; in the work each job is ticked off. */
export function JobLines({ order }: { order: ServiceOrder }) {
  const { say } = useOrderWords();
  const session = useSession();
  const markDone = useWriting(routes.markDone);
  const showsMoney = mayUse(session, ['serviceOrders.receive', 'serviceOrders.settle']);
  const mayTick = order.state === 'inWork' && mayUse(session, ['serviceOrders.work']);
  if (order.lines.length === 0) return null;
  const heads = packageHeads(order.lines);
  const tick = ({ id, doneAt }: JobLine) =>
    markDone.mutate({ params: { orderId: order.id, lineId: id }, body: { done: doneAt === null } });
  return (
    <Card title={say('jobs')}>
      <ProblemNote problem={markDone.error} onAgain={markDone.again} />
      <ul className="order-jobs">
        {order.lines.map((line) => (
          <Fragment key={line.id}>
            {showsMoney && heads.has(line) && (
              <li>
                <PackageHeading head={heads.get(line)} />
              </li>
            )}
            <JobRow
              line={line}
              showsMoney={showsMoney}
              onTick={
                mayTick && line.answer === 'approved' && line.outside === ''
                  ? () => tick(line)
                  : undefined
              }
            />
          </Fragment>
        ))}
      </ul>
    </Card>
  );
}

function JobRow(props: { line: JobLine; showsMoney: boolean; onTick?: () => void }) {
  const { line, showsMoney, onTick } = props;
  const { say, sayOf } = useOrderWords();
  const isDone = line.doneAt !== null;
  return (
    <li className={`order-job order-job-${line.answer}`}>
      {onTick ? (
        <Button
          className="job-tick"
          shape="circle"
          type={isDone ? 'primary' : 'default'}
          aria-pressed={isDone}
          aria-label={`${say('markDone')}: ${line.description}`}
          icon={isDone ? <Icon name="check" size={16} /> : null}
          onClick={onTick}
        />
      ) : (
        <span className={`order-job-mark ${isDone ? 'order-job-mark-done' : ''}`}>
          {isDone && <Icon name="check" size={14} />}
        </span>
      )}
      <div className="order-job-text">
        <p>
          {line.description}
          {line.origin === 'additional' && (
            <span className="order-mini-tag">{say('additional')}</span>
          )}
          {line.payer !== 'customer' && (
            <span className="order-mini-tag">{sayOf('payer', line.payer)}</span>
          )}
          {showsMoney && line.departs && (
            <span className="order-mini-tag order-mini-warn">{say('departs')}</span>
          )}
        </p>
        {line.isAskedAgain && <p className="order-asked-again">{say('askedAgain')}</p>}
        {line.parts.map((part) => (
          <p key={`${part.name}${part.number}${part.unitFen}`} className="soft">
            {[part.name, part.number, `${part.quantityThousandths / 1000} ${part.unit}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
        ))}
        {line.finding && <p className="soft">{line.finding}</p>}
        {line.answer !== 'open' && line.answeredBy && (
          <p className="soft">
            {sayOf('answer', line.answer)} · {line.answeredBy}
            {line.answerHow && ` · ${sayOf('how', line.answerHow)}`}
            {line.answeredAt && ` · ${fullTime(line.answeredAt)}`}
            {line.refusalReason && ` · ${line.refusalReason}`}
          </p>
        )}
        {isDone && line.doneByName && (
          <p className="soft">
            {say('markDone')} · {line.doneByName}
          </p>
        )}
      </div>
      <div className="order-job-side">
        {line.answer === 'open' && (
          <span className="order-state order-state-warn">{say('answer_open')}</span>
        )}
        <OutsideTag outside={line.outside} />
        {showsMoney && <Money fen={sumFen([line.labourFen, line.partsFen])} />}
      </div>
    </li>
  );
}
