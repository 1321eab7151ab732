import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { instantOf, soon } from '#web/shopClock.ts';
import { type Loan, type LoanCar, loanCarRoutes, loanRoutes } from '../contract.ts';
import { licenceClasses, loanGrounds } from '../lifecycle.ts';
import { CarField, type KnownCar } from './CarField.tsx';
import { HandoverForm } from './HandoverForm.tsx';
import { useMobilityWords } from './useMobilityWords.ts';

/** Lends a car: to whom, until when, the licence seen, its state, and the borrower signs. */
export function LendSheet(props: {
  car?: LoanCar;
  order?: { id: string; customerName: string };
  onClose: (made?: Loan) => void;
}) {
  const { order, onClose } = props;
  const { say, sayOf } = useMobilityWords();
  const lend = useWriting(loanRoutes.lend, { touches: ['loans', 'loan-cars'] });
  const [of, setOf] = useState<KnownCar | null>(null);
  const [chosenId, setChosenId] = useState(props.car?.id);
  const query = { condition: 'ready', limit: 200 } as const;
  const cars = useQuery({ ...reading(loanCarRoutes.list, { query }), enabled: !props.car });
  const free = (cars.data?.items ?? []).filter(({ loan }) => loan === null);
  const car = props.car ?? free.find(({ id }) => id === chosenId);
  const required = [{ required: true, message: say('required') }];
  const options = (group: string, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: group ? sayOf(group, code) : code }));
  const send = async ({ day, time, ...typed }: Record<string, unknown>) => {
    const body = {
      isLicenceSeen: false,
      ...typed,
      borrowerName: typed.signedBy,
      dueAt: instantOf(String(day), String(time)),
      loanCarId: car?.id,
      ...(order ? { orderId: order.id } : { customerId: of?.ownerId ?? undefined }),
    } as BodyOf<typeof loanRoutes.lend>;
    onClose(await lend.mutateAsync({ body }));
  };
  return (
    <SheetForm title={car ? `${say('lend')} ${car.plate}` : say('lend')} onClose={() => onClose()}>
      {!order && <CarField car={of} onCar={setOf} />}
      {!props.car && (
        <Select
          aria-label={say('loanCar')}
          placeholder={say('loanCar')}
          size="large"
          className="trip-wide loan-choice"
          value={chosenId}
          onChange={setChosenId}
          options={free.map(({ id, plate, model }) => ({ value: id, label: `${plate} ${model}` }))}
        />
      )}
      {car && (order || of) && (
        <HandoverForm
          key={car.id}
          asks={{ reading: true, signature: true }}
          hasCar
          isFuelAsked
          plate={car.plate}
          keptAs={`lend.${car.id}`}
          signer={order?.customerName ?? of?.label.split(' · ')[0]}
          signerLabel={say('borrower')}
          submitLabel={say('lend')}
          initial={{
            mileageKm: car.mileageKm,
            ground: 'courtesy',
            licenceClass: 'C1',
            day: soon(now(), 24 * 60).day,
            time: '18:00',
          }}
          onSend={send}
          more={
            <>
              <Form.Item name="ground" label={say('ground')}>
                <Select options={options('ground', loanGrounds)} />
              </Form.Item>
              <div className="form-pair">
                <Form.Item name="day" label={say('dueAt')} rules={required}>
                  <DayField />
                </Form.Item>
                <Form.Item name="time" label={say('time')} rules={required}>
                  <Input type="time" step={900} />
                </Form.Item>
                <Form.Item name="licenceClass" label={say('licenceClass')} rules={required}>
                  <Select options={options('', licenceClasses)} />
                </Form.Item>
                <Form.Item name="licenceUntil" label={say('licenceUntil')} rules={required}>
                  <DayField />
                </Form.Item>
              </div>
              <Form.Item name="isLicenceSeen" valuePropName="checked">
                <Checkbox>{say('isLicenceSeen')}</Checkbox>
              </Form.Item>
            </>
          }
        />
      )}
    </SheetForm>
  );
}
