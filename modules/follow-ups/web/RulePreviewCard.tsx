import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { useWords } from '#web/useWords.ts';
import type { FollowUpRuleShown, RulePreview } from '../contract.ts';
import { ruleWords } from '../locales/words-rules.ts';

/** What nothing tells of beforehand: only what is planned can be listed. */
const unforeseen: readonly FollowUpRuleShown['occasion'][] = [
  'question',
  'missed',
  'reminder',
  'segment',
];

/** What the next 60 days would bring: by day, by person, and the first of them. */
export function RulePreviewCard(props: {
  preview: RulePreview | null;
  isStale: boolean;
  occasion: FollowUpRuleShown['occasion'];
}) {
  const { preview, isStale, occasion } = props;
  const say = useWords(ruleWords);
  return (
    <Card title={say('previewTitle')}>
      {!preview && <p className="soft">{say('previewHint')}</p>}
      {preview && (
        <div className={isStale ? 'rule-preview rule-preview-stale' : 'rule-preview'} role="status">
          {isStale && <p className="rule-stale">{say('previewStale')}</p>}
          <p>
            {say('previewSum', { planned: preview.planned, coming: preview.coming })}
            {preview.lately !== null && (
              <span className="soft">
                {' · '}
                {say('previewLately', { count: preview.lately })}
              </span>
            )}
          </p>
          {unforeseen.includes(occasion) && <p className="soft">{say('previewCannot')}</p>}
          {preview.days.length === 0 ? (
            <p className="soft">{say('previewNothing')}</p>
          ) : (
            <>
              <Days preview={preview} />
              <People preview={preview} />
              <Lines preview={preview} />
            </>
          )}
        </div>
      )}
    </Card>
  );
}

const height = 72;
const step = 10;

/** A bar a day, what is planned at the foot; a day without calls is a gap. */
function Days({ preview }: { preview: RulePreview }) {
  const say = useWords(ruleWords);
  const start = Date.parse(preview.fromOn);
  const most = Math.max(...preview.days.map(({ planned, coming }) => planned + coming));
  const tall = (count: number) => (count / most) * (height - 22);
  return (
    <section>
      <h3 className="rule-part">{say('previewDays')}</h3>
      <svg
        className="rule-bars"
        viewBox={`0 0 ${61 * step} ${height + 18}`}
        role="img"
        aria-label={say('previewSum', { planned: preview.planned, coming: preview.coming })}
      >
        <line x1="0" y1={height} x2={61 * step} y2={height} className="rule-bar-ground" />
        {preview.days.map(({ on, planned, coming }) => {
          const x = ((Date.parse(on) - start) / 86_400_000) * step;
          const low = tall(planned);
          const high = tall(coming);
          return (
            <g key={on}>
              <title>{say('previewDay', { on, planned, coming })}</title>
              <rect className="rule-bar-planned" x={x} y={height - low} width="8" height={low} />
              <rect
                className="rule-bar-coming"
                x={x}
                y={height - low - high}
                width="8"
                height={high}
              />
              {planned + coming === most && (
                <text className="rule-bar-count" x={x + 4} y={height - low - high - 3}>
                  {most}
                </text>
              )}
            </g>
          );
        })}
        <text className="rule-bar-day" x="0" y={height + 16}>
          {preview.fromOn.slice(5)}
        </text>
        <text className="rule-bar-day rule-bar-end" x={61 * step} y={height + 16}>
          {preview.untilOn.slice(5)}
        </text>
      </svg>
      <p className="rule-legend soft">
        <span className="rule-legend-planned" /> {say('previewPlanned')}{' '}
        <span className="rule-legend-coming" /> {say('previewComing')}
      </p>
    </section>
  );
}

function People({ preview }: { preview: RulePreview }) {
  const say = useWords(ruleWords);
  return (
    <section>
      <h3 className="rule-part">{say('previewPeople')}</h3>
      <ul className="rule-people">
        {preview.people.map(({ agentId, name, planned, coming }) => (
          <li key={agentId ?? 'nobody'}>
            <span>{name || say('nobodyYet')}</span>
            <span className="figures">{planned + coming}</span>
            <span className="soft figures">
              {say('previewPlanned')} {planned} · {say('previewComing')} {coming}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ preview }: { preview: RulePreview }) {
  const say = useWords(ruleWords);
  return (
    <section>
      <h3 className="rule-part">{say('previewLines', { count: preview.lines.length })}</h3>
      <ol className="rule-lines rule-due">
        {preview.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it came and never changes
          <li key={at}>
            <span className="figures">{line.onDate.slice(5)}</span>
            <span className="rule-due-who">{line.customerName}</span>
            <PlateTag plate={line.plate || null} />
            <span className="soft">
              {say(line.kind === 'planned' ? 'previewPlanned' : 'previewComing')}
              {line.agentName && ` · ${line.agentName}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
