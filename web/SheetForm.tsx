import { Button } from 'antd';
import type { ReactNode } from 'react';
import './form.css';
import { Sheet } from './Sheet.tsx';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** A form in a dialog. Its lists open within the dialog: one at the end of the page would lie behind it. */
export function SheetForm(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { title, onClose, children } = props;
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="form-in-sheet">{children}</div>
    </Sheet>
  );
}

/** The last line of a form: back, or save. */
export function FormEnd(props: { isBusy: boolean; onCancel: () => void; save?: string }) {
  const { isBusy, onCancel, save } = props;
  const say = useWords(shellWords);
  return (
    <div className="form-end">
      <Button onClick={onCancel}>{say('cancel')}</Button>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {save ?? say('save')}
      </Button>
    </div>
  );
}
