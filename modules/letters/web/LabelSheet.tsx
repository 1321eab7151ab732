import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { SheetForm } from '#web/SheetForm.tsx';
import { labelsASheet, letterRoutes } from '../contract.ts';
import { useSay } from './useSay.ts';

/** A sheet of labels that was begun is used to its end. */
export default function LabelSheet({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [first, setFirst] = useState(1);
  return (
    <SheetForm title={say('printLabels')} onClose={onClose}>
      <div className="letter-labels">
        <p className="soft">{say('printLabelsHint')}</p>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control stands in it */}
        <label>
          {say('firstLabel')}{' '}
          <InputNumber
            aria-label={say('firstLabel')}
            min={1}
            max={labelsASheet}
            precision={0}
            value={first}
            onChange={(value) => setFirst(value ?? 1)}
          />
        </label>
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="primary"
            href={pathOf(letterRoutes.labels, {}, { first })}
            target="_blank"
            onClick={onClose}
          >
            {say('print')}
          </Button>
        </div>
      </div>
    </SheetForm>
  );
}
