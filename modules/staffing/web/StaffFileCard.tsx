import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { type Certificate, type StaffFile, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import { AssessSheet } from './AssessSheet.tsx';
import { CertificateLine } from './CertificateLine.tsx';
import { CertificateSheet } from './CertificateSheet.tsx';
import { HoldPostSheet } from './HoldPostSheet.tsx';
import './staffing.css';
import { usePostNames } from './usePostNames.ts';

type Person = { id: string; name: string; state: string };
type Doing =
  | { kind: 'hold' }
  | { kind: 'certificate'; former?: Certificate }
  | { kind: 'assess'; holding: Holding };
type Holding = StaffFile['holdings'][number];

/** On a colleague's page: posts, assessments and papers, for those who manage people. */
export default function StaffFileCard({ person }: { person: Person }) {
  return mayUse(useSession(), ['people.manage']) && <File person={person} />;
}

function File({ person }: { person: Person }) {
  const say = useWords(staffingWords);
  const params = { employeeId: person.id };
  const { data, error } = useQuery(reading(staffingRoutes.person, { params }));
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const actions = person.state !== 'left' && (
    <>
      <Button size="small" onClick={() => setDoing({ kind: 'certificate' })}>
        {say('addCertificate')}
      </Button>
      <Button size="small" onClick={() => setDoing({ kind: 'hold' })}>
        {say('hold')}
      </Button>
    </>
  );
  return (
    <Card title={say('staffFile')} actions={<span className="staffing-actions">{actions}</span>}>
      <ProblemNote problem={error} />
      {data?.holdings.length === 0 && <p className="soft">{say('noPosts')}</p>}
      <ul className="staffing-lines">
        {data?.holdings.map((holding) => (
          <HoldingLine
            key={holding.id}
            holding={holding}
            onAssess={() => setDoing({ kind: 'assess', holding })}
          />
        ))}
        {data?.certificates.map((certificate) => (
          <CertificateLine
            key={certificate.id}
            certificate={certificate}
            onRenew={() => setDoing({ kind: 'certificate', former: certificate })}
          />
        ))}
        {data?.assessments.map((assessment) => (
          <AssessmentLine key={assessment.id} assessment={assessment} />
        ))}
      </ul>
      {doing?.kind === 'hold' && <HoldPostSheet person={person} onClose={done} />}
      {doing?.kind === 'certificate' && (
        <CertificateSheet person={person} former={doing.former} onClose={done} />
      )}
      {doing?.kind === 'assess' && (
        <AssessSheet person={person} postKey={doing.holding.postKey} onClose={done} />
      )}
    </Card>
  );
}

function HoldingLine({ holding, onAssess }: { holding: Holding; onAssess: () => void }) {
  const say = useWords(staffingWords);
  const nameOf = usePostNames();
  const end = useWriting(staffingRoutes.endHolding, { touches: ['employees', 'posts'] });
  const { id: postHoldingId, postKey, isDedicated, sinceOn, untilOn } = holding;
  return (
    <li className={untilOn ? 'soft' : ''}>
      <span>
        <strong>{nameOf(postKey)}</strong> {isDedicated && <small>{say('dedicated')}</small>}{' '}
        <span className="soft figures">
          {untilOn ? `${sinceOn} – ${untilOn}` : say('since', { date: sinceOn })}
        </span>
      </span>
      {!untilOn && (
        <span className="staffing-actions">
          <Button size="small" onClick={onAssess}>
            {say('assess')}
          </Button>
          <Button
            size="small"
            loading={end.isPending}
            onClick={() => end.mutate({ params: { postHoldingId } })}
          >
            {say('endPost')}
          </Button>
        </span>
      )}
      <ProblemNote problem={end.error} />
    </li>
  );
}

function AssessmentLine({ assessment }: { assessment: StaffFile['assessments'][number] }) {
  const say = useWords(staffingWords);
  const { data } = useQuery(reading(staffingRoutes.listPosts, {}));
  const post = data?.items.find(({ key }) => key === assessment.postKey);
  const nameOf = (key: string) => post?.qualities.find((one) => one.key === key)?.name ?? key;
  const scores = assessment.scores
    .map(({ quality, score }) => `${nameOf(quality)} ${score}`)
    .join('、');
  const { byName: by, at, note } = assessment;
  return (
    <li className="soft">
      <span>
        {say('assessed', { post: post?.name ?? '', scores, by, at: fullTime(at).slice(0, 10) })}
        {note && `：${note}`}
      </span>
    </li>
  );
}
