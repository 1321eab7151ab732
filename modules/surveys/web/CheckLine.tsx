import { Link } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { type SurveySample, sampleRoutes } from '../contract.ts';
import { checkOutcomes } from '../contract-figures.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';

/** One customer to call again, and what he says. */
export function CheckLine(props: { sampleId: string; entry: SurveySample['entries'][number] }) {
  const { sampleId, entry } = props;
  const say = useWords(surveyFigureWords);
  const check = useWriting(sampleRoutes.check);
  const [outcome, setOutcome] = useState(entry.outcome);
  const [words, setWords] = useState(entry.words);
  const { surveyAnswerId, overall, overallOf, recommend } = entry;
  const isSame = outcome === entry.outcome && words === entry.words;
  const save = () => {
    if (!outcome) return;
    const params = { surveySampleId: sampleId };
    check.mutate({ params, body: { surveyAnswerId, outcome, words } });
  };
  return (
    <div className="survey-check">
      <ProblemNote problem={check.error} onAgain={check.again} />
      <p>
        <Link to={`/surveys/${entry.surveyInvitationId}`}>{entry.customerName}</Link> ·{' '}
        <a className="figures" href={`tel:${entry.customerPhone}`}>
          {entry.customerPhone}
        </a>{' '}
        · {entry.shopName} · {say('score')} {overall === null ? '—' : `${overall}/${overallOf}`}
        {recommend !== null && ` · NPS ${recommend}`}
        {entry.checkedByName && <span className="soft"> · {entry.checkedByName}</span>}
      </p>
      <Segmented
        aria-label={say('outcome')}
        value={outcome ?? ''}
        options={checkOutcomes.map((value) => ({ value, label: say(value) }))}
        onChange={(next) => setOutcome(checkOutcomes.find((one) => one === next) ?? null)}
      />
      <div className="survey-draw">
        <Input
          maxLength={1000}
          aria-label={say('words')}
          placeholder={say('words')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button disabled={!outcome || isSame} loading={check.isPending} onClick={save}>
          {say('save')}
        </Button>
      </div>
    </div>
  );
}
