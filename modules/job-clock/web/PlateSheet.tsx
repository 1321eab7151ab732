import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Sheet } from '#web/Sheet.tsx';
import { useClockWords } from './useClockWords.ts';

const signs = (typed: string) => typed.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const ending = 4;

/** 核对车辆号牌 (S2): read from the car, not from the screen; a wrong one goes no further. */
export function PlateSheet(props: {
  plate: string;
  onClose: () => void;
  onRight: (plateEnding: string) => void;
}) {
  const { plate, onClose, onRight } = props;
  const { say } = useClockWords();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  // Where the role sees the plate masked, the server alone can tell.
  const isKnown = !plate.includes('*') && plate !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const last = signs(typed).slice(-ending);
    const isRight = last.length === ending && (!isKnown || signs(plate).endsWith(last));
    setIsWrong(!isRight);
    if (!isRight) return;
    onRight(last);
    onClose();
  };
  return (
    <Sheet title={say('checkPlate')} onClose={onClose}>
      <form className="clock-sheet" onSubmit={submit}>
        <p className="soft">{say('checkPlateNext')}</p>
        <Input
          size="large"
          aria-label={say('plateEnding')}
          className="clock-plate-field"
          maxLength={10}
          autoComplete="off"
          autoCapitalize="characters"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {isWrong && (
          <p className="clock-told" role="alert">
            {say('plateWrong')}
          </p>
        )}
        <Button size="large" type="primary" htmlType="submit">
          {say('plateRight')}
        </Button>
      </form>
    </Sheet>
  );
}
