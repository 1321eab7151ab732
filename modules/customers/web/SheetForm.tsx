import type { ReactNode } from 'react';
import { Sheet } from '#web/Sheet.tsx';
import './customers.css';

/** A form in a dialog. Its lists open within the dialog: one at the end of the page would lie behind it. */
export function SheetForm(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { title, onClose, children } = props;
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="customer-sheet-form">{children}</div>
    </Sheet>
  );
}
