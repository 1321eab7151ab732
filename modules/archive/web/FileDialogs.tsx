import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Contact } from '#modules/customers/contract.ts';
import {
  ConsentForm,
  ContactForm,
  customersWords,
  EditCustomerForm,
  ReminderForm,
} from '#modules/customers/web/index.ts';
import { PersonalDataSheet } from '#modules/privacy/web/index.ts';
import { NewArrival } from '#modules/vehicles/web/index.ts';
import { SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import type { Archive } from '../contract.ts';
import { useArchiveWords } from './useArchiveWords.ts';

/** What is being written in a file. */
export type Doing =
  | 'edit'
  | 'privacy'
  | 'contact'
  | 'consent'
  | 'reminder'
  | 'car'
  | { contact: Contact };

/** The dialogs of a customer's file. */
export default function FileDialogs(props: { archive: Archive; doing: Doing; onDone: () => void }) {
  const { archive, doing, onDone: done } = props;
  const { say } = useArchiveWords();
  const words = useWords(customersWords);
  const navigate = useNavigate();
  const { customer } = archive;
  return (
    <>
      {doing === 'edit' && (
        <SheetForm title={say('edit')} onClose={done}>
          <EditCustomerForm customer={customer} onDone={done} onCancel={done} />
        </SheetForm>
      )}
      {doing === 'privacy' && (
        <Suspense fallback={null}>
          <PersonalDataSheet customerId={customer.id} name={customer.name} onClose={done} />
        </Suspense>
      )}
      {doing === 'contact' && (
        <SheetForm title={words('addContact')} onClose={done}>
          <ContactForm customerId={customer.id} vehicles={archive.vehicles} onDone={done} />
        </SheetForm>
      )}
      {typeof doing === 'object' && (
        <SheetForm title={words('changeContact')} onClose={done}>
          <ContactForm
            customerId={customer.id}
            contact={doing.contact}
            vehicles={archive.vehicles}
            onDone={done}
          />
        </SheetForm>
      )}
      {doing === 'car' && (
        <SheetForm title={`${say('addCar')} · ${customer.name}`} onClose={done}>
          <NewArrival
            owner={{ id: customer.id, name: customer.name }}
            onArrived={done}
            onCancel={done}
            onOpen={(vehicleId) => void navigate({ to: `/vehicles/${vehicleId}` })}
          />
        </SheetForm>
      )}
      {doing === 'consent' && (
        <SheetForm title={words('recordConsent')} onClose={done}>
          <ConsentForm customerId={customer.id} onDone={done} />
        </SheetForm>
      )}
      {doing === 'reminder' && (
        <SheetForm title={words('recordReminder')} onClose={done}>
          <ReminderForm customerId={customer.id} onDone={done} />
        </SheetForm>
      )}
    </>
  );
}
