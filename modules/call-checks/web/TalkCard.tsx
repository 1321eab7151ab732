import { Link } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { useCodeWords } from '#modules/follow-ups/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Card, Facts } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import type { CallCheck } from '../contract.ts';
import { useSay } from './useCheckWords.ts';

/** The talk as its caller put it on record, and what the telephone system kept of it. */
export function TalkCard({ check }: { check: CallCheck }) {
  const say = useSay();
  const word = useCodeWords();
  const { talk } = check;
  const answers = Object.entries(talk.answers);
  const outcome = [word(check.direction), word(check.reason || check.result)].join(' · ');
  return (
    <Card
      title={
        <span className="callcheck-head">
          {say('record')}
          {talk.plate && <PlateTag plate={talk.plate} />}
        </span>
      }
      actions={<ToBench followUpId={talk.followUpId} />}
    >
      {check.direction !== 'visit' && <Recording heard={check.heard} />}
      <Facts
        facts={[
          [say('talkAt'), fullTime(check.at)],
          [say('state'), outcome],
          ...answers.map(([key, value]): [string, string] => [word(key), word(`${key}_${value}`)]),
          ...(talk.satisfaction === null
            ? []
            : [[say('satisfaction'), String(talk.satisfaction)] as [string, string]]),
          ...(talk.topics.length === 0
            ? []
            : [[say('topics'), talk.topics.map(word).join('、')] as [string, string]]),
        ]}
      />
      <h3>{say('mainPoints')}</h3>
      <p className="callcheck-words">{talk.mainPoints || say('noPoints')}</p>
      <h3>{say('matters')}</h3>
      {talk.matters.length === 0 && <p className="soft">{say('noMatters')}</p>}
      <ul className="callcheck-matters">
        {talk.matters.map((matter) => (
          <li key={matter.id}>
            <Link to={`/matters/${matter.id}` as never}>{word(matter.kind)}</Link> {matter.content}
          </li>
        ))}
      </ul>
      {talk.askedByCustomer && <p className="soft">{say('outsideHours')}</p>}
      {talk.actingForName && (
        <p className="soft">{say('actingFor', { name: talk.actingForName })}</p>
      )}
      <p className="soft callcheck-drawn">
        {say('drawnHow', {
          week: check.draw.weekOn,
          talks: check.draw.talks,
          drawn: check.draw.drawn,
          seed: check.draw.seed,
        })}
      </p>
    </Card>
  );
}

function ToBench({ followUpId }: { followUpId: string | null }) {
  const say = useSay();
  const maySee = mayUse(useSession(), ['followUps.see']);
  if (!followUpId || !maySee) return null;
  return <Link to={`/calls/${followUpId}` as never}>{say('toBench')}</Link>;
}

/** Played without leaving the form: `p` plays and pauses. */
function Recording({ heard }: { heard: CallCheck['heard'] }) {
  const say = useSay();
  const player = useRef<HTMLAudioElement>(null);
  const toggle = useCallback(() => {
    const { current } = player;
    if (!current) return;
    if (current.paused) void current.play();
    else current.pause();
  }, []);
  const fileId = heard?.fileId ?? null;
  useHotkey(fileId ? { keys: 'p', label: say('keyPlay'), group: 'page', run: toggle } : null);
  if (!heard) return <p className="soft">{say('noPhoneCall')}</p>;
  const { seconds, isAnnounced } = heard;
  return (
    <div className="callcheck-recording">
      {fileId ? (
        // biome-ignore lint/a11y/useMediaCaption: a telephone call has none
        <audio
          ref={player}
          controls
          preload="none"
          aria-label={say('recording')}
          src={pathOf(fileRoutes.read, { fileId })}
        />
      ) : (
        <p className="soft">{say('noRecording')}</p>
      )}
      <p className="soft">
        {seconds !== null &&
          say('seconds', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}{' '}
        {isAnnounced && say('announced')}
      </p>
    </div>
  );
}
