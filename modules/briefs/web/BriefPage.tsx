import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type Brief, briefRoutes } from '../contract.ts';
import { briefWords } from '../locales/words.ts';
import { BriefParts } from './BriefParts.tsx';
import './briefs.css';
import { periodName, useSay } from './said.ts';
import { Texts } from './Texts.tsx';
import { type BriefAtHand, useBrief } from './useBrief.ts';

const BriefShow = lazy(() => import('./BriefShow.tsx'));

function Actions(props: { brief: Brief; atHand: BriefAtHand; onPresent: () => void }) {
  const { brief, atHand, onPresent } = props;
  const say = useSay();
  const tell = useTell();
  const refresh = useWriting(briefRoutes.refresh);
  const sign = useWriting(briefRoutes.sign);
  const params = { briefId: brief.id };
  const { version } = brief;
  const steps = brief.steps.map((each) =>
    each.step === 'sign' && each.allowed && atHand.hasUnsaved
      ? { ...each, allowed: false, reason: 'writeFirst' }
      : each,
  );
  const done = (words: 'refreshed' | 'signedDone') => ({
    onSuccess: (after: Brief) => {
      atHand.show(after);
      tell(say(words));
    },
  });
  return (
    <>
      <Button icon={<Icon name="board" />} onClick={onPresent}>
        {say('present')}
      </Button>
      <a href={pathOf(briefRoutes.print, params)} target="_blank" rel="noreferrer">
        <Button icon={<Icon name="print" />}>{say('print')}</Button>
      </a>
      {brief.state === 'drafted' && (
        <StepButtons
          steps={steps}
          words={briefWords}
          except={['write']}
          busy={refresh.isPending ? 'refresh' : sign.isPending ? 'sign' : null}
          onStep={(step) =>
            step === 'refresh'
              ? refresh.mutate({ params, version }, done('refreshed'))
              : sign.mutate({ params, version }, done('signedDone'))
          }
        />
      )}
      <ProblemNote problem={refresh.error ?? sign.error} />
    </>
  );
}

function Shown({ brief, atHand }: { brief: Brief; atHand: BriefAtHand }) {
  const say = useSay();
  const [isShowing, setShowing] = useState(false);
  const present = () => setShowing(true);
  useHotkey({ keys: 'p', label: say('present'), group: 'page', run: present });
  return (
    <Page
      title={say(`title_${brief.grain}`, { unit: brief.unitName, period: periodName(brief) })}
      note={<span className={`brief-mark-${brief.state}`}>{say(`state_${brief.state}`)}</span>}
      actions={<Actions brief={brief} atHand={atHand} onPresent={present} />}
    >
      <p className="soft brief-lead">
        {say('frozen', { at: fullTime(brief.figuresAt) })}
        {brief.signedAt &&
          ` · ${say('signedBy')} ${brief.signedByName} ${fullTime(brief.signedAt)}`}
      </p>
      <div className="brief-columns">
        <div className="brief-facts">
          <BriefParts brief={brief} />
        </div>
        <div className="brief-writing">
          <Texts brief={brief} atHand={atHand} />
        </div>
      </div>
      {isShowing && (
        <Suspense>
          <BriefShow brief={brief} onEnd={() => setShowing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

/** A monthly brief or a yearly summary: drawn up by the house, finished by the supervisor, signed (FUP-12). */
export default function BriefPage() {
  const { briefId } = useParams({ strict: false }) as { briefId: string };
  return <Held key={briefId} briefId={briefId} />;
}

function Held({ briefId }: { briefId: string }) {
  const say = useWords(shellWords);
  const atHand = useBrief(briefId);
  if (atHand.record) return <Shown brief={atHand.record} atHand={atHand} />;
  if (atHand.error) return <ProblemNote problem={atHand.error} />;
  return (
    <p className="soft" role="status">
      {say('loading')}
    </p>
  );
}
