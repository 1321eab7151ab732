import { type ComponentProps, lazy, Suspense } from 'react';
import type { TemplateForm } from './TemplateForm.tsx';

const Form = lazy(async () => ({ default: (await import('./TemplateForm.tsx')).TemplateForm }));

/** The form, fetched when somebody writes a template: most come to look. */
export const TemplateFormLater = (props: ComponentProps<typeof TemplateForm>) => (
  <Suspense fallback={null}>
    <Form {...props} />
  </Suspense>
);
