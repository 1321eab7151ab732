import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { lawRoutes } from '../contract.ts';
import './law.css';
import { useSay } from './said.ts';

/** Beside a complaint: what the law asks, each with its article, and who looked after it when (CMP-18). */
export default function LawCard({ complaintId }: { complaintId: string }) {
  const say = useSay();
  const language = useLanguage();
  const params = { complaintId };
  const { data, error } = useQuery(
    reading(lawRoutes.show, { params }, { follows: ['complaints'] }),
  );
  const tick = useWriting(lawRoutes.tick);
  if (!data) return error && <ProblemNote problem={error} />;
  const open = data.items.filter((item) => item.tick === null).length;
  return (
    <Card
      title={say('law')}
      actions={
        <span className="soft figures">
          {say('lawDone', { done: data.items.length - open, all: data.items.length })}
        </span>
      }
    >
      {data.proofUntil && (
        <p className="review-proof">{say('lawProof', { until: data.proofUntil })}</p>
      )}
      <ProblemNote problem={tick.error} onAgain={tick.again} />
      <ul className="review-law">
        {data.items.map((item) => (
          <li key={item.key}>
            <p>{item.duty[language]}</p>
            <span className="soft">
              {item.law[language]} {item.article}（{item.edition}）
            </span>
            {item.tick ? (
              <span className="review-good">
                {say('lawTicked', { by: item.tick.byName, at: fullTime(item.tick.at) })}
              </span>
            ) : (
              data.mayTick && (
                <Button
                  size="small"
                  aria-label={`${say('lawTick')}：${item.duty[language]}`}
                  loading={tick.isPending && tick.variables?.body.item === item.key}
                  onClick={() => tick.mutate({ params, body: { item: item.key } })}
                >
                  {say('lawTick')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      <p className="soft">{say('lawNote')}</p>
    </Card>
  );
}
