import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type Mailbox, mailboxRoutes } from '../contract.ts';
import { useSay } from './said.ts';

/** Whether mail comes in; what stands against it, and what to do about that. */
export function MailboxState({ mailbox }: { mailbox: Mailbox }) {
  const say = useSay();
  const tell = useTell();
  const now = useNow();
  const language = useLanguage();
  const test = useWriting(mailboxRoutes.test, { touches: ['mailbox'] });
  const { fault, said, failingSince, fetchedAt, nextAt } = mailbox;
  const at = (instant: string) => shortTime(instant, now, language);
  const isFailing = fault !== '';
  const well = !mailbox.isActive ? 'isOff' : fetchedAt ? 'isGood' : 'notYet';
  return (
    <Card title={say('mailboxState')}>
      <div className="mail-sheet">
        <p className={isFailing ? 'mail-failing' : well === 'isGood' ? 'mail-fine' : 'soft'}>
          <Icon name={isFailing ? 'alert' : well === 'isGood' ? 'check' : 'clock'} />{' '}
          {isFailing && failingSince ? say('failingSince', { at: at(failingSince) }) : say(well)}
        </p>
        {isFailing && <p>{say(`fault_${fault}`)}</p>}
        {said && <p className="soft">{say('serverSaid', { said })}</p>}
        <p className="soft">
          {fetchedAt ? say('fetchedAt', { at: at(fetchedAt) }) : say('neverFetched')}
          {nextAt && ` · ${say('nextAt', { at: at(nextAt) })}`}
        </p>
        <ProblemNote problem={test.error} onAgain={test.again} />
        <Button
          loading={test.isPending}
          onClick={() =>
            test.mutate({}, { onSuccess: (found) => tell(say('testGood', { ...found })) })
          }
        >
          {say('test')}
        </Button>
      </div>
    </Card>
  );
}
