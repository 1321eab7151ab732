import { Input, type InputProps } from 'antd';

/**
 * A day as the interface speaks of it (`2026-11-21`), in the browser's own calendar: it knows the person's language,
 * the phone's wheel and the keyboard, and weighs nothing. `min` and `max` are days too.
 */
export function DayField(props: InputProps & { min?: string; max?: string }) {
  return <Input {...props} type="date" className="day-field" />;
}
