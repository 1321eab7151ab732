import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { pathOf } from '#shared/call.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type KeyTag, keyTagRoutes as routes } from '../contract.ts';
import { keyTagWords } from '../locales/words.ts';
import './key-tag.css';

/** The sticker of a key: made once, printed as often as it gets oily, with another code when it is lost. */
export default function TagSheet(props: { orderId: string; onClose: () => void }) {
  const { orderId, onClose } = props;
  const say = useWords(keyTagWords);
  const params = { orderId };
  const { data, error } = useQuery(reading(routes.ofOrder, { params }));
  const make = useWriting(routes.make, { touches: ['service-orders'] });
  const print = () => window.open(pathOf(routes.sheet, params), '_blank', 'noopener');
  const begin = (isLost: boolean) =>
    make.mutate({ params, body: { isLost } }, { onSuccess: print });
  return (
    <Sheet title={say('tag')} onClose={onClose}>
      <form
        className="keytag"
        onSubmit={(event) => {
          event.preventDefault();
          if (data?.isMade) print();
          else begin(false);
        }}
      >
        <p>{say('lead')}</p>
        <p className="soft">{say('scan')}</p>
        <ProblemNote problem={make.error ?? error} onAgain={make.again} />
        {data ? (
          <Doing tag={data} isBusy={make.isPending} onLost={() => begin(true)} />
        ) : (
          !error && <Waiting />
        )}
      </form>
    </Sheet>
  );
}

function Doing(props: { tag: KeyTag; isBusy: boolean; onLost: () => void }) {
  const { tag, isBusy, onLost } = props;
  const say = useWords(keyTagWords);
  const language = useLanguage();
  const { isMade, mayPrint, printedAt, printedByName } = tag;
  if (!mayPrint) return <p role="status">{say('gone')}</p>;
  const at = printedAt ? shortTime(printedAt, now(), language) : '';
  return (
    <>
      {isMade && (
        <p role="status">
          {printedAt ? say('printed', { name: printedByName, at }) : say('notPrinted')}
        </p>
      )}
      <div className="keytag-steps">
        <Button type="primary" htmlType="submit" autoFocus loading={isBusy}>
          {say(isMade ? 'print' : 'make')}
        </Button>
        {isMade && (
          <Button disabled={isBusy} onClick={onLost} title={say('lostHint')}>
            {say('lost')}
          </Button>
        )}
      </div>
    </>
  );
}
