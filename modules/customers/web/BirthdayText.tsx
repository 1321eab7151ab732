import { birthdayInWords } from '#shared/birthdays.ts';
import { Icon } from '#web/Icon.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import type { Customer } from '../contract.ts';
import { customersWords } from '../locales/words.ts';
import './customers.css';

/** A birthday as people say it and when it comes next; on the day itself a word that is seen (CAR-03). */
export function BirthdayText({
  of: { birthday, nextBirthdayOn, isBirthday },
}: {
  of: Pick<Customer, 'birthday' | 'nextBirthdayOn' | 'isBirthday'>;
}) {
  const say = useWords(customersWords);
  return (
    <span className="customer-birthday">
      <span>{birthdayInWords(birthday, useLanguage())}</span>
      {isBirthday && (
        <strong className="customer-birthday-today">
          <Icon name="calendar" size={15} /> {say('birthdayToday')}
        </strong>
      )}
      {!isBirthday && nextBirthdayOn && (
        <span className="soft figures">{say('birthdayNext', { on: nextBirthdayOn })}</span>
      )}
    </span>
  );
}
