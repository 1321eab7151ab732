import type { BodyOf, Route } from '#shared/route.ts';
import { type Submission, useWriting } from '#web/api.ts';

interface TakenFrom {
  order: { id: string; version: number };
  onDone: () => void;
}

/** Takes a step with the version that is on the screen, so that a colleague's change is never run over. */
export function useStep<R extends Route>(route: R, { order, onDone }: TakenFrom) {
  const writing = useWriting(route, { touches: ['commitments', 'vehicles', 'follow-ups'] });
  const take = (body: BodyOf<R>, done?: () => void) => {
    const submission = { params: { orderId: order.id }, body, version: order.version };
    writing.mutate(submission as unknown as Submission<R>, {
      onSuccess: () => {
        done?.();
        onDone();
      },
    });
  };
  return { take, problem: writing.error, isPending: writing.isPending, again: writing.again };
}
