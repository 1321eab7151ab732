import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWriting } from '#web/api.ts';
import '#web/form.css';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { holdRoutes } from '../contract.ts';
import { type HoldSubject, holdSubjects } from '../lifecycle.ts';
import type { Subjects } from './HoldsCard.tsx';
import { touches, useSay } from './said.ts';

const fieldOf: Record<HoldSubject, 'customerId' | 'vehicleId' | 'orderId' | 'complaintId'> = {
  customer: 'customerId',
  vehicle: 'vehicleId',
  serviceOrder: 'orderId',
  complaint: 'complaintId',
};

/** What is held, why, for whom and until when. */
export function PlaceSheet({ subjects, onClose }: { subjects: Subjects; onClose: () => void }) {
  const say = useSay();
  const tell = useTell();
  const place = useWriting(holdRoutes.place, touches);
  const offered = holdSubjects.filter((one) => subjects[one] !== undefined);
  const [isLegal, setLegal] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name) ?? '').trim();
    const on = (given('on') || offered[0]) as HoldSubject;
    const reason = given('reason');
    setMissing(reason === '');
    if (reason === '') return;
    const body = {
      [fieldOf[on]]: subjects[on],
      reason,
      ...(isLegal && { isLegal }),
      ...(isLegal && given('authorityFile') && { authorityFile: given('authorityFile') }),
      ...(given('untilOn') && { untilOn: given('untilOn') }),
    };
    const onSuccess = () => {
      tell(say('placed'));
      onClose();
    };
    place.mutate({ body }, { onSuccess });
  };
  return (
    <Sheet title={say('place')} onClose={onClose}>
      <form className="form-reason" onSubmit={submit}>
        <p className="soft">{say('placeLead')}</p>
        <ProblemNote problem={place.error} onAgain={place.again} />
        {offered.length > 1 && (
          <>
            <label htmlFor="hold-on">{say('what')}</label>
            <select id="hold-on" name="on" className="plain-field" defaultValue={offered.at(-1)}>
              {offered.map((one) => (
                <option key={one} value={one}>
                  {say(`on_${one}`)}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor="hold-reason">{say('reason')}</label>
        <Input
          id="hold-reason"
          name="reason"
          maxLength={300}
          autoComplete="off"
          status={isMissing ? 'error' : ''}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? 'hold-needed' : undefined}
          placeholder={say('reasonHint')}
        />
        {isMissing && (
          <p className="hold-missing" id="hold-needed" role="alert">
            {say('needed')}
          </p>
        )}
        <Checkbox checked={isLegal} onChange={({ target }) => setLegal(target.checked)}>
          {say('isLegal')}
        </Checkbox>
        {isLegal && (
          <>
            <p className="soft">{say('legalHint')}</p>
            <label htmlFor="hold-file">{say('authorityFile')}</label>
            <Input
              id="hold-file"
              name="authorityFile"
              maxLength={80}
              autoComplete="off"
              placeholder={say('authorityFileHint')}
            />
          </>
        )}
        <label htmlFor="hold-until">{say('untilOn')}</label>
        <input id="hold-until" name="untilOn" type="date" className="plain-field" />
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={place.isPending}>
            {say('save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
