import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { BirthdayText, customersWords, PhoneLine } from '#modules/customers/web/index.ts';
import { CustomerHolds } from '#modules/document-holds/web/index.ts';
import { DuplicatesCard, LedHere, useLedOn } from '#modules/duplicates/web/index.ts';
import { MemberCard } from '#modules/members/web/index.ts';
import { Thread } from '#modules/messages/web/index.ts';
import { NextServices } from '#modules/reminders/web/index.ts';
import { StandingLine } from '#modules/segments/web/index.ts';
import { MyDataLinks } from '#modules/shop-page/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import type { Archive } from '../contract.ts';
import { fileRoutes } from '../contract-file.ts';
import './archive.css';
import { Cars } from './Cars.tsx';
import { Completeness } from './Completeness.tsx';
import { Contacts } from './Contacts.tsx';
import type { Doing } from './FileDialogs.tsx';
import { fileReading } from './fileReading.ts';
import { NewOwnerNote } from './NewOwnerNote.tsx';
import { OpenMatters, OpenPromises } from './OpenPromises.tsx';
import { Timeline } from './Timeline.tsx';
import { useArchiveWords } from './useArchiveWords.ts';

/** Fetched when somebody writes: the page is read far more often. */
const FileDialogs = lazy(() => import('./FileDialogs.tsx'));

/** The whole file at one glance: who, what never to say, which cars, what was promised, what is missing, what was. */
export default function CustomerPage() {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const { data: archive, error } = useQuery(fileReading(useQueryClient(), customerId));
  useLedOn('customers', archive?.customer.mergedIntoId);
  if (error) return <ProblemNote problem={error} />;
  if (!archive) return <WaitingPage />;
  return <CustomerFile key={customerId} archive={archive} />;
}

function WaitingPage() {
  const { say } = useArchiveWords();
  return (
    <Page title={say('customer')}>
      <Waiting label={say('customer')} />
    </Page>
  );
}

function CustomerFile({ archive }: { archive: Archive }) {
  const { say } = useArchiveWords();
  const [doing, setDoing] = useState<Doing | null>(null);
  const session = useSession();
  const seesCalls = mayUse(session, ['followUps.see']);
  const seesHolds = mayUse(session, ['complaints.see']);
  const isHeld = (archive.cards.holds?.items.length ?? 0) > 0;
  const { customer } = archive;
  return (
    <Page
      title={customer.name}
      note={say(customer.kind)}
      actions={
        <Actions
          archive={archive}
          onEdit={() => setDoing('edit')}
          onPrivacy={() => setDoing('privacy')}
        />
      }
    >
      <Suspense fallback={null}>
        <LedHere />
      </Suspense>
      <NewOwnerNote onEdit={() => setDoing('edit')} onConsent={() => setDoing('consent')} />
      {customer.restriction && (
        <p className="archive-do-not-mention" role="status">
          <Icon name="shield" />
          <strong>{say('restricted')}</strong>
          {say('restrictedLead')}
        </p>
      )}
      {customer.doNotMention && (
        <p className="archive-do-not-mention">
          <Icon name="alert" />
          <strong>{say('doNotMention')}</strong>
          {customer.doNotMention}
        </p>
      )}
      <Suspense fallback={null}>
        {seesHolds && isHeld && <CustomerHolds customerId={customer.id} />}
      </Suspense>
      <div className="archive-file">
        <div className="archive-file-side">
          <Identity archive={archive} />
          <Completeness archive={archive} onFill={() => setDoing('edit')} />
          <Suspense fallback={null}>
            {seesHolds && !isHeld && <CustomerHolds customerId={customer.id} />}
            <DuplicatesCard kind="customer" id={customer.id} />
          </Suspense>
          <Contacts
            archive={archive}
            onAdd={() => setDoing('contact')}
            onChange={(contact) => setDoing({ contact })}
            onConsent={() => setDoing('consent')}
            onReminder={() => setDoing('reminder')}
          />
        </div>
        <div className="archive-file-main">
          <Cars archive={archive} onAdd={() => setDoing('car')} />
          <MemberCard customerId={customer.id} />
          <Suspense fallback={null}>
            {seesCalls && archive.cards.standing !== null && (
              <StandingLine customerId={customer.id} />
            )}
            {seesCalls && <NextServices of={{ customerId: customer.id }} />}
          </Suspense>
          <OpenPromises of={archive.promises} />
          <OpenMatters archive={archive} />
          <Suspense fallback={null}>
            <Thread customer={customer} />
          </Suspense>
          <Timeline archive={archive} />
        </div>
      </div>
      {doing !== null && (
        <Suspense fallback={null}>
          <FileDialogs archive={archive} doing={doing} onDone={() => setDoing(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function Actions(props: { archive: Archive; onEdit: () => void; onPrivacy: () => void }) {
  const { archive, onEdit, onPrivacy } = props;
  const { say } = useArchiveWords();
  const session = useSession();
  const mayEdit = mayUse(session, ['customers.edit']);
  const mayHandOut = mayUse(session, ['customers.export']);
  const mayCall = mayUse(session, ['followUps.call']);
  const mayCopy = mayUse(session, ['customers.export', 'customers.edit']);
  const paper = pathOf(fileRoutes.print, { customerId: archive.customer.id });
  return (
    <>
      {mayCall && (
        <Link to={`/customers/${archive.customer.id}/call`}>
          <Button icon={<Icon name="phone" />}>{say('callIn')}</Button>
        </Link>
      )}
      {archive.customer.kind === 'company' && (
        <Link to={`/customers/${archive.customer.id}/fleet`}>
          <Button icon={<Icon name="car" />}>{say('fleet')}</Button>
        </Link>
      )}
      <Button href={paper} target="_blank" icon={<Icon name="print" />}>
        {say('print')}
      </Button>
      {mayCopy && <Button onClick={onPrivacy}>{say('personalData')}</Button>}
      <Suspense fallback={null}>
        {mayHandOut && <MyDataLinks customerId={archive.customer.id} />}
      </Suspense>
      {mayEdit && (
        <Button type="primary" icon={<Icon name="edit" />} onClick={onEdit}>
          {say('edit')}
        </Button>
      )}
    </>
  );
}

/** Who he is and what he hopes for. */
function Identity({ archive }: { archive: Archive }) {
  const { say } = useArchiveWords();
  const words = useWords(customersWords);
  const { id, phone, address, wishes, preferredChannel, callFrom, callUntil } = archive.customer;
  const { birthday, firstSeenOn, lastVisitOn } = archive.customer;
  const hours = callFrom && callUntil && say('between', { from: callFrom, to: callUntil });
  const channel = words(`channel${preferredChannel}`);
  return (
    <Card>
      <dl className="archive-file-facts">
        <dt>{say('phone')}</dt>
        <dd>
          <PhoneLine customerId={id} phone={phone} hasKey />
        </dd>
        <dt>{words('preferredChannel')}</dt>
        <dd>{[channel, hours].filter(Boolean).join(' · ')}</dd>
        <dt>{say('address')}</dt>
        <dd>{address || <span className="soft">—</span>}</dd>
        {birthday !== '' && (
          <>
            <dt>{words('birthday')}</dt>
            <dd>
              <BirthdayText of={archive.customer} />
            </dd>
          </>
        )}
        <dt>{say('wishes')}</dt>
        <dd className="archive-own-words">
          {wishes || <span className="soft">{say('noWishes')}</span>}
        </dd>
        <dt>{say('lastVisit')}</dt>
        <dd className="figures">{lastVisitOn ?? '—'}</dd>
        <dt>{say('firstSeen')}</dt>
        <dd className="figures">{firstSeenOn}</dd>
      </dl>
    </Card>
  );
}
