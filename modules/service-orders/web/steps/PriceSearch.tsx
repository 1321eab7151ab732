import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import type { OfferedPackage } from '#modules/prices/contract.ts';
import { reading } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { type OfferedPrice, serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';

/** Less would find half of the list. */
const leastTyped = 2;
const isCode = /^[A-Za-z0-9][A-Za-z0-9._/-]+$/;

const isPackage = (offer: OfferedPrice | OfferedPackage): offer is OfferedPackage =>
  'rows' in offer;

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
  /** Where a package fits, too: it is looked for by the same typing. */
  onPackage?: (offer: OfferedPackage) => void;
}

/**
 * A text that may be taken from the price list: what is typed is looked up by code, name and initials. The arrows and
 * Enter take one; Enter on a whole code takes that. Who picks nothing has written freely.
 */
export function PriceSearch(props: PriceSearchProps) {
  const { orderId, kind, value, label, maxLength, autoFocus, onType, onPick, onPackage } = props;
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
  const askedPackages = (q: string) =>
    reading(routes.packages, { params: { orderId }, query: { q: q.slice(0, 60) } });
  const packages = useQuery({
    ...askedPackages(typed),
    enabled: onPackage !== undefined && isOpen && typed.length >= leastTyped,
    staleTime: 60_000,
  });
  const isLooked = isOpen && typed.length >= leastTyped;
  const offers: (OfferedPrice | OfferedPackage)[] = isLooked
    ? [...((onPackage && packages.data?.items) ?? []), ...(found.data?.items ?? [])]
    : [];
  const close = () => {
    setIsOpen(false);
    setAt(-1);
  };
  const pick = (offer: OfferedPrice | OfferedPackage) => {
    if (isPackage(offer) && offer.fault !== null) return;
    close();
    if (isPackage(offer)) onPackage?.(offer);
    else onPick(offer);
  };
  const pickCode = async (code: string) => {
    const [priced, whole] = await Promise.all([
      client.fetchQuery(asked(code)),
      onPackage && client.fetchQuery(askedPackages(code)),
    ]);
    const called = [...(whole?.items ?? []), ...priced.items].find(
      (offer) => offer.code === code.toUpperCase(),
    );
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
      const code = value.trim().toUpperCase();
      const chosen = offers[at] ?? offers.find((offer) => isPackage(offer) && offer.code === code);
      if (chosen && isPackage(chosen)) {
        // It says itself where one goes on: below its lines, not in the next field of the first.
        event.stopPropagation();
        pick(chosen);
        return;
      }
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
            key={isPackage(offer) ? offer.id : offer.priceItemId}
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
              {isPackage(offer) && <span className="order-mini-tag">{say('jobPackage')}</span>}
              {offer.model && <span className="order-mini-tag">{offer.model}</span>}
            </span>
            {isPackage(offer) && offer.fault !== null ? (
              <span className="soft">
                {say(`fault_${offer.fault}`, { codes: offer.missing.join('、') })}
              </span>
            ) : (
              <Money fen={offer.amountFen ?? 0} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
