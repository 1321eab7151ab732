import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { inspectionMethods, serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import { type Finding, FindingRows } from './FindingRows.tsx';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

type Methods = (typeof inspectionMethods)[number][];

/** 依照报修单所列的维修工程逐项进行检验 (S2, WSH-08): every agreed job is a line; a pass issues the certificate. */
export function FinalForm(props: StepFormProps) {
  const { say, sayOf } = useOrderWords();
  const { take, problem, isPending, again } = useStep(routes.finalInspect, props);
  const [methods, setMethods] = useState<Methods>(['look', 'roadTest']);
  const [note, setNote] = useState('');
  const [term, setTerm] = useState<{ guaranteeDays?: number; guaranteeKm?: number }>({});
  const [findings, setFindings] = useState<Finding[]>(() =>
    props.order.lines
      .filter(({ answer }) => answer === 'approved')
      .map(({ description }) => ({ item: description.slice(0, 120), light: 'green', note: '' })),
  );
  const isRed = findings.some(({ light }) => light === 'red');
  const judge = (passed: boolean) => {
    const seen = findings.filter(({ item }) => item.trim() !== '');
    take({ passed, note, methods, findings: seen, ...(passed && term) });
  };
  return (
    <div className="order-stack">
      <ProblemNote problem={problem} onAgain={again} />
      <Checkbox.Group
        value={methods}
        options={inspectionMethods.map((value) => ({ value, label: sayOf('method', value) }))}
        onChange={(chosen) => setMethods(chosen as Methods)}
      />
      <FindingRows value={findings} onChange={setFindings} />
      <Input.TextArea
        value={note}
        maxLength={2000}
        className="grows"
        rows={2}
        placeholder={`${say('precautions')} / ${say('failReason')}`}
        aria-label={say('note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="order-field-row">
        <span className="order-labelled">
          <span>
            {say('guarantee')} <span className="soft">{say('guaranteeHint')}</span>
          </span>
          <span className="order-price-pair">
            <InputNumber
              min={1}
              max={3650}
              precision={0}
              controls={false}
              aria-label={say('guaranteeDays')}
              placeholder={say('guaranteeDays')}
              onChange={(days) => setTerm({ ...term, guaranteeDays: days ?? undefined })}
            />
            <InputNumber
              min={1}
              max={9_999_999}
              precision={0}
              controls={false}
              aria-label={say('guaranteeKm')}
              placeholder={say('guaranteeKm')}
              onChange={(km) => setTerm({ ...term, guaranteeKm: km ?? undefined })}
            />
          </span>
        </span>
      </div>
      <div className="order-big-buttons">
        <Button
          type="primary"
          size="large"
          loading={isPending}
          disabled={isRed || methods.length === 0}
          onClick={() => judge(true)}
        >
          {say('passed')}
        </Button>
        <Button
          danger
          size="large"
          disabled={note.trim() === '' || methods.length === 0 || isPending}
          onClick={() => judge(false)}
        >
          {say('failed')}
        </Button>
      </div>
    </div>
  );
}
