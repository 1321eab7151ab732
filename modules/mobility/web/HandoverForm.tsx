import { Button, Form, Input, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { FuelField } from '#web/FuelField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SignaturePad } from '#web/SignaturePad.tsx';
import { useLanguage } from '#web/useWords.ts';
import type { HandoverBody } from '../contract.ts';
import type { Asking } from '../lifecycle.ts';
import { HandoverPhotos } from './HandoverPhotos.tsx';
import { useHandoverPhotos } from './useHandoverPhotos.ts';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

interface Typed {
  mileageKm?: number;
  fuelEighths?: number;
  note?: string;
  signedBy?: string;
}
const pictureOf = (png: Blob) => new File([png], 'signature.png', { type: 'image/png' });

/**
 * How a car goes from hand to hand: reading, fuel, damage, photos, and the other side signs on the glass. What was typed
 * stays where the connection is lost, and is sent when it is pressed again.
 */
export function HandoverForm(props: {
  asks: Asking;
  /** With a car that is read off; without: work that was done at the place. */
  hasCar: boolean;
  isFuelAsked?: boolean;
  plate: string;
  /** Which handover it is, for what waits on this device. */
  keptAs: string;
  signer?: string;
  /** Who it is that signs, where that is not just the other side. */
  signerLabel?: string;
  submitLabel: string;
  /** Further fields of this form, above the signature. */
  more?: ReactNode;
  initial?: object;
  onSend: (body: HandoverBody & Record<string, unknown>) => Promise<unknown>;
}) {
  const { asks, hasCar, isFuelAsked = false, plate, signer, submitLabel, more, onSend } = props;
  const { say } = useMobilityWords();
  const language = useLanguage();
  const [form] = Form.useForm<Typed>();
  const [signature, setSignature] = useState<Blob | null>(null);
  const photos = useHandoverPhotos(props.keptAs);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const required = (isAsked: boolean) =>
    isAsked ? [{ required: true, message: say('required') }] : [];
  const submit = async (typed: Typed) => {
    setBusy(true);
    setProblem(null);
    try {
      const signed =
        signature === null
          ? {}
          : { signatureFileId: (await storeFile(pictureOf(signature), language)).id };
      const given = Object.entries(typed).filter(([, value]) => value != null && value !== '');
      await onSend({ ...Object.fromEntries(given), ...signed, photoFileIds: [...photos.arrived] });
      photos.forget();
    } catch (thrown) {
      if (thrown instanceof TypeError) {
        setProblem(new ApiProblem(0, { code: 'connection_lost', title: say('notReached') }));
      } else if (thrown instanceof ApiProblem) setProblem(thrown);
      else throw thrown;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      className="trip-handover"
      initialValues={{ signedBy: signer, ...props.initial }}
      onFinish={(typed) => void submit(typed)}
    >
      {hasCar && (
        <>
          <Form.Item name="mileageKm" label={say('mileage')} rules={required(asks.reading)}>
            <InputNumber
              min={0}
              max={9_999_999}
              precision={0}
              inputMode="numeric"
              className="trip-wide"
            />
          </Form.Item>
          <Form.Item name="fuelEighths" rules={required(isFuelAsked)}>
            <FuelField label={say('fuel')} />
          </Form.Item>
        </>
      )}
      <Form.Item name="note" label={say(hasCar ? 'note' : 'noteDone')}>
        <Input.TextArea className="grows" rows={2} maxLength={1000} />
      </Form.Item>
      <HandoverPhotos plate={plate} queue={photos} />
      {more}
      {asks.signature && (
        <>
          <Form.Item
            name="signedBy"
            label={props.signerLabel ?? say('signedBy')}
            rules={required(true)}
          >
            <Input maxLength={80} />
          </Form.Item>
          <SignaturePad label={say('signHere')} onChange={setSignature} />
        </>
      )}
      <ProblemNote problem={problem} form={form} />
      <Button
        block
        type="primary"
        htmlType="submit"
        loading={isBusy}
        disabled={(asks.signature && signature === null) || photos.waiting.length > 0}
      >
        {submitLabel}
      </Button>
    </Form>
  );
}
