import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { dateIn } from '#shared/dates.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { spanOfTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { clockRoutes, type Spell, type Technician } from '../contract.ts';
import { fieldTime, instantOf, TimesField } from './TimesField.tsx';
import { useClockWords } from './useClockWords.ts';

/** What stands on a technician's clocks of one day; each stretch can be corrected, its original stays (WSH-11). */
export function DaySheet(props: { technician: Technician; onClose: () => void }) {
  const { technician, onClose } = props;
  const { say } = useClockWords();
  const [on, setOn] = useState(dateIn('Asia/Shanghai', now()));
  const query = { employeeId: technician.id, on };
  const { data, error, isPending } = useQuery(reading(clockRoutes.spells, { query }));
  return (
    <Sheet title={`${technician.name} · ${say('day')}`} place="side" onClose={onClose}>
      <div className="dispatch-day">
        <DayField
          aria-label={say('period')}
          value={on}
          onChange={({ target }) => target.value && setOn(target.value)}
        />
        <ProblemNote problem={error} />
        {isPending && <Waiting />}
        {data?.items.length === 0 && <p className="soft">{say('noSpells')}</p>}
        {data?.items.map((spell) => (
          <SpellRow key={spell.id} spell={spell} />
        ))}
      </div>
    </Sheet>
  );
}

function SpellRow({ spell }: { spell: Spell }) {
  const { say, sayOf, language } = useClockWords();
  const [isOpen, setIsOpen] = useState(false);
  const { clock, startedAt, endedAt, isSuperseded, reason, byName } = spell;
  const until = endedAt ?? now().toISOString();
  return (
    <div className={`dispatch-spell ${isSuperseded ? 'dispatch-superseded' : ''}`}>
      <p>
        <strong>{sayOf('clock', clock)}</strong> {spell.plate && <PlateTag plate={spell.plate} />}{' '}
        {spell.job}
      </p>
      <p className="figures">
        {spanOfTime(startedAt, until, now(), language)}
        {endedAt === null && ` · ${say('running')}`}
        {spell.pauseReason && ` · ${sayOf('pause', spell.pauseReason)}`}
      </p>
      {isSuperseded && <p className="soft">{say('superseded')}</p>}
      {reason && <p className="soft">{say('correctedFrom', { reason, name: byName })}</p>}
      {!isSuperseded && !isOpen && (
        <Button size="small" onClick={() => setIsOpen(true)}>
          {say('correct')}
        </Button>
      )}
      {isOpen && <CorrectForm spell={spell} until={until} onDone={() => setIsOpen(false)} />}
    </div>
  );
}

function CorrectForm(props: { spell: Spell; until: string; onDone: () => void }) {
  const { spell, until, onDone } = props;
  const { say } = useClockWords();
  const tell = useTell();
  const correct = useWriting(clockRoutes.correct);
  const [reason, setReason] = useState('');
  const [times, setTimes] = useState({
    from: fieldTime(spell.startedAt),
    until: fieldTime(until),
  });
  const save = () =>
    correct.mutate(
      {
        params: { spellId: spell.id },
        body: { startedAt: instantOf(times.from), endedAt: instantOf(times.until), reason },
      },
      {
        onSuccess: () => {
          tell(say('corrected'));
          onDone();
        },
      },
    );
  return (
    <div className="dispatch-settle">
      <ProblemNote problem={correct.error} onAgain={correct.again} />
      <TimesField times={times} onChange={setTimes} />
      <Input
        aria-label={say('reason')}
        placeholder={say('reason')}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        type="primary"
        disabled={reason.trim() === ''}
        loading={correct.isPending}
        onClick={save}
      >
        {say('save')}
      </Button>
    </div>
  );
}
