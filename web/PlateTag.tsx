import { type PlateColour, plateParts, readPlate } from '#shared/plates.ts';
import './plate-tag.css';
import { useWords } from './useWords.ts';
import { type ShellWord, shellWords } from './words.ts';

const colourWords: Record<PlateColour, ShellWord> = {
  blue: 'plateBlue',
  green: 'plateGreen',
  yellow: 'plateYellow',
  yellowGreen: 'plateGreen',
  white: 'plateWhite',
  black: 'plateBlack',
};

/**
 * A plate drawn as a plate: the desk knows a car by it before reading. `colour` as it is on record (large vehicles
 * are yellow, which the text does not tell); left out, it is read from the text.
 */
export function PlateTag(props: {
  plate: string | null;
  colour?: PlateColour;
  size?: 'normal' | 'large';
}) {
  const { plate, size = 'normal' } = props;
  const say = useWords(shellWords);
  if (!plate) return <span className={`plate plate-none plate-${size}`}>{say('noPlate')}</span>;
  const read = readPlate(plate);
  const colour = props.colour ?? (read.kind === 'plate' ? read.colour : 'blue');
  const { authority, serial } = plateParts(plate);
  return (
    <span className={`plate plate-${colour} plate-${size}`} title={say(colourWords[colour])}>
      {authority}
      {serial && <i aria-hidden="true" />}
      {serial}
    </span>
  );
}
