import { Button } from 'antd';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

/** 先核对车辆号牌 (S2): the plate stands beside the button, as large as on the car. */
export function StartForm(props: StepFormProps) {
  const { say } = useOrderWords();
  const { take, problem, isPending, again } = useStep(routes.start, props);
  return (
    <div className="order-stack">
      <ProblemNote problem={problem} onAgain={again} />
      <div className="order-form-end">
        <PlateTag plate={props.order.plate} colour={props.order.plateColour} size="large" />
        <Button type="primary" size="large" loading={isPending} onClick={() => take({})}>
          {say('start')}
        </Button>
      </div>
    </div>
  );
}
