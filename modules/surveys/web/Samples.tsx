import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { sampleRoutes } from '../contract.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';
import { CheckLine } from './CheckLine.tsx';

/** Answers drawn at random, called again by headquarters. */
export function Samples({ from, to }: { from: string; to: string }) {
  const say = useWords(surveyFigureWords);
  const [address, setAddress] = useAddress();
  const [size, setSize] = useState(10);
  const list = useRows(sampleRoutes.list, {});
  const draw = useWriting(sampleRoutes.draw);
  const openSample = (sample: string) => setAddress({ sample });
  return (
    <Card title={say('samples')}>
      <p className="soft survey-lead">{say('samplesLead')}</p>
      <ProblemNote problem={draw.error ?? list.problem} onAgain={draw.again} />
      <div className="survey-draw">
        <InputNumber
          min={1}
          max={100}
          precision={0}
          aria-label={say('size')}
          value={size}
          onChange={(next) => setSize(next ?? 10)}
        />
        <Button
          type="primary"
          loading={draw.isPending}
          onClick={() =>
            draw.mutate({ body: { from, to, size } }, { onSuccess: ({ id }) => openSample(id) })
          }
        >
          {say('draw')}
        </Button>
      </div>
      {list.rows.length === 0 && !list.isLoading && <p className="soft">{say('noSamples')}</p>}
      <ul className="survey-samples">
        {list.rows.map((sample) => (
          <li key={sample.id}>
            <button
              type="button"
              className="plain-button"
              aria-expanded={sample.id === address.sample}
              onClick={() => openSample(sample.id)}
            >
              {say('sampleOf', {
                from: sample.from,
                to: sample.to,
                checked: sample.checked,
                drawn: sample.drawn,
              })}
            </button>
            {sample.id === address.sample && <SampleEntries sampleId={sample.id} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SampleEntries({ sampleId }: { sampleId: string }) {
  const say = useWords(surveyFigureWords);
  const params = { surveySampleId: sampleId };
  const { data, error, refetch } = useQuery(reading(sampleRoutes.read, { params }));
  return (
    <>
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {data && <p className="soft">{say('seed', { seed: data.seed })}</p>}
      {data?.entries.map((entry) => (
        <CheckLine key={entry.surveyAnswerId} sampleId={sampleId} entry={entry} />
      ))}
    </>
  );
}
