/** Buttons of which one is pressed: as large as a thumb on the phone, with its key on the desk. */
export function Choice<Value extends string | number>(props: {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | null | undefined;
  onChoose: (value: Value) => void;
  /** Shows the number keys that answer now. */
  hasKeys?: boolean;
  size?: 'normal' | 'large';
}) {
  const { label, options, value, onChoose, hasKeys = false, size = 'normal' } = props;
  return (
    <fieldset className={`talk-choice talk-choice-${size}`} aria-label={label}>
      {options.map((option, at) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {hasKeys && <kbd className="bench-kbd">{at + 1}</kbd>}
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
