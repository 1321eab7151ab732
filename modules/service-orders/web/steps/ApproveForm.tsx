import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { sumFen } from '#shared/money.ts';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { packageHeads, serviceOrderRoutes as routes } from '../../contract.ts';
import { PackageHeading } from '../PackageHeading.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import { AnswerRow, type Given } from './AnswerRow.tsx';
import { AnswerSource, type Source, useSaid, useSource } from './AnswerSource.tsx';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

/** Line by line with the customer: what he agrees to, what not and why, who said so and how (WSH-12). */
export function ApproveForm(props: StepFormProps) {
  const { order } = props;
  const { say } = useOrderWords();
  const { take, problem, isPending, again } = useStep(routes.approve, props);
  const open = order.lines.filter(({ answer }) => answer === 'open');
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({});
  const [source, setSource] = useSource(order);
  const agreed = order.lines.filter(
    (line) => line.payer === 'customer' && (given[line.id]?.answer ?? line.answer) === 'approved',
  );
  const heads = packageHeads(order.lines);
  const breaks = order.lines.some(
    ({ id, jobPackage }) =>
      jobPackage !== null &&
      given[id]?.answer === 'refused' &&
      order.lines.some(
        (other) =>
          other.jobPackage?.jobPackageId === jobPackage.jobPackageId &&
          (given[other.id]?.answer ?? other.answer) === 'approved',
      ),
  );
  const isComplete = open.every(({ id }) => given[id]?.answer !== undefined);
  const said = useSaid((told) =>
    take({
      ...told,
      answers: open.map(({ id }) => ({ lineId: id, answer: 'refused', ...given[id] })),
    }),
  );
  return (
    <div className="order-stack">
      <ProblemNote problem={problem ?? said.problem} onAgain={problem ? again : undefined} />
      <div className="answer-rows">
        {open.map((line) => (
          <Fragment key={line.id}>
            <PackageHeading head={heads.get(line)} />
            <AnswerRow
              line={line}
              given={given[line.id]}
              onChange={(answer) => setGiven({ ...given, [line.id]: answer })}
            />
          </Fragment>
        ))}
      </div>
      {breaks && (
        <p role="status" className="order-asked-again">
          {say('packageBreaks')}
        </p>
      )}
      <AnswerSource value={source} onChange={setSource} />
      <div className="order-form-end">
        <Button
          onClick={() =>
            setGiven(Object.fromEntries(open.map(({ id }) => [id, { answer: 'approved' }])))
          }
        >
          {say('agreeAll')}
        </Button>
        <span className="order-quote-total">
          {say('answer_approved')}{' '}
          <Money fen={sumFen(agreed.flatMap((line) => [line.labourFen, line.partsFen]))} />
        </span>
        <Button
          type="primary"
          size="large"
          loading={isPending || said.isStoring}
          disabled={!isComplete || !isNamed(source)}
          onClick={() => void said.send(source)}
        >
          {say('record')}
        </Button>
      </div>
    </div>
  );
}

export const isNamed = ({ answeredBy }: Source) => answeredBy.trim() !== '';
