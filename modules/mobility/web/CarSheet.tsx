import { Form, Input, InputNumber, Select } from 'antd';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { type LoanCar, loanCarRoutes as routes } from '../contract.ts';
import { carConditions } from '../lifecycle.ts';
import { useMobilityWords } from './useMobilityWords.ts';

type Typed = Pick<
  LoanCar,
  | 'plate'
  | 'model'
  | 'mileageKm'
  | 'inspectionUntil'
  | 'insuranceUntil'
  | 'condition'
  | 'conditionNote'
>;

/** A loan car as it is on file: its plate, its papers, whether it can be lent. */
export function CarSheet({ of, onClose }: { of?: LoanCar; onClose: () => void }) {
  const { say, sayOf } = useMobilityWords();
  const [form] = Form.useForm<Typed>();
  const touches = { touches: ['loan-cars'] };
  const add = useWriting(routes.add, touches);
  const change = useWriting(routes.change, touches);
  const required = [{ required: true, message: say('required') }];
  const submit = ({
    plate,
    model = '',
    mileageKm,
    inspectionUntil,
    insuranceUntil,
    ...rest
  }: Typed) => {
    const papers = { model, mileageKm, inspectionUntil, insuranceUntil };
    if (!of) {
      add.mutate({ body: { plate, ...papers } }, { onSuccess: onClose });
      return;
    }
    change.mutate(
      { params: { loanCarId: of.id }, body: { ...papers, ...rest }, version: of.version },
      { onSuccess: onClose },
    );
  };
  return (
    <SheetForm title={say(of ? 'changeLoanCar' : 'newLoanCar')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={of}
        onFinish={submit}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={add.error ?? change.error} form={form} />
        <div className="form-pair">
          <Form.Item name="plate" label={say('plate')} rules={required}>
            <Input maxLength={20} disabled={of !== undefined} autoCapitalize="characters" />
          </Form.Item>
          <Form.Item name="model" label={say('model')}>
            <Input maxLength={120} />
          </Form.Item>
        </div>
        <Form.Item name="mileageKm" label={say('mileage')} rules={required}>
          <InputNumber min={0} max={9_999_999} precision={0} className="trip-wide" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="inspectionUntil" label={say('inspectionUntil')} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="insuranceUntil" label={say('insuranceUntil')} rules={required}>
            <DayField />
          </Form.Item>
        </div>
        {of && (
          <div className="form-pair">
            <Form.Item name="condition" label={say('condition')}>
              <Select
                options={carConditions.map((one) => ({
                  value: one,
                  label: sayOf('condition', one),
                }))}
              />
            </Form.Item>
            <Form.Item name="conditionNote" label={say('conditionNote')}>
              <Input maxLength={300} />
            </Form.Item>
          </div>
        )}
        <FormEnd isBusy={add.isPending || change.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
