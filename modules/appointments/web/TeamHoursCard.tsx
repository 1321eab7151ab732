import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type ShopCapacity, teamHoursRoutes } from '../contract.ts';
import { type Team, teams } from '../lifecycle.ts';
import { inHours } from './times.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

type Week = ShopCapacity['weeks'][number]['week'];
const touches = { touches: ['bays', 'appointments'] };
const toMinutes = (hours: number | null) => (hours === null ? null : Math.round(hours * 60));

/** Hours of work a day for each team, by weekday, and the days that differ. */
export function TeamHoursCard(props: { capacity: ShopCapacity; mayChange: boolean }) {
  const { capacity, mayChange } = props;
  const { say, sayOf } = useAppointmentWords();
  return (
    <Card title={say('teamHours')}>
      <p className="soft">{say('teamHoursWhy')}</p>
      <div className="appointment-weeks">
        <table>
          <thead>
            <tr>
              <th>{say('team')}</th>
              {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                <th key={day}>{sayOf('weekday', String(day))}</th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {capacity.weeks.map(({ team, week }) => (
              <WeekLine
                key={`${team}${week.join()}`}
                team={team}
                week={week}
                mayChange={mayChange}
              />
            ))}
          </tbody>
        </table>
      </div>
      <DatedHours capacity={capacity} mayChange={mayChange} />
    </Card>
  );
}

function WeekLine({ team, week, mayChange }: { team: Team; week: Week; mayChange: boolean }) {
  const { say, sayOf } = useAppointmentWords();
  const [hours, setHours] = useState(() => week.map((one) => (one === null ? null : one / 60)));
  const save = useWriting(teamHoursRoutes.saveWeek, touches);
  const minutes = hours.map(toMinutes);
  const isChanged = minutes.join() !== week.join();
  return (
    <tr>
      <th scope="row">
        {sayOf('team', team)}
        <ProblemNote problem={save.error} onAgain={save.again} />
      </th>
      {hours.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the day of the week
        <td key={at}>
          <InputNumber
            aria-label={`${sayOf('team', team)} ${sayOf('weekday', String(at + 1))}`}
            min={0}
            max={1000}
            controls={false}
            disabled={!mayChange}
            placeholder={say('byBays')}
            value={one}
            onChange={(next) => setHours(hours.map((each, on) => (on === at ? next : each)))}
          />
        </td>
      ))}
      <td>
        {mayChange && (
          <Button
            size="small"
            type={isChanged ? 'primary' : 'default'}
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate({ body: { team, week: minutes } })}
          >
            {say('saveWeek')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function DatedHours({ capacity, mayChange }: { capacity: ShopCapacity; mayChange: boolean }) {
  const { say, sayOf } = useAppointmentWords();
  const [team, setTeam] = useState<Team>('repair');
  const [on, setOn] = useState('');
  const [hours, setHours] = useState<number | null>(0);
  const save = useWriting(teamHoursRoutes.saveDay, touches);
  return (
    <section>
      <h3>{say('dated')}</h3>
      {capacity.days.length === 0 && <p className="soft">{say('datedNone')}</p>}
      <ul className="appointment-dated">
        {capacity.days.map((day) => (
          <li key={`${day.team}${day.on}`}>
            <span className="figures">{day.on}</span> {sayOf('team', day.team)}{' '}
            {inHours(day.minutes)} {say('hours')} <span className="soft">{day.reason}</span>
            {mayChange && (
              <Button
                type="link"
                size="small"
                onClick={() => save.mutate({ body: { team: day.team, on: day.on } })}
              >
                {say('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={save.error} onAgain={save.again} />
      {mayChange && (
        <div className="appointment-dated-new">
          <Select
            aria-label={say('team')}
            value={team}
            onChange={setTeam}
            options={teams.map((one) => ({ value: one, label: sayOf('team', one) }))}
          />
          <DayField
            aria-label={say('day')}
            value={on}
            onChange={({ target }) => setOn(target.value)}
          />
          <InputNumber
            aria-label={say('hours')}
            min={0}
            max={1000}
            suffix={say('hours')}
            value={hours}
            onChange={setHours}
          />
          <Button
            disabled={on === '' || hours === null}
            loading={save.isPending}
            onClick={() => save.mutate({ body: { team, on, minutes: toMinutes(hours) ?? 0 } })}
          >
            {say('addDay')}
          </Button>
        </div>
      )}
    </section>
  );
}
