import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime, shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type IncomingMail, incomingMailRoutes } from '../contract.ts';
import { LetterCard } from './LetterCard.tsx';
import { MailSteps } from './MailSteps.tsx';
import './mail.css';
import { Signs } from './Signs.tsx';
import { useSay, useTitle } from './said.ts';
import { WhomCard } from './WhomCard.tsx';

/** A letter on one side, whom it may concern and what to do on the other. */
export default function IncomingMailPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { incomingMailId } = useParams({ strict: false }) as { incomingMailId: string };
  const { data: mail, error } = useQuery(
    reading(
      incomingMailRoutes.read,
      { params: { incomingMailId } },
      { follows: ['complaints', 'customers'] },
    ),
  );
  useHotkey({
    keys: 'u',
    label: say('back'),
    group: 'page',
    run: () => void navigate({ to: '/incoming-mails' }),
  });
  if (!mail) {
    return (
      <Page title={say('letter')}>
        <ProblemNote problem={error} />
        {!error && <Waiting label={say('letter')} />}
      </Page>
    );
  }
  return <Letter key={mail.id} mail={mail} />;
}

function Letter({ mail }: { mail: IncomingMail }) {
  // Several could be meant: a person chooses. One alone is taken, and can be dropped.
  const [chosen, setChosen] = useState<number | null>(null);
  const titleOf = useTitle();
  const place = chosen ?? (mail.matches.length === 1 ? 0 : -1);
  const match = mail.matches[place];
  return (
    <Page
      title={titleOf(mail)}
      note={<Note mail={mail} />}
      actions={<MailSteps mail={mail} match={match} />}
    >
      <div className="mail-page">
        <LetterCard mail={mail} />
        <div className="mail-side">
          {mail.state === 'waiting' && <WhomCard mail={mail} chosen={place} onChoose={setChosen} />}
          <Outcome mail={mail} />
        </div>
      </div>
    </Page>
  );
}

function Note({ mail }: { mail: IncomingMail }) {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const isVerified = mail.standing === 'verified' || mail.standing === 'unverified';
  return (
    <span className="mail-note">
      <span>
        {!mail.isWalled &&
          `${mail.fromName} ${mail.fromAddress ? `<${mail.fromAddress}>` : say('nobody')}`}
      </span>
      <span>
        {say('arrivedAt')} {shortTime(mail.arrivedAt, now, language)}
      </span>
      {isVerified && <span>{say(`standing_${mail.standing}`)}</span>}
      <Signs mail={mail} />
      {mail.state === 'waiting' && mail.decideBy && <Deadline dueAt={mail.decideBy} />}
    </span>
  );
}

/** What came of it, and where that stands. */
function Outcome({ mail }: { mail: IncomingMail }) {
  const say = useSay();
  if (mail.state === 'waiting' && !mail.confirmedByName) return null;
  return (
    <section className="card mail-outcome">
      <h3>
        {say(mail.state === 'waiting' ? 'confirmSender' : `state_${mail.state}`)}
        {mail.filedAs && ` · ${say(`filed_${mail.filedAs}`)}`}
      </h3>
      {mail.note && <p className="mail-words">{mail.note}</p>}
      {mail.complaintId && mail.complaintNumber && (
        <p>
          <Link to={`/complaints/${mail.complaintId}`}>
            {say('toComplaint', { number: mail.complaintNumber })}
          </Link>
        </p>
      )}
      {mail.decidedAt && mail.decidedByName && (
        <p className="soft">
          {say('decidedBy', { name: mail.decidedByName, at: fullTime(mail.decidedAt) })}
        </p>
      )}
      {mail.confirmedByName && (
        <p className="soft">
          {say('confirmed', { name: mail.confirmedByName, how: mail.confirmedHow })}
        </p>
      )}
      {mail.acknowledgedAt && <p className="soft">{say('acknowledged')}</p>}
    </section>
  );
}
