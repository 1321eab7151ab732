/** Some of a few, each a thumb wide: pressed or not, nothing to open first. */
export function Tiles<Code extends string>(props: {
  label: string;
  options: readonly (readonly [Code, string])[];
  chosen: readonly Code[];
  onToggle: (code: Code) => void;
}) {
  const { label, options, chosen, onToggle } = props;
  return (
    <fieldset className="checkin-tiles">
      <legend>{label}</legend>
      {options.map(([code, word]) => (
        <button
          key={code}
          type="button"
          className="checkin-tile"
          aria-pressed={chosen.includes(code)}
          onClick={() => onToggle(code)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  );
}
