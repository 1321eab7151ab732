import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { cashierRoutes as routes, type TillClose } from '../contract.ts';
import { countedOf, Drawer, type InDrawer } from './Drawer.tsx';
import { useCashierWords } from './useCashierWords.ts';

/** A closed day counted anew: it begins with what was counted then. */
export default function CorrectSheet({ of, onClose }: { of: TillClose; onClose: () => void }) {
  const { say } = useCashierWords();
  const correct = useWriting(routes.correct);
  const [drawer, setDrawer] = useState<InDrawer>({
    floatFen: of.floatFen,
    pieces: Object.fromEntries(of.counted.map(({ faceFen, count }) => [faceFen, count])),
  });
  const [reason, setReason] = useState('');
  const send = () =>
    correct.mutate(
      {
        params: { tillCloseId: of.id },
        body: { floatFen: drawer.floatFen, counted: countedOf(drawer), reason },
      },
      { onSuccess: onClose },
    );
  return (
    <SheetForm title={`${say('correct')} ${of.number}`} onClose={onClose}>
      <form
        className="cashier-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ProblemNote problem={correct.error} onAgain={correct.again} />
        <p className="soft">{say('correctNote')}</p>
        <Drawer
          drawer={drawer}
          cashFen={of.expectedFen - of.floatFen}
          reason={reason}
          reasonLabel={say('correctReason')}
          onDrawer={setDrawer}
          onReason={setReason}
        />
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            disabled={reason.trim() === ''}
            loading={correct.isPending}
          >
            {say('correctNow')}
          </Button>
        </div>
      </form>
    </SheetForm>
  );
}
