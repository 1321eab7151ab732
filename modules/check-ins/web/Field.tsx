import { type ReactNode, useId } from 'react';

/** A field with its name above it, as wide as its column; under it what helps to fill it. */
export function Field(props: {
  label: string;
  hint?: string;
  /** Only asked because of what was answered before. */
  isAsked?: boolean;
  children: (id: string) => ReactNode;
}) {
  const { label, hint, isAsked = false, children } = props;
  const id = useId();
  return (
    <div className={isAsked ? 'checkin-field checkin-asked' : 'checkin-field'}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <span className="soft">{hint}</span>}
    </div>
  );
}
