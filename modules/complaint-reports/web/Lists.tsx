import { Card } from '#web/Page.tsx';
import type { Facts } from '../contract.ts';
import { type Say, useSay } from './said.ts';

/** What is overdue and where it hangs, where complaints gather, and what is done against it. */
export function Lists({ facts }: { facts: Facts }) {
  const say = useSay();
  return (
    <>
      <Overdue facts={facts} />
      <Card title={say('hotSpots')}>
        {facts.hotSpots.length === 0 && <p className="soft">{say('noHotSpots')}</p>}
        <ul className="upward-list">
          {facts.hotSpots.map((spot) => (
            <li key={`${spot.by}.${spot.key}`}>
              {say('spot', { by: say(`by_${spot.by}`), name: spotName(say, spot) })}{' '}
              <span className="soft">{say('spotCount', spot)}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Measures facts={facts} />
    </>
  );
}

const spotName = (say: Say, { by, key, label }: Facts['hotSpots'][number]) =>
  by === 'kind' || by === 'cause' ? say(`${by}_${key}`) : label || say('notOnRecord');

function Overdue({ facts }: { facts: Facts }) {
  const say = useSay();
  const { overdue, exceptions } = facts;
  return (
    <Card title={say('overdueList')}>
      {overdue.length === 0 && <p className="soft">{say('noOverdue')}</p>}
      <ul className="upward-list">
        {overdue.map(({ number, unitName, kind, severity, state, days }) => (
          <li key={`${unitName}.${number}`}>
            <b className="figures">{number}</b> {unitName} · {say(`kind_${kind}`)} ·{' '}
            {say(`severity_${severity}`)} · {say(`state_${state}`)}{' '}
            <span className="upward-missing">{say('daysOver', { days })}</span>
          </li>
        ))}
      </ul>
      {exceptions.length > 0 && (
        <p className="soft">
          {say('exceptionsList')}：
          {exceptions.map(({ unitName, number }) => `${unitName} ${number}`).join('、')}
        </p>
      )}
    </Card>
  );
}

function Measures({ facts }: { facts: Facts }) {
  const say = useSay();
  const { measures } = facts;
  return (
    <Card title={say('measures')}>
      {measures.length === 0 && <p className="soft">{say('noMeasures')}</p>}
      <ul className="upward-list">
        {measures.map(({ unitName, words, dueOn, isDone, verdict, purpose }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list, whose lines have no id
          <li key={at}>
            {words || <span className="soft">{say('measureHidden')}</span>}{' '}
            <span className="soft">
              {unitName} · {say(`purpose_${purpose}`)} · {say('measureDue', { due: dueOn })} ·{' '}
              {say(isDone ? 'measureDone' : 'measureOpen')}
              {verdict && ` · ${say(`verdict_${verdict}`)}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
