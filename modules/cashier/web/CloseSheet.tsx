import { Button } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { cashierRoutes as routes, type Till } from '../contract.ts';
import { countedOf, Drawer, type InDrawer } from './Drawer.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** The end of one's day: the drawer is counted; Enter closes. */
export default function CloseSheet({ till, onClose }: { till: Till; onClose: () => void }) {
  const { say } = useCashierWords();
  const tell = useTell();
  const close = useWriting(routes.close, { touches: ['service-orders'] });
  const [drawer, setDrawer] = useState<InDrawer>({ floatFen: 0, pieces: {} });
  const [reason, setReason] = useState('');
  const send = () => {
    const { floatFen } = drawer;
    const { totalFen } = till;
    close.mutate(
      { body: { floatFen, counted: countedOf(drawer), totalFen, reason } },
      {
        onSuccess: ({ number }) => {
          tell(`${say('closeDay')} ${number}`);
          onClose();
        },
      },
    );
  };
  return (
    <SheetForm title={`${say('closeDay')} · ¥${formatFen(till.totalFen)}`} onClose={onClose}>
      <form
        className="cashier-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ProblemNote problem={close.error} onAgain={close.again} />
        <Drawer
          drawer={drawer}
          cashFen={till.cashFen}
          reason={reason}
          reasonLabel={say('reason')}
          onDrawer={setDrawer}
          onReason={setReason}
        />
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={close.isPending}>
            {say('closeNow')}
          </Button>
        </div>
      </form>
    </SheetForm>
  );
}
