import { useId } from 'react';

/** One of a few, all in sight: one press instead of two, for thumb and arrow keys alike. A field of a form. */
export function Chips(props: {
  options: readonly (readonly [value: string, label: string])[];
  label: string;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}) {
  const { options, label, id, value, onChange } = props;
  const name = useId();
  return (
    <div className="complaint-chips" role="radiogroup" aria-label={label} id={id}>
      {options.map(([each, text]) => (
        <label key={each} className="complaint-chip">
          <input
            type="radio"
            name={name}
            checked={each === value}
            onChange={() => onChange?.(each)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
