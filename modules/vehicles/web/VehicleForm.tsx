import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useCallback } from 'react';
import { changedOf, SideBySide, useMerging } from '#modules/customers/web/index.ts';
import type { BodyOf } from '#shared/route.ts';
import { call, useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { DraftNote } from '#web/DraftNote.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd } from '#web/SheetForm.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { useKinds, type Vehicle, vehicleRoutes } from '../contract.ts';
import { type VehiclesWord, vehiclesWords } from '../locales/words.ts';
import './vehicles.css';

type Typed = BodyOf<typeof vehicleRoutes.change>;
const words = {
  model: 'model',
  vehicleType: 'vehicleType',
  vin: 'vin',
  firstRegisteredOn: 'registered',
  useKind: 'useKind',
  insuranceUntil: 'insuranceUntil',
  isReliefLost: 'reliefLost',
  maintenanceItems: 'items',
  intervalMonths: 'intervalMonths',
  intervalKm: 'intervalKm',
  nextDueOn: 'nextDueOn',
  nextDueKm: 'nextDueKm',
  remark: 'remark',
} as const satisfies Record<string, VehiclesWord>;
const edited = Object.keys(words);

const startOf = (vehicle: Vehicle): Typed =>
  Object.fromEntries(
    edited.map((key) => [key, (vehicle as unknown as Record<string, unknown>)[key] ?? undefined]),
  ) as Typed;

/** What is on file of a car; plate, owner and mileage have their own small forms. */
export function VehicleForm(props: {
  vehicle: Vehicle;
  onDone: (vehicle: Vehicle) => void;
  onCancel: () => void;
}) {
  const { vehicle, onDone, onCancel } = props;
  const say = useWords(vehiclesWords);
  const [form] = Form.useForm<Typed>();
  const start = startOf(vehicle);
  const draft = useDraft<Typed>(`vehicle.${vehicle.id}`, start);
  const read = useCallback(
    () => call(vehicleRoutes.read, { params: { vehicleId: vehicle.id } }),
    [vehicle.id],
  );
  const { base, conflicts, merge, choose } = useMerging(form, vehicle, read);
  const change = useWriting(vehicleRoutes.change, { touches: ['customers', 'archives'] });
  const save = (typed: Typed) =>
    change.mutate(
      {
        params: { vehicleId: vehicle.id },
        body: tidied(changedOf(base, typed, edited)),
        version: base.version,
      },
      {
        onSuccess: (changed) => {
          draft.clear();
          onDone(changed);
        },
        onError: (problem) => {
          if (problem.status === 412) void merge(edited);
        },
      },
    );
  const labels = Object.fromEntries(Object.entries(words).map(([key, word]) => [key, say(word)]));
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft.initial}
      onValuesChange={(_, all) => draft.keep(all)}
      onFinish={save}
    >
      <DraftNote draft={draft} form={form} empty={start} />
      <ProblemNote problem={change.error} form={form} onAgain={change.again} />
      <SideBySide conflicts={conflicts} labels={labels} onChoose={choose} />
      <Fields labels={labels} />
      <FormEnd isBusy={change.isPending} onCancel={onCancel} />
    </Form>
  );
}

const texts = ['model', 'useKind', 'vehicleType', 'vin', 'maintenanceItems', 'remark'];
/** An emptied text is '', an emptied number or day is null. */
const tidied = (body: Partial<Typed>): Typed =>
  Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      texts.includes(key) ? (value ?? '') : value === '' ? null : value,
    ]),
  ) as Typed;

function Fields({ labels }: { labels: Readonly<Record<string, string>> }) {
  const say = useWords(vehiclesWords);
  return (
    <>
      <div className="form-pair">
        <Form.Item name="model" label={labels.model}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="vehicleType" label={labels.vehicleType}>
          <Input maxLength={40} autoComplete="off" placeholder={say('vehicleTypeHint')} />
        </Form.Item>
        <Form.Item name="vin" label={labels.vin} extra={say('vinHint')}>
          <Input maxLength={40} autoComplete="off" autoCapitalize="characters" />
        </Form.Item>
        <Form.Item name="firstRegisteredOn" label={labels.firstRegisteredOn}>
          <DayField />
        </Form.Item>
        <Form.Item name="useKind" label={labels.useKind} extra={say('useKindHint')}>
          <Select
            options={useKinds.map((kind) => ({
              value: kind,
              label: say(kind === '' ? 'useKindUnknown' : kind),
            }))}
          />
        </Form.Item>
        <Form.Item name="insuranceUntil" label={labels.insuranceUntil}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="isReliefLost" valuePropName="checked" extra={say('reliefLostHint')}>
        <Checkbox>{labels.isReliefLost}</Checkbox>
      </Form.Item>
      <Form.Item name="maintenanceItems" label={labels.maintenanceItems}>
        <Input.TextArea className="grows" rows={1} maxLength={500} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="intervalMonths" label={labels.intervalMonths}>
          <InputNumber min={1} max={120} precision={0} />
        </Form.Item>
        <Form.Item name="intervalKm" label={labels.intervalKm}>
          <InputNumber min={500} max={200_000} step={1000} precision={0} />
        </Form.Item>
        <Form.Item name="nextDueOn" label={labels.nextDueOn} extra={say('nextDueHint')}>
          <DayField />
        </Form.Item>
        <Form.Item name="nextDueKm" label={labels.nextDueKm}>
          <InputNumber min={0} max={9_999_999} step={1000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="remark" label={labels.remark}>
        <Input.TextArea className="grows" rows={1} maxLength={1000} />
      </Form.Item>
    </>
  );
}
