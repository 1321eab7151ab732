import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useModules } from '#web/modules.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type EmployeeDetail, peopleRoutes, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { peopleWords } from '../locales/words.ts';
import { EditPersonSheet } from './EditPersonSheet.tsx';
import { HandedOver } from './HandedOver.tsx';
import { LeaveSheet } from './LeaveSheet.tsx';
import './people.css';
import { ResetPasswordSheet } from './ResetPasswordSheet.tsx';
import { StandIns } from './StandIns.tsx';
import { ColleagueCard } from './security/ColleagueCard.tsx';

type Doing = 'edit' | 'password' | 'leave' | null;

/** One colleague: who he is here, what he may do, who stands in for him, and the day he leaves. */
export default function PersonPage() {
  const { employeeId } = useParams({ strict: false }) as { employeeId: string };
  const { data, error } = useQuery(reading(staffRoutes.read, { params: { employeeId } }));
  if (error) return <ProblemNote problem={error} />;
  return data ? <Person key={employeeId} person={data} /> : <WaitingPage />;
}

function WaitingPage() {
  const say = useWords(peopleWords);
  return (
    <Page title={say('people')}>
      <Waiting label={say('people')} />
    </Page>
  );
}

function Person({ person }: { person: EmployeeDetail }) {
  const say = useWords(staffWords);
  const words = useWords(peopleWords);
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => setDoing(null);
  const change = person.mayChange && (
    <>
      <Button disabled={person.state === 'left'} onClick={() => setDoing('password')}>
        {say(person.username ? 'resetPassword' : 'giveLogin')}
      </Button>
      <Button type="primary" onClick={() => setDoing('edit')}>
        {say('edit')}
      </Button>
    </>
  );
  return (
    <Page title={person.name} note={words(person.state)} actions={change}>
      <div className="person-page">
        <Card>
          <PersonFacts person={person} />
        </Card>
        {person.steps.length > 0 && (
          <Card title={say('employment')}>
            <p className="soft">{say(`now_${person.state}`)}</p>
            <Steps person={person} onLeave={() => setDoing('leave')} />
          </Card>
        )}
        {person.mayChange && person.username && person.state !== 'left' && (
          <ColleagueCard person={person} />
        )}
        <StandIns person={person} />
        <CardsOfOthers person={person} />
        {person.state === 'left' && <HandedOver employeeId={person.id} />}
      </div>
      {doing === 'edit' && <EditPersonSheet person={person} onClose={done} />}
      {doing === 'password' && <ResetPasswordSheet person={person} onClose={done} />}
      {doing === 'leave' && <LeaveSheet person={person} onClose={done} />}
    </Page>
  );
}

/** What other modules keep of a colleague. */
function CardsOfOthers({ person }: { person: EmployeeDetail }) {
  const cards = useModules().flatMap(({ PersonCard }) => PersonCard ?? []);
  return cards.map((One, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the modules stand in one order for good
    <Suspense key={at}>
      <One person={person} />
    </Suspense>
  ));
}

function PersonFacts({ person }: { person: EmployeeDetail }) {
  const words = useWords(peopleWords);
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  const names = new Map(roles.data?.items.map(({ key, name }) => [key, name]));
  const held = person.roleKeys.map((key) => names.get(key) ?? key).join('、');
  return (
    <Facts
      facts={[
        [words('role'), held || '–'],
        [words('post'), person.post || '–'],
        [words('phone'), person.phone || '–'],
        [words('username'), person.username ?? words('noLogin')],
        [words('workplace'), person.orgUnitName],
      ]}
    />
  );
}

/** Away and back are one press; leaving is looked at first. */
function Steps({ person, onLeave }: { person: EmployeeDetail; onLeave: () => void }) {
  const say = useWords(staffWords);
  const tell = useTell();
  const goAway = useWriting(staffRoutes.goAway);
  const comeBack = useWriting(staffRoutes.comeBack);
  const { id: employeeId, name, version } = person;
  const take = (step: string) => {
    if (step === 'leave') return onLeave();
    const writing = step === 'goAway' ? goAway : comeBack;
    const word = step === 'goAway' ? 'wentAway' : 'cameBack';
    writing.mutate(
      { params: { employeeId }, version },
      { onSuccess: () => tell(say(word, { name })) },
    );
  };
  const busy = goAway.isPending ? 'goAway' : comeBack.isPending ? 'comeBack' : null;
  return (
    <>
      <ProblemNote problem={goAway.error ?? comeBack.error} />
      <StepButtons steps={person.steps} words={staffWords} busy={busy} main="" onStep={take} />
    </>
  );
}
