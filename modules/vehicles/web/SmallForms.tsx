import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { customerRoutes } from '#modules/customers/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { vehicleRoutes } from '../contract.ts';
import { vehiclesWords } from '../locales/words.ts';
import { PlateInput } from './PlateInput.tsx';

interface SmallFormProps {
  vehicleId: string;
  onDone: () => void;
}
const touches = { touches: ['customers', 'archives'] };

/** Another plate; the former one stays on file with its days (ARC-05). */
export function PlateForm({ vehicleId, onDone }: SmallFormProps) {
  type Typed = BodyOf<typeof vehicleRoutes.changePlate>;
  const say = useWords(vehiclesWords);
  const [form] = Form.useForm<Typed>();
  const change = useWriting(vehicleRoutes.changePlate, touches);
  const save = ({ plate, plateAsTyped, fromOn }: Typed) =>
    change.mutate(
      { params: { vehicleId }, body: { plate, plateAsTyped, ...(fromOn && { fromOn }) } },
      { onSuccess: onDone },
    );
  return (
    <Form form={form} layout="vertical" onFinish={save}>
      <ProblemNote problem={change.error} form={form} onAgain={change.again} />
      <PlateInput form={form} label={say('newPlate')} autoFocus />
      <Form.Item name="fromOn" label={say('fromOn')}>
        <DayField />
      </Form.Item>
      <FormEnd isBusy={change.isPending} onCancel={onDone} />
    </Form>
  );
}

/** Another owner; the former one stays on file with his days (ARC-05). */
export function OwnerForm({
  vehicleId,
  onDone,
  onChanged,
}: SmallFormProps & { onChanged: (ownerId: string) => void }) {
  type Typed = BodyOf<typeof vehicleRoutes.changeOwner>;
  const say = useWords(vehiclesWords);
  const [form] = Form.useForm<Typed>();
  const [q, setQ] = useState('');
  const found = useQuery({
    ...reading(customerRoutes.list, { query: { q, limit: 10 } }),
    enabled: q.trim() !== '',
  });
  const change = useWriting(vehicleRoutes.changeOwner, touches);
  const save = ({ ownerId, fromOn }: Typed) =>
    change.mutate(
      { params: { vehicleId }, body: { ownerId, ...(fromOn && { fromOn }) } },
      { onSuccess: () => onChanged(ownerId) },
    );
  return (
    <Form form={form} layout="vertical" onFinish={save}>
      <ProblemNote problem={change.error} form={form} onAgain={change.again} />
      <Form.Item
        name="ownerId"
        label={say('newOwner')}
        rules={[{ required: true, message: say('ownerNeeded') }]}
      >
        <Select
          showSearch={{ filterOption: false, onSearch: setQ }}
          placeholder={say('findOwner')}
          notFoundContent={null}
          options={(found.data?.items ?? []).map(({ id, name, phone }) => ({
            value: id,
            label: [name, phone].filter(Boolean).join('　'),
          }))}
        />
      </Form.Item>
      <Form.Item name="fromOn" label={say('fromOn')}>
        <DayField />
      </Form.Item>
      <FormEnd isBusy={change.isPending} onCancel={onDone} />
    </Form>
  );
}

/** A reading of the instrument; lower than the last one it needs a reason. */
export function MileageForm({ vehicleId, onDone }: SmallFormProps) {
  type Typed = BodyOf<typeof vehicleRoutes.recordMileage>;
  const say = useWords(vehiclesWords);
  const [form] = Form.useForm<Typed>();
  const record = useWriting(vehicleRoutes.recordMileage, touches);
  const save = ({ mileageKm, reason }: Typed) =>
    record.mutate(
      {
        params: { vehicleId },
        body: { mileageKm, source: reason ? 'correction' : 'call', ...(reason && { reason }) },
      },
      { onSuccess: onDone },
    );
  return (
    <Form form={form} layout="vertical" onFinish={save}>
      <ProblemNote problem={record.error} form={form} onAgain={record.again} />
      <Form.Item
        name="mileageKm"
        label={say('mileage')}
        rules={[{ required: true, message: say('mileageNeeded') }]}
      >
        <InputNumber min={0} max={9_999_999} precision={0} autoFocus />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} extra={say('reasonHint')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <FormEnd isBusy={record.isPending} onCancel={onDone} />
    </Form>
  );
}
