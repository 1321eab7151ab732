import { Button } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { YuanField } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import { AnswerRow, type Given } from './AnswerRow.tsx';
import { AnswerSource, useSaid, useSource } from './AnswerSource.tsx';
import { isNamed } from './ApproveForm.tsx';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

type Priced = Partial<Given> & { labourFen?: number; partsFen?: number };

/** What the workshop found: priced by the desk, asked by telephone, the answer on record (WSH-05). */
export function AnswerForm(props: StepFormProps) {
  const { order } = props;
  const { say } = useOrderWords();
  const { take, problem, isPending, again } = useStep(routes.answer, props);
  const open = order.lines.filter((line) => line.origin === 'additional' && line.answer === 'open');
  const [given, setGiven] = useState<Readonly<Record<string, Priced>>>({});
  const [source, setSource] = useSource(order, 'phone');
  const set = (id: string, change: Priced) =>
    setGiven({ ...given, [id]: { ...given[id], ...change } });
  const answered = open.flatMap(({ id }) => {
    const { answer, ...rest } = given[id] ?? {};
    return answer ? [{ lineId: id, answer, ...rest }] : [];
  });
  const said = useSaid((told) => take({ ...told, answers: answered }));
  return (
    <div className="order-stack">
      <ProblemNote problem={problem ?? said.problem} onAgain={problem ? again : undefined} />
      <div className="answer-rows">
        {open.map((line) => (
          <AnswerRow
            key={line.id}
            line={line}
            given={given[line.id] as Given | undefined}
            onChange={(answer) => set(line.id, answer)}
            price={
              <span className="order-price-pair">
                <YuanField
                  value={given[line.id]?.labourFen ?? line.labourFen}
                  aria-label={say('labour')}
                  prefix={say('labour')}
                  onChange={(labourFen) => set(line.id, { labourFen })}
                />
                <YuanField
                  value={given[line.id]?.partsFen ?? line.partsFen}
                  aria-label={say('material')}
                  prefix={say('material')}
                  onChange={(partsFen) => set(line.id, { partsFen })}
                />
              </span>
            }
          />
        ))}
      </div>
      <AnswerSource value={source} onChange={setSource} />
      <Button
        type="primary"
        size="large"
        loading={isPending || said.isStoring}
        disabled={answered.length === 0 || !isNamed(source)}
        onClick={() => void said.send(source)}
      >
        {say('record')}
      </Button>
    </div>
  );
}
