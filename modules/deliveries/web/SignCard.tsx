import { Link } from '@tanstack/react-router';
import { Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SignaturePad } from '#web/SignaturePad.tsx';
import { useLanguage } from '#web/useWords.ts';
import { deliveryRoutes as routes } from '../contract.ts';
import { lackingToSign } from '../contract-lacking.ts';
import { leadTo } from './leading.ts';
import type { PartProps } from './PackPage.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';

const pictureOf = (png: Blob) => new File([png], 'signature.png', { type: 'image/png' });

/** What was agreed, then the customer's hand: it delivers the car, and nothing changes any more. */
export function SignCard(props: PartProps) {
  const { record, atHand, isOpen } = props;
  const { say } = useDeliveryWords();
  const { signature } = record;
  return (
    <Card title={say('stepSign')}>
      <Remarks {...props} />
      {signature && (
        <p className="delivery-signature">
          <img src={pathOf(fileRoutes.read, { fileId: signature.fileId })} alt={say('signHere')} />
        </p>
      )}
      {isOpen && record.state === 'checked' && <Sign {...props} atHand={atHand} />}
      {isOpen && record.state === 'open' && <p className="soft">{say('gateNote_open')}</p>}
    </Card>
  );
}

function Remarks({ record, atHand, isOpen }: PartProps) {
  const { say } = useDeliveryWords();
  const id = useId();
  const { mileageKm, note } = atHand;
  const arrivedKm = record.order.mileageKm;
  if (!isOpen) return note ? <p className="delivery-said">{note}</p> : null;
  return (
    <div className="delivery-remarks">
      <label htmlFor={`${id}m`}>{say('mileageOut')}</label>
      <InputNumber
        id={`${id}m`}
        size="large"
        inputMode="numeric"
        min={0}
        max={9_999_999}
        precision={0}
        controls={false}
        value={mileageKm ?? arrivedKm}
        suffix="km"
        onChange={(next) => next !== null && atHand.change({ mileageKm: next })}
      />
      <span className="soft">{say('arrivedKm', { km: arrivedKm.toLocaleString('en-US') })}</span>
      <label htmlFor={`${id}n`}>{say('note')}</label>
      <Input.TextArea
        id={`${id}n`}
        className="grows"
        rows={2}
        maxLength={1000}
        value={note}
        placeholder={say('notePlaceAll')}
        onChange={({ target }) => atHand.change({ note: target.value })}
      />
    </div>
  );
}

function Sign({ record, atHand }: PartProps) {
  const { say } = useDeliveryWords();
  const language = useLanguage();
  const id = useId();
  const { customer, order, certificate } = record;
  const [signedBy, setSignedBy] = useState(customer.senderName || customer.name);
  const [picture, setPicture] = useState<Blob | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const sign = useWriting(routes.sign, {
    touches: ['service-orders', 'vehicles', 'customers', 'reception'],
  });
  const lacking = lackingToSign(
    { ...atHand, items: record.items },
    {
      oldParts: atHand.oldParts,
      isSettled: order.state === 'settled',
      isCertified: certificate !== null,
    },
  );
  const isReady =
    lacking.length === 0 && atHand.isSaved && picture !== null && signedBy.trim() !== '';
  const submit = async () => {
    if (!picture) return;
    setBusy(true);
    setProblem(null);
    try {
      const { id: signatureFileId } = await storeFile(pictureOf(picture), language);
      const body = { signatureFileId, signedBy: signedBy.trim() };
      const params = { deliveryPackId: record.id };
      atHand.show(await sign.mutateAsync({ params, body, version: record.version }));
    } catch (thrown) {
      if (thrown instanceof TypeError) {
        setProblem(new ApiProblem(0, { code: 'connection_lost', title: say('waiting') }));
      } else if (thrown instanceof ApiProblem) setProblem(thrown);
      else throw thrown;
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ProblemNote problem={problem} />
      {lacking.length > 0 && (
        <div className="delivery-lacking" role="status">
          <Icon name="alert" size={16} />
          {lacking.map(({ key, lack }) =>
            lack === 'settlement' ? (
              <Link key={lack} className="delivery-way" to={`/service-orders/${order.id}` as never}>
                {say('lack_settlement')} · {say('toSettle')}
              </Link>
            ) : (
              <Button key={`${key}${lack}`} size="large" onClick={() => leadTo(key || lack)}>
                {key ? (record.items.find((item) => item.key === key)?.name ?? '') : ''}{' '}
                {say(`lack_${lack}`)}
              </Button>
            ),
          )}
        </div>
      )}
      <p>{say('signAgrees')}</p>
      <SignaturePad label={say('signHere')} onChange={setPicture} />
      <div className="delivery-end">
        <label htmlFor={id}>{say('signedBy')}</label>
        <Input
          id={id}
          className="delivery-signer"
          size="large"
          maxLength={80}
          value={signedBy}
          onChange={({ target }) => setSignedBy(target.value)}
        />
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
    </>
  );
}
