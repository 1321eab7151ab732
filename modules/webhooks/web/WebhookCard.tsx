import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StateTag } from '#web/StateTag.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { webhookRoutes as routes, type Webhook } from '../contract.ts';
import { hookWords, kindNames } from '../locales/screens.ts';
import { DeliveriesSheet } from './DeliveriesSheet.tsx';
import { SecretShown } from './SecretShown.tsx';
import { hookTones } from './tones.ts';

/** One address: what it hears, how it fares, and what one may do about it. */
export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const say = useWords(hookWords);
  const names = kindNames[useLanguage()];
  const [isListing, setIsListing] = useState(false);
  return (
    <Card
      title={webhook.name}
      actions={
        <StateTag tone={hookTones[webhook.state]}>
          {say(webhook.disabledReason || webhook.state)}
        </StateTag>
      }
    >
      <code className="hook-url">{webhook.url}</code>
      <p className="soft">{webhook.kinds.map((kind) => names[kind] ?? kind).join('、')}</p>
      <Health webhook={webhook} />
      <div className="hook-actions">
        <Button onClick={() => setIsListing(true)}>{say('deliveries')}</Button>
        <Steps webhook={webhook} />
      </div>
      {isListing && <DeliveriesSheet webhook={webhook} onClose={() => setIsListing(false)} />}
    </Card>
  );
}

function Health({ webhook }: { webhook: Webhook }) {
  const say = useWords(hookWords);
  const language = useLanguage();
  const { lastDeliveredAt, failingSince, waiting, state } = webhook;
  const at = (instant: string) => shortTime(instant, now(), language);
  return (
    <p>
      {lastDeliveredAt ? say('last', { at: at(lastDeliveredAt) }) : say('never')}
      {waiting > 0 && ` · ${say('waiting', { count: waiting })}`}
      {failingSince && state === 'enabled' && (
        <span className="hook-trouble"> · {say('troubled', { at: at(failingSince) })}</span>
      )}
    </p>
  );
}

function Steps({ webhook }: { webhook: Webhook }) {
  const say = useWords(hookWords);
  const tell = useTell();
  const test = useWriting(routes.test);
  const rotate = useWriting(routes.rotate);
  const enable = useWriting(routes.enable);
  const disable = useWriting(routes.disable);
  const remove = useWriting(routes.remove);
  const { name, version, state } = webhook;
  const input = { params: { webhookId: webhook.id } };
  const ask = { okText: say('done'), cancelText: say('cancel') };
  const failed = [test, rotate, enable, disable, remove].find(({ error }) => error);
  return (
    <>
      {state === 'enabled' && (
        <Button
          loading={test.isPending}
          onClick={() => test.mutate(input, { onSuccess: () => tell(say('tested')) })}
        >
          {say('test')}
        </Button>
      )}
      <Popconfirm
        {...ask}
        okText={say('rotate')}
        title={say('rotateAsk')}
        onConfirm={() => rotate.mutate(input)}
      >
        <Button loading={rotate.isPending}>{say('rotate')}</Button>
      </Popconfirm>
      {state === 'enabled' ? (
        <Popconfirm
          {...ask}
          okText={say('disable')}
          title={say('disableAsk', { name })}
          onConfirm={() => disable.mutate(input)}
        >
          <Button loading={disable.isPending}>{say('disable')}</Button>
        </Popconfirm>
      ) : (
        <Button loading={enable.isPending} onClick={() => enable.mutate(input)}>
          {say('enable')}
        </Button>
      )}
      <Popconfirm
        {...ask}
        okText={say('remove')}
        title={say('removeAsk', { name })}
        onConfirm={() => remove.mutate({ ...input, version })}
      >
        <Button danger loading={remove.isPending}>
          {say('remove')}
        </Button>
      </Popconfirm>
      <ProblemNote problem={failed?.error ?? null} onAgain={failed?.again} />
      {rotate.data && (
        <Sheet title={say('secret')} onClose={rotate.reset}>
          <SecretShown secret={rotate.data.secret} isRotated onDone={rotate.reset} />
        </Sheet>
      )}
    </>
  );
}
