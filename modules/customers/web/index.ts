export { customersWords } from '../locales/words.ts';
export { BirthdayText } from './BirthdayText.tsx';
export { ConsentForm } from './ConsentForm.tsx';
export { ContactForm } from './ContactForm.tsx';
export { EditCustomerForm, NewCustomerForm } from './CustomerForm.tsx';
export { PhoneLine } from './PhoneLine.tsx';
export { ReminderForm } from './ReminderForm.tsx';
export { SideBySide } from './SideBySide.tsx';
export { changedOf, useMerging } from './useMerging.ts';
