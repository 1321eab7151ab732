import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '#web/Icon.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import type { AnyEntryKind, TimelineEntry } from '../contract-timeline.ts';
import { type TimelineWord, timelineWords } from '../locales/words-timeline.ts';
import { PaperView } from './PaperView.tsx';
import { VisitBody, VisitTitle } from './VisitEntry.tsx';

const iconOf: Record<AnyEntryKind, IconName> = {
  visit: 'wrench',
  call: 'phone',
  message: 'message',
  complaint: 'complaint',
  matter: 'alert',
  paper: 'order',
  consent: 'check',
  owner: 'car',
  plate: 'car',
  merge: 'people',
};

/** Stands out: somebody still waits for an answer. */
const isLate = ({ kind, state }: TimelineEntry): boolean =>
  (kind === 'complaint' && state === 'open') || (kind === 'message' && state === 'failed');

function useSaying() {
  const say = useWords(timelineWords);
  return (group: 'what' | 'state' | 'direction', code: string): string => {
    const key = `${group}${code}`;
    return key in timelineWords.en ? say(key as TimelineWord) : '';
  };
}

/** What happened, newest first. */
export function Entries(props: {
  of: readonly TimelineEntry[];
  mayWithdraw: boolean;
  isOfCar?: boolean;
}) {
  const { of, mayWithdraw, isOfCar = false } = props;
  return (
    <ol className="archive-timeline">
      {of.map((entry) => (
        <li
          key={`${entry.kind}${entry.id}`}
          className={isLate(entry) ? 'archive-timeline-late' : undefined}
        >
          <Icon name={iconOf[entry.kind]} />
          <time className="figures" dateTime={entry.at} title={fullTime(entry.at)}>
            {fullTime(entry.at).slice(0, 10)}
          </time>
          <div>
            <p className="archive-timeline-title">
              <EntryTitle entry={entry} isOfCar={isOfCar} />
            </p>
            <EntryBody entry={entry} mayWithdraw={mayWithdraw} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What it was, in one line. */
function EntryTitle({ entry, isOfCar }: { entry: TimelineEntry; isOfCar: boolean }) {
  const say = useWords(timelineWords);
  const sayOf = useSaying();
  const { kind, visit, id, number, what, state, direction, byName, vehicleId, plate } = entry;
  const { isWalled } = entry;
  if (visit) return <VisitTitle visit={visit} />;
  if (kind === 'complaint') {
    return (
      <>
        {isWalled ? (
          <span title={say('complaintWalled')}>{say('complaint')}</span>
        ) : (
          <Link to={`/complaints/${id}`}>
            {say('complaint')} {number}
          </Link>
        )}
        <span className="soft">{sayOf('state', state)}</span>
      </>
    );
  }
  if (kind === 'plate') {
    return (
      <>
        <PlateTag plate={plate} />
        <span className="soft">{say('plateGiven')}</span>
      </>
    );
  }
  if (isOfCar && kind === 'owner') {
    return (
      <>
        {entry.text || say('formerOwner')}
        <span className="soft">
          {entry.untilOn ? say('ownerUntil', { day: entry.untilOn }) : say('ownerSince')}
        </span>
        <PlateTag plate={plate} />
      </>
    );
  }
  if (kind === 'owner') {
    return (
      <>
        <Link to={`/vehicles/${vehicleId}`}>
          <PlateTag plate={plate} />
        </Link>
        {entry.text}
        <span className="soft">
          {entry.untilOn ? say('ownerUntil', { day: entry.untilOn }) : say('ownerSince')}
        </span>
      </>
    );
  }
  const words: Partial<Record<AnyEntryKind, readonly string[]>> = {
    call: [sayOf('direction', direction), sayOf('state', state)],
    consent: [sayOf('what', what), sayOf('what', direction), sayOf('state', state)],
    paper: [say('paper'), sayOf('what', what)],
  };
  const others = [say(kind), sayOf('what', what), sayOf('state', state)];
  return <>{[...(words[kind] ?? others), byName].filter(Boolean).join(' · ')}</>;
}

/** What was done or said. */
function EntryBody(props: { entry: TimelineEntry; mayWithdraw: boolean }) {
  const { entry, mayWithdraw } = props;
  const say = useWords(timelineWords);
  const { kind, visit, text, satisfaction } = entry;
  if (visit) return <VisitBody visit={visit} />;
  if (kind === 'owner' || kind === 'plate') return null;
  if (kind === 'paper') return <PaperView entry={entry} mayWithdraw={mayWithdraw} />;
  if (text === '' && satisfaction === null) return null;
  return (
    <p className="archive-timeline-text">
      {text}{' '}
      {satisfaction !== null && (
        <span className="soft">{say('satisfaction', { value: satisfaction })}</span>
      )}
    </p>
  );
}
