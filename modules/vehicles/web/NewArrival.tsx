import { Button, Form, Input } from 'antd';
import type { ReplyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { DraftNote } from '#web/DraftNote.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { vehicleRoutes } from '../contract.ts';
import { vehiclesWords } from '../locales/words.ts';
import { type Known, KnownAlready } from './KnownAlready.tsx';
import { PlateInput } from './PlateInput.tsx';
import './vehicles.css';

interface Typed {
  plate?: string;
  plateAsTyped?: boolean;
  customerName?: string;
  phone?: string;
  model?: string;
  mileageKm?: string;
  vin?: string;
}
type Arrived = ReplyOf<typeof vehicleRoutes.arrive>;
export interface NewArrivalProps {
  /** What was typed into the search box. */
  plate?: string;
  /** What was said of the customer before he came. */
  given?: { customerName?: string; phone?: string };
  /** Whose it is, when he is on file: then only the car is asked for. */
  owner?: { id: string; name: string };
  onArrived: (arrived: Arrived) => void;
  onCancel?: () => void;
  /** A car on file was meant after all. */
  onOpen?: (vehicleId: string) => void;
}

/** A car at the gate that nobody knows: plate and name now, the rest within two working days (ARC-02). */
export function NewArrival(props: NewArrivalProps) {
  const { plate, given, owner, onArrived, onCancel, onOpen } = props;
  const say = useWords(vehiclesWords);
  const [form] = Form.useForm<Typed>();
  const empty: Typed = { plate, ...given };
  const draft = useDraft<Typed>(`arrival.${owner?.id ?? plate ?? ''}`, empty);
  const arrive = useWriting(vehicleRoutes.arrive, {
    touches: ['vehicles', 'customers', 'archives', 'search', 'plate-cards', 'reception-desk'],
  });
  const send = (
    typed: Typed,
    decided: { customerId?: string; samePhoneIsAnother?: boolean } = {},
  ) =>
    arrive.mutate(
      { body: { ...bodyOf(typed), ...(owner && { customerId: owner.id }), ...decided } },
      {
        onSuccess: (arrived) => {
          draft.clear();
          onArrived(arrived);
        },
      },
    );
  const isKnown = arrive.error?.code === 'already_known';
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft.initial}
      onValuesChange={(_, all) => draft.keep(all)}
      onFinish={(typed) => send(typed)}
    >
      <DraftNote draft={draft} form={form} empty={empty} />
      {isKnown ? (
        <KnownAlready
          known={arrive.error?.facts as unknown as Known}
          onOpen={onOpen}
          onIsHim={(customerId) => send(form.getFieldsValue(), { customerId })}
          onIsAnother={() => send(form.getFieldsValue(), { samePhoneIsAnother: true })}
        />
      ) : (
        <ProblemNote problem={arrive.error} form={form} onAgain={arrive.again} />
      )}
      <PlateInput form={form} label={say('plate')} autoFocus={!plate} />
      <div className="form-pair">
        {!owner && <OwnerFields nameFirst={Boolean(plate)} />}
        <Form.Item name="model" label={say('model')}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="mileageKm" label={say('mileage')}>
          <Input maxLength={7} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="vin" label={say('vin')} extra={say('vinHint')}>
        <Input maxLength={40} autoComplete="off" autoCapitalize="characters" />
      </Form.Item>
      <div className="form-end">
        <span className="soft">{say('moreLater')}</span>
        {onCancel && <Button onClick={onCancel}>{say('cancel')}</Button>}
        <Button type="primary" htmlType="submit" loading={arrive.isPending}>
          {say('take')}
        </Button>
      </div>
    </Form>
  );
}

/** Only what was filled in; a mileage as a number, and what is none as it was typed, for the server to refuse. */
function bodyOf({ mileageKm, ...typed }: Typed) {
  const filled = Object.entries(typed).filter(([, value]) => value);
  const km = mileageKm?.replace(/[\s,，]/g, '');
  const mileage = km ? { mileageKm: /^\d+$/.test(km) ? Number(km) : (km as never) } : {};
  return { ...Object.fromEntries(filled), ...mileage } as { plate: string };
}

/** A customer who is not on file yet: a name is enough to begin with. */
function OwnerFields({ nameFirst }: { nameFirst: boolean }) {
  const say = useWords(vehiclesWords);
  return (
    <>
      <Form.Item
        name="customerName"
        label={say('customerName')}
        rules={[{ required: true, whitespace: true, message: say('nameNeeded') }]}
      >
        <Input maxLength={80} autoComplete="off" autoFocus={nameFirst} />
      </Form.Item>
      <Form.Item name="phone" label={say('phone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </>
  );
}
