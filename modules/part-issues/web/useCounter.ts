import { useRef, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { call, isProblem, useWriting } from '#web/api.ts';
import { soundOf } from '#web/chime.ts';
import { type OrderParts, type PartIssue, partIssueRoutes as routes } from '../contract.ts';
import { readScan, type Scanned } from './scanned.ts';

export type Mode = 'issue' | 'back';
type PartScan = Extract<Scanned, { is: 'part' }>;
type OldPart = { is: 'handedIn'; tag?: string } | { is: 'excepted'; reason: string };
/** How the last scan ended: done, refused, or the old part is asked for. */
export type Outcome =
  | { is: 'found' }
  | { is: 'done'; issue: PartIssue }
  | { is: 'refused'; problem: ApiProblem; code: string }
  | { is: 'old'; problem: ApiProblem; code: string; scan: PartScan };

interface Desk {
  order: OrderParts | null;
  mode: Mode;
  outcome: Outcome | null;
}
const empty: Desk = { order: null, mode: 'issue', outcome: null };

/**
 * The parts counter: scans are taken one after the other, in the order in which they came, however fast the scanner is.
 */
export function useCounter() {
  const [desk, setDesk] = useState(empty);
  const now = useRef(desk);
  const line = useRef(Promise.resolve());
  const [isBusy, setBusy] = useState(false);
  const issuing = useWriting(routes.issue, { touches: ['part-issues'] });
  const taking = useWriting(routes.takeBack, { touches: ['part-issues'] });

  const show = (change: Partial<Desk>) => {
    now.current = { ...now.current, ...change };
    setDesk(now.current);
  };
  const refuse = (thrown: unknown, code: string, scan?: PartScan) => {
    if (!isProblem(thrown)) throw thrown;
    soundOf('refused');
    const isOld = thrown.code === 'part_old_needed' && scan !== undefined;
    show({
      outcome: isOld
        ? { is: 'old', problem: thrown, code, scan }
        : { is: 'refused', problem: thrown, code },
    });
  };
  const move = async (order: OrderParts, scan: PartScan, oldPart?: OldPart) => {
    const { code, quantityThousandths } = scan;
    const params = { orderId: order.orderId };
    const body = { code, ...(quantityThousandths && { quantityThousandths }) };
    try {
      const after =
        now.current.mode === 'issue'
          ? await issuing.mutateAsync({ params, body: { ...body, ...(oldPart && { oldPart }) } })
          : await taking.mutateAsync({ params, body });
      soundOf('good');
      show({ order: after, outcome: after.done && { is: 'done', issue: after.done } });
    } catch (thrown) {
      refuse(thrown, code, scan);
    }
  };
  const find = async (code: string) => {
    try {
      show({
        order: await call(routes.counter, { query: { code } }),
        mode: 'issue',
        outcome: { is: 'found' },
      });
      soundOf('good');
    } catch (thrown) {
      refuse(thrown, code);
    }
  };
  const take = async (typed: string) => {
    const { order, outcome } = now.current;
    if (order && outcome?.is === 'old') {
      const tag = typed.trim();
      return move(order, outcome.scan, { is: 'handedIn', ...(tag && { tag }) });
    }
    if (typed.trim() === '') return undefined;
    const scan = readScan(typed, order !== null);
    return scan.is === 'order' || !order ? find(scan.code) : move(order, scan);
  };
  /** One after the other, whatever comes of the one before. */
  const inTurn = (does: () => Promise<unknown>) => {
    setBusy(true);
    const mine = line.current.then(async () => {
      await does();
    });
    line.current = mine.catch(() => undefined);
    void line.current.finally(() => setBusy(false));
    return mine;
  };
  return {
    ...desk,
    isBusy,
    scan: (typed: string) => void inTurn(() => take(typed)),
    issuePart: (code: string) =>
      void inTurn(async () => now.current.order && move(now.current.order, { is: 'part', code })),
    except: (scan: PartScan, reason: string) =>
      void inTurn(
        async () => now.current.order && move(now.current.order, scan, { is: 'excepted', reason }),
      ),
    setMode: (mode: Mode) => show({ mode, outcome: null }),
    /** The old part does not come: back to the parts of this order; then to the next order. */
    leave: () => (now.current.outcome?.is === 'old' ? show({ outcome: null }) : show(empty)),
  };
}
