import { Button, Input } from 'antd';
import { useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SignaturePad } from '#web/SignaturePad.tsx';
import { useLanguage } from '#web/useWords.ts';
import { type Lack, checkInRoutes as routes, withoutBlanks } from '../contract.ts';
import { lackingIn } from '../contract-lacking.ts';
import type { Step, StepProps } from './CheckInSteps.tsx';
import { Field } from './Field.tsx';
import { Summary } from './Summary.tsx';
import { useCheckInWords } from './useCheckInWords.ts';

const pictureOf = (png: Blob) => new File([png], 'signature.png', { type: 'image/png' });

/** Where each thing that is missing is put down. */
const placeOf = {
  words: 'request',
  mileage: 'walkRound',
  mileageReason: 'walkRound',
  walkRound: 'walkRound',
} as const satisfies Record<Lack, Step>;

/** The customer reads it through and signs on the glass; then the order is made and nothing of it changes. */
export function SignStep({ record, content, atHand, onGo }: StepProps) {
  const { say, sayOf } = useCheckInWords();
  const language = useLanguage();
  const [signedBy, setSignedBy] = useState(content.senderName || record.customer.name);
  const [signature, setSignature] = useState<Blob | null>(null);
  const [accessory, setAccessory] = useState<Blob | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const sign = useWriting(routes.sign, {
    touches: ['service-orders', 'vehicles', 'customers', 'reception'],
  });
  const shown = withoutBlanks(content);
  const lacking = lackingIn(content, record.vehicle.mileageKm);
  const hasAccessories = shown.accessories.length > 0;
  const isReady =
    lacking.length === 0 &&
    atHand.isSaved &&
    signature !== null &&
    (!hasAccessories || accessory !== null) &&
    signedBy.trim() !== '';
  const submit = async () => {
    if (!signature) return;
    setBusy(true);
    setProblem(null);
    try {
      const { id: signatureFileId } = await storeFile(pictureOf(signature), language);
      const list = hasAccessories && accessory ? pictureOf(accessory) : undefined;
      const accessoryFileId = list && (await storeFile(list, language)).id;
      const body = {
        signatureFileId,
        signedBy: signedBy.trim(),
        ...(accessoryFileId && { accessoryFileId }),
      };
      const params = { checkInId: record.id };
      atHand.show(await sign.mutateAsync({ params, body, version: record.version }));
    } catch (thrown) {
      if (thrown instanceof TypeError) setProblem(notReached(say('waiting')));
      else if (thrown instanceof ApiProblem) setProblem(thrown);
      else throw thrown;
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="checkin-stack">
      <h2>{say('summary')}</h2>
      <Summary record={record} content={shown} />
      <ProblemNote problem={problem} />
      {lacking.length > 0 && (
        <div className="checkin-lacking" role="status">
          {say('lacking')}
          {lacking.map((lack) => (
            <Button key={lack} size="large" onClick={() => onGo(placeOf[lack])}>
              {sayOf('lacks', lack)}
            </Button>
          ))}
        </div>
      )}
      <SignaturePad label={say('signHere')} onChange={setSignature} />
      {hasAccessories && <SignaturePad label={say('signAccessories')} onChange={setAccessory} />}
      <div className="checkin-sign-row">
        <Field label={say('signedBy')}>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={80}
              value={signedBy}
              onChange={({ target }) => setSignedBy(target.value)}
            />
          )}
        </Field>
        <Button
          size="large"
          type="primary"
          disabled={!isReady}
          loading={isBusy}
          onClick={() => void submit()}
        >
          {say('sign')}
        </Button>
      </div>
      {!atHand.isSaved && <p className="soft">{say('signWaits')}</p>}
    </div>
  );
}

const notReached = (title: string) => new ApiProblem(0, { code: 'connection_lost', title });
