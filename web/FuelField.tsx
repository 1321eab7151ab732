import { useId } from 'react';
import './fuel-field.css';

const eighths = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const letters: Record<number, string> = { 0: 'E', 4: '½', 8: 'F' };

/**
 * The tank as the gauge shows it, in eighths: one touch in the workshop, arrow keys at the desk. Nothing is chosen until
 * somebody has looked.
 */
export function FuelField(props: {
  label: string;
  /** Given by the form around it. */
  id?: string;
  value?: number | null;
  onChange?: (eighths: number) => void;
}) {
  const { label, id, value = null, onChange } = props;
  const name = useId();
  return (
    <fieldset className="fuel">
      <legend className="fuel-label">{label}</legend>
      {eighths.map((at) => (
        <label
          key={at}
          className={value !== null && at <= value ? 'fuel-eighth fuel-eighth-full' : 'fuel-eighth'}
        >
          <input
            type="radio"
            // Where a form leads to a fault: the keys go on here.
            id={at === (value ?? 0) ? id : undefined}
            name={name}
            aria-label={`${at}/8`}
            checked={value === at}
            onChange={() => onChange?.(at)}
          />
          {letters[at]}
        </label>
      ))}
    </fieldset>
  );
}
