import { useLanguage } from '#web/useWords.ts';
import type { FollowUp } from '../contract.ts';
import { useSay } from './useFollowUpWords.ts';

/** 王秀英 女士; a company has no salutation. */
export function Person({ customer }: { customer: FollowUp['customer'] }) {
  const say = useSay();
  const isEnglish = useLanguage() === 'en';
  const title = customer.salutation && customer.kind === 'person' ? say(customer.salutation) : '';
  if (isEnglish) return <strong>{title ? `${title} ${customer.name}` : customer.name}</strong>;
  return (
    <>
      <strong>{customer.name}</strong>
      {title && <span className="soft"> {title}</span>}
    </>
  );
}
