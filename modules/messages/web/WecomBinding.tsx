import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { QrCode } from '#web/QrCode.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { wecomRoutes } from '../contract.ts';
import { messageWords } from '../locales/words.ts';

/** Whether the customer can be written to in WeChat; else a link and code by which he binds himself. */
export function WecomBinding({ customerId }: { customerId: string }) {
  const say = useWords(messageWords);
  const language = useLanguage();
  const now = useNow();
  const tell = useTell();
  const params = { customerId };
  const { data, error } = useQuery(reading(wecomRoutes.binding, { params }));
  const link = useWriting(wecomRoutes.link);
  const url = link.data?.url;
  const copy = () => navigator.clipboard.writeText(url ?? '').then(() => tell(say('wecomCopied')));
  return (
    <div className="message-binding">
      <ProblemNote problem={error ?? link.error} />
      {data && (
        <p className={data.boundAt ? 'soft' : 'message-held'}>
          {data.boundAt
            ? say('wecomBound', { day: shortTime(data.boundAt, now, language) })
            : say('wecomUnbound')}
        </p>
      )}
      {url ? (
        <>
          <QrCode text={url} label={say('wecomLinkHelp')} />
          <p className="message-body">{url}</p>
          <p className="soft">{say('wecomLinkHelp')}</p>
          <Button size="small" onClick={copy}>
            {say('wecomCopy')}
          </Button>
        </>
      ) : (
        <Button size="small" loading={link.isPending} onClick={() => link.mutate({ params })}>
          {say(data?.boundAt ? 'wecomAgain' : 'wecomLink')}
        </Button>
      )}
    </div>
  );
}
