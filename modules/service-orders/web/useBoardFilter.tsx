import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useNow } from '#web/clock.ts';
import { spokenMinutes } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useLanguage } from '#web/useWords.ts';
import type { BoardCard } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** Minutes that a car has stood in one state. */
const stuckFor = ['30', '60', '120', '240'] as const;

/** Whose cars, and which stand for long (WSH-17): kept in the address, so that everybody has a board of his own. */
export function useBoardFilter(all: readonly BoardCard[]): {
  cards: readonly BoardCard[];
  filters: ReactNode;
} {
  const { say } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  const [address, setAddress] = useAddress();
  const { advisor, technician, stuck } = address;
  const before = now.getTime() - Number(stuck ?? 0) * 60_000;
  const cards = all.filter(
    (card) =>
      (!advisor || card.advisorId === advisor) &&
      (!technician || card.technicianId === technician) &&
      (!stuck || Date.parse(card.stateSince) <= before),
  );
  const people = (id: 'advisorId' | 'technicianId', name: 'advisorName' | 'technicianName') =>
    [...new Map(all.flatMap((card) => (card[id] ? [[card[id], card[name]]] : [])))].map(
      ([value, label]) => ({ value, label }),
    );
  const choice = (key: string, label: string, options: { value: string; label: string }[]) => (
    <Select
      key={key}
      allowClear
      aria-label={label}
      placeholder={label}
      className="order-board-filter"
      value={address[key]}
      options={options}
      onChange={(value) => setAddress({ [key]: value })}
    />
  );
  const spans = stuckFor.map((value) => ({
    value,
    label: say('stuckFor', { time: spokenMinutes(Number(value), language) }),
  }));
  const filters = [
    choice('advisor', say('advisor'), people('advisorId', 'advisorName')),
    choice('technician', say('technician'), people('technicianId', 'technicianName')),
    choice('stuck', say('stuck'), spans),
  ];
  return { cards, filters };
}
