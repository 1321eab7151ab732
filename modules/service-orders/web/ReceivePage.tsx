import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber } from 'antd';
import { Suspense, useEffect } from 'react';
import { FitNote } from '#modules/appointments/web/index.ts';
import { FindVehicle } from '#modules/vehicles/web/index.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useDraft } from '#web/useDraft.ts';
import { orderKinds, serviceOrderRoutes as routes } from '../contract.ts';
import { ArrivalCard } from './ArrivalCard.tsx';
import { Choice } from './fields.tsx';
import { readingEndingWith } from './mileageEnding.ts';
import { PromiseField } from './PromiseField.tsx';
import './orders.css';
import './steps.css';
import './receive.css';
import { UsualRequests } from './UsualRequests.tsx';
import { useOrderWords } from './useOrderWords.ts';

type Body = BodyOf<typeof routes.receive>;
const touches = ['vehicles', 'customers', 'reception', 'appointments'];
/** What an appointment becomes when its car is received. */
const orderKindFor = {
  maintenance: 'maintenance',
  repair: 'repair',
  body: 'bodyPaint',
  paint: 'bodyPaint',
  inspection: 'inspection',
  wash: 'maintenance',
} as const;
type Typed = Partial<Omit<Body, 'vehicleId'>>;

/** `/service-orders/new?vehicleId=…`: the rest of the visit begins here; without a vehicle it is asked for first. */
export default function ReceivePage() {
  const [{ vehicleId }, setAddress] = useAddress();
  const { say } = useOrderWords();
  if (vehicleId) return <ReceiveForm key={vehicleId} vehicleId={vehicleId} />;
  return (
    <Page title={say('receive')}>
      <div className="order-find">
        <Card title={say('findVehicle')}>
          <FindVehicle onFound={(found) => setAddress({ vehicleId: found })} />
        </Card>
      </div>
    </Page>
  );
}

/** Where only the last figures were typed, the reading that they stand for. With a reason the number is what it says: another odometer, a slip the last time. */
const meantBy = ({ mileageKm, mileageReason }: Typed, lastKm: number | null | undefined) =>
  mileageReason?.trim() ? undefined : readingEndingWith(mileageKm, lastKm);

function ReceiveForm({ vehicleId }: { vehicleId: string }) {
  const { say, sayOf } = useOrderWords();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Typed>(`service-order.new.${vehicleId}`, { kind: 'repair' });
  const typedKm = Form.useWatch('mileageKm', form);
  const reason = Form.useWatch('mileageReason', form);
  const arrival = useQuery(reading(routes.arrival, { query: { vehicleId } }));
  const receive = useWriting(routes.receive, { touches });
  const known = arrival.data;
  const isLower = typedKm != null && typedKm < (known?.lastMileageKm ?? 0);
  const endingKm = meantBy({ mileageKm: typedKm, mileageReason: reason }, known?.lastMileageKm);
  const mileageKm = endingKm ?? typedKm ?? undefined;
  const set = (change: Typed) => {
    form.setFieldsValue(change);
    draft.keep(form.getFieldsValue(true));
  };
  /** What is left to type once the words stand. */
  const toMileage = () => form.getFieldInstance('mileageKm')?.focus();
  const promisedAt = Form.useWatch('promisedAt', form);
  const kind = Form.useWatch('kind', form) ?? 'repair';
  const expected = known?.appointment;
  const appointmentId = expected?.id;
  // What was said on the telephone is filled in once; what somebody typed meanwhile stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for an appointment
  useEffect(() => {
    if (!expected || draft.isRestored || form.getFieldValue('customerWords')) return;
    set({ customerWords: expected.wish, kind: orderKindFor[expected.kind] });
    if (expected.wish.trim() !== '') toMileage();
  }, [appointmentId]);
  const submit = () => {
    const typed: Typed = form.getFieldsValue(true);
    const given = Object.entries(typed).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    );
    // As the form holds it now: Enter may come before the last figure is drawn.
    const mileageKm = meantBy(typed, known?.lastMileageKm) ?? typed.mileageKm;
    receive.mutate(
      { body: { ...Object.fromEntries(given), mileageKm, vehicleId, appointmentId } as Body },
      {
        onSuccess: ({ id }) => {
          draft.clear();
          void navigate({ to: `/service-orders/${id}`, replace: true });
        },
      },
    );
  };
  return (
    <Page title={say('receive')}>
      <div className="order-receive">
        <ArrivalCard
          arrival={known ?? null}
          problem={arrival.error}
          mileageKm={mileageKm}
          isRepeat={form.getFieldValue('kind') === 'repeatRepair'}
          onRepeat={(earlierOrderId) => set({ kind: 'repeatRepair', earlierOrderId })}
        />
        <Card>
          {draft.isRestored && (
            <p className="order-draft">
              {say('draftRestored')}{' '}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  form.resetFields();
                  form.setFieldsValue({ customerWords: '', mileageKm: undefined, kind: 'repair' });
                  draft.clear();
                }}
              >
                {say('draftDrop')}
              </Button>
            </p>
          )}
          <Form<Typed>
            form={form}
            layout="vertical"
            size="large"
            initialValues={draft.initial}
            requiredMark={false}
            onValuesChange={() => draft.keep(form.getFieldsValue(true))}
            onFinish={submit}
            onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
          >
            <ProblemNote problem={receive.error} form={form} onAgain={receive.again} />
            <UsualRequests
              onUsual={({ words, kind: usualKind }) => {
                const own = form.getFieldValue('customerWords') as string | undefined;
                set({ kind: usualKind, customerWords: own?.trim() ? own : words });
                toMileage();
              }}
            />
            <Form.Item
              name="customerWords"
              label={say('words')}
              rules={[{ required: true, whitespace: true, message: say('required') }]}
            >
              <Input.TextArea
                autoFocus
                maxLength={2000}
                className="grows"
                rows={3}
                placeholder={say('wordsExample')}
              />
            </Form.Item>
            <Form.Item name="kind" label={say('kind')}>
              <Choice
                label={say('kind')}
                options={orderKinds.map((kind) => [kind, sayOf('kind', kind)])}
              />
            </Form.Item>
            <div className="order-field-row">
              <Form.Item
                name="mileageKm"
                label={say('mileageIn')}
                rules={[{ required: true, message: say('required') }]}
                extra={
                  endingKm !== undefined ? (
                    <span role="status" className="order-mileage-ending">
                      {say('mileageEnding', { km: endingKm.toLocaleString('en-US') })}
                    </span>
                  ) : known?.lastMileageKm != null ? (
                    say('lastMileage', {
                      km: known.lastMileageKm.toLocaleString('en-US'),
                      on: known.lastMileageOn ?? '',
                    })
                  ) : undefined
                }
              >
                <InputNumber
                  className="mileage-field"
                  min={0}
                  max={9_999_999}
                  precision={0}
                  inputMode="numeric"
                  controls={false}
                  suffix={say('km')}
                />
              </Form.Item>
              {isLower && (
                <Form.Item
                  name="mileageReason"
                  label={say('mileageReason')}
                  rules={[
                    {
                      required: endingKm === undefined,
                      whitespace: true,
                      message: say('required'),
                    },
                  ]}
                >
                  <Input maxLength={200} />
                </Form.Item>
              )}
              <Form.Item name="fuelEighths" label={say('fuel')}>
                <InputNumber min={0} max={8} precision={0} suffix="/ 8" />
              </Form.Item>
            </div>
            <Form.Item name="promisedAt" label={say('promisedAt')}>
              <PromiseField />
            </Form.Item>
            {promisedAt && (
              <Suspense fallback={null}>
                <FitNote
                  orderKind={kind}
                  by={promisedAt}
                  plannedUntil={expected?.endsAt}
                  onUse={(instant) => set({ promisedAt: instant })}
                />
              </Suspense>
            )}
            <div className="order-field-row">
              <Form.Item name="senderName" label={say('sender')}>
                <Input maxLength={80} placeholder={known?.customer?.name} />
              </Form.Item>
              <Form.Item name="senderPhone" label={say('senderPhone')}>
                <Input maxLength={40} inputMode="tel" />
              </Form.Item>
            </div>
            <Form.Item name="valuables" label={say('valuables')}>
              <Input maxLength={500} />
            </Form.Item>
            <Button
              type="primary"
              htmlType="submit"
              className="order-wide-button"
              loading={receive.isPending}
              disabled={known?.openOrder != null}
            >
              {say('receiveNow')}
            </Button>
          </Form>
        </Card>
      </div>
    </Page>
  );
}
