import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { inspectionRoutes as routes, type SheetKind } from '../contract.ts';
import './inspect.css';
import { useInspectionWords } from './useInspectionWords.ts';

/** The way to the sheet by which a gate of the order is inspected; the short form stands below it. */
export default function GateSheet({ orderId, gate }: { orderId: string; gate: SheetKind }) {
  const { say, sayOf } = useInspectionWords();
  const navigate = useNavigate();
  const params = { orderId };
  const follows = ['inspection-sheets'];
  const { data } = useQuery(reading(routes.ofOrder, { params }, { follows }));
  const begin = useWriting(routes.begin);
  const isBegun = data?.items.some(({ kind, state }) => kind === gate && state === 'open');
  // Whoever begins what is begun goes on with it.
  const open = () =>
    begin.mutate(
      { params, body: { kind: gate } },
      { onSuccess: ({ id }) => void navigate({ to: `/inspection-sheets/${id}` as never }) },
    );
  return (
    <div className="inspect-gate">
      <ProblemNote problem={begin.error} onAgain={begin.again} />
      <Button type="primary" size="large" loading={begin.isPending} onClick={open}>
        {isBegun ? say('goOnSheet') : sayOf('begin', gate)}
      </Button>
      <span className="soft">{say('orShort')}</span>
    </div>
  );
}
