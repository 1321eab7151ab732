import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import type { ApiProblem, FieldFault } from '#shared/call.ts';

type NamePath = (string | number)[];

/** `/vehicles/0/vin` (RFC 6901) as Ant Design names a field: `['vehicles', 0, 'vin']`. */
export const namePathOf = (pointer: string): NamePath =>
  pointer
    .split('/')
    .filter(Boolean)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The field of the form at or above which a pointer leads: a fault in a part is shown at the whole. */
function fieldFor(form: FormInstance, pointer: string): NamePath | null {
  const fields = form.getFieldsError().map(({ name }) => name.join('/'));
  const path = namePathOf(pointer);
  for (let length = path.length; length > 0; length -= 1) {
    if (fields.includes(path.slice(0, length).join('/'))) return path.slice(0, length);
  }
  return null;
}

/** Writes each fault of an answer beside its field; the person need not look for it. */
export function useFormProblems(form: FormInstance | undefined, problem: ApiProblem | null): void {
  useEffect(() => {
    if (!form || !problem) return;
    const messages = new Map<string, { name: NamePath; errors: string[] }>();
    for (const fault of problem.errors) {
      const name = fieldFor(form, fault.pointer);
      if (!name) continue;
      const entry = messages.get(name.join('/')) ?? { name, errors: [] };
      messages.set(name.join('/'), { name, errors: [...entry.errors, fault.message] });
    }
    const told = [...messages.values()];
    form.setFields(told);
    // Sent again, the former fault is answered: it must not stand beside what was corrected.
    return () => form.setFields(told.map(({ name }) => ({ name, errors: [] })));
  }, [form, problem]);
}

/** Brings the person to the field of a fault. @returns whether the keys are there now */
export function goToFault(form: FormInstance, fault: FieldFault): boolean {
  const name = fieldFor(form, fault.pointer);
  if (!name) return false;
  form.scrollToField(name, { focus: true, block: 'center' });
  return document.activeElement?.id.endsWith(name.join('_')) ?? false;
}
