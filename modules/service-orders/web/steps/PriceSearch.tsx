import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { reading } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { type OfferedPrice, serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';

/** Less would find half of the list. */
const leastTyped = 2;
const isCode = /^[A-Za-z0-9][A-Za-z0-9._/-]+$/;

interface PriceSearchProps {
  orderId: string;
  /** Jobs and parts, unless only one of them fits here. */
  kind?: 'job' | 'part';
  value: string;
  label: string;
  maxLength: number;
  autoFocus?: boolean;
  onType: (text: string) => void;
  onPick: (offer: OfferedPrice) => void;
}

/**
 * A text that may be taken from the price list: what is typed is looked up by code, name and initials. The arrows and
 * Enter take one; Enter on a whole code takes that. Who picks nothing has written freely.
 */
export function PriceSearch(props: PriceSearchProps) {
  const { orderId, kind, value, label, maxLength, autoFocus, onType, onPick } = props;
  const { say } = useOrderWords();
  const listId = useId();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const typed = useDeferredValue(value.trim());
  const asked = (q: string) =>
    reading(routes.offers, { params: { orderId }, query: { q: q.slice(0, 60), kind } });
  const found = useQuery({
    ...asked(typed),
    enabled: isOpen && typed.length >= leastTyped,
    staleTime: 60_000,
  });
  const offers = isOpen && typed.length >= leastTyped ? (found.data?.items ?? []) : [];
  const close = () => {
    setIsOpen(false);
    setAt(-1);
  };
  const pick = (offer: OfferedPrice) => {
    close();
    onPick(offer);
  };
  const pickCode = async (code: string) => {
    const { items } = await client.fetchQuery(asked(code));
    const called = items.find((offer) => offer.code === code.toUpperCase());
    if (called) pick(called);
  };
  const keyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setIsOpen(true);
      setAt(Math.max(-1, Math.min(offers.length - 1, at + step)));
    } else if (event.key === 'Escape' && offers.length > 0) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      const chosen = offers[at];
      if (chosen) pick(chosen);
      else if (isOpen && isCode.test(value.trim())) void pickCode(value.trim());
      close();
    }
  };
  return (
    <div className="order-search">
      <Input
        data-field
        autoFocus={autoFocus}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        value={value}
        title={value}
        maxLength={maxLength}
        aria-label={label}
        placeholder={label}
        onChange={(event) => {
          setIsOpen(true);
          setAt(-1);
          onType(event.target.value);
        }}
        onKeyDown={keyDown}
        onBlur={close}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={say('priceList')}
        className="order-offers"
        hidden={offers.length === 0}
      >
        {offers.map((offer, nth) => (
          <div
            key={offer.priceItemId}
            id={`${listId}-${nth}`}
            role="option"
            tabIndex={-1}
            aria-selected={nth === at}
            className="order-offer"
            onPointerDown={(event) => {
              event.preventDefault();
              pick(offer);
            }}
          >
            <span className="figures soft">{offer.code}</span>
            <span className="order-offer-name">
              {offer.name}
              {offer.model && <span className="order-mini-tag">{offer.model}</span>}
            </span>
            <Money fen={offer.amountFen} />
          </div>
        ))}
      </div>
    </div>
  );
}
