import { lazy, Suspense } from 'react';
import { StoredFileView } from '#modules/files/web/index.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { ServiceOrder } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

const PaperAdder = lazy(async () => ({ default: (await import('./PaperAdder.tsx')).PaperAdder }));

/** What was seen at the gates, the papers, and who did what when. */
export function OrderRecord({ order }: { order: ServiceOrder }) {
  const { say, sayOf } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  return (
    <>
      {order.inspections.length > 0 && (
        <Card title={say('findings')}>
          <ul className="order-gates">
            {order.inspections.map((seen) => (
              <li key={`${seen.gate}${seen.at}${seen.passed}${seen.note}`}>
                <p>
                  <b>{sayOf('', gateWords[seen.gate])}</b>
                  <span
                    className={`order-mini-tag ${seen.passed ? 'order-mini-good' : 'order-mini-late'}`}
                  >
                    {say(seen.passed ? 'passed' : 'failed')}
                  </span>
                  <span className="soft">
                    {seen.inspectorName} · {shortTime(seen.at, now, language)}
                    {seen.methods.length > 0 &&
                      ` · ${seen.methods.map((each) => sayOf('method', each)).join('、')}`}
                    {seen.grade && ` · ${sayOf('grade', seen.grade)}`}
                  </span>
                </p>
                {seen.findings.map(({ item, light, note }) => (
                  <p key={item + note} className="order-finding">
                    <i className={`order-lamp order-lamp-${light}`} title={sayOf('light', light)} />
                    {item} <span className="soft">{note || sayOf('light', light)}</span>
                  </p>
                ))}
                {seen.note && <p className="soft">{seen.note}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title={say('papers')}
        actions={
          <Suspense fallback={null}>
            <PaperAdder order={order} />
          </Suspense>
        }
      >
        {order.papers.length === 0 ? (
          <p className="soft">{say('none')}</p>
        ) : (
          <ul className="order-papers">
            {order.papers.map(({ fileId, fileName, contentType, kind, caption }) => (
              <li key={fileId} className="order-paper">
                <StoredFileView
                  fileId={fileId}
                  contentType={contentType}
                  name={caption || fileName}
                  label={contentType.startsWith('image/') ? undefined : caption || fileName}
                />
                {/^(image|audio)\//.test(contentType) && (
                  <span>
                    {kind === 'signature' && `${say('signed')} · `}
                    {caption || fileName}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={say('history')}>
        <ol className="order-history">
          {order.history.toReversed().map(({ step, byName, at, note }) => (
            <li key={`${at}${step}${note}`}>
              <span className="figures soft">{shortTime(at, now, language)}</span>
              <span>
                <b>{sayOf('', step)}</b> <span className="soft">{byName}</span>
                {note && (
                  <span className="order-history-note">
                    {step === 'wait' ? sayOf('wait', note) : note}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

const gateWords = {
  intake: 'inspect',
  selfCheck: 'selfCheck',
  teamCheck: 'teamCheck',
  final: 'finalInspect',
} as const;
