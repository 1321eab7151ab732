import { call } from '#web/api.ts';
import type { SearchGroup, SearchSource } from '#web/module.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { fill, type Language } from '#web/useWords.ts';
import { type FoundVehicle, receptionRoutes, type SearchAnswer } from '../contract.ts';
import { type ReceptionWord, receptionWords } from '../locales/words.ts';
import { linkTo } from './links.ts';

/** A vehicle's key among the answers begins so; what follows is its id. */
export const vehicleKey = 'vehicle:';

const stateWord = (language: Language, state: string): string =>
  receptionWords[language][`state_${state}` as ReceptionWord] ?? state;

const vehicleNote = (
  { formerPlate, ownerName, model, ownerPhone }: FoundVehicle,
  language: Language,
) =>
  [
    formerPlate && fill(receptionWords[language].formerPlate, { plate: formerPlate }),
    ownerName,
    model,
    ownerPhone,
  ]
    .filter(Boolean)
    .join(' · ');

const groupsOf = {
  vehicles: ({ vehicles }: SearchAnswer, language: Language) =>
    vehicles.map((vehicle) => ({
      key: vehicleKey + vehicle.id,
      to: linkTo.car(vehicle.id),
      title: <PlateTag plate={vehicle.plate} colour={vehicle.plateColour} />,
      note: vehicleNote(vehicle, language),
      beyond: vehicle.openOrder
        ? { to: linkTo.order(vehicle.openOrder.id) }
        : { to: '/service-orders/new', search: { vehicleId: vehicle.id } },
      side: vehicle.openOrder ? (
        <span className="reception-found-here">{stateWord(language, vehicle.openOrder.state)}</span>
      ) : (
        <span className="soft">{vehicle.lastVisitOn}</span>
      ),
    })),
  customers: ({ customers }: SearchAnswer) =>
    customers.map((customer) => ({
      key: `customer:${customer.id}`,
      to: linkTo.customer(customer.id),
      title: <strong>{customer.name}</strong>,
      note: [customer.phone, ...customer.plates].filter(Boolean).join(' · '),
      side: <span className="soft">{customer.lastVisitOn}</span>,
    })),
  orders: ({ orders }: SearchAnswer, language: Language) =>
    orders.map((order) => ({
      key: `order:${order.id}`,
      to: linkTo.order(order.id),
      title: <span className="figures">{order.number}</span>,
      note: [order.plate, order.customerName].filter(Boolean).join(' · '),
      side: <span className="soft">{stateWord(language, order.state)}</span>,
    })),
};

/** Cars, customers and orders for the one search box, the likeliest kind first. */
export const receptionSearch: SearchSource = async (typed, { signal, language }) => {
  const answer = await call(receptionRoutes.search, { query: { q: typed } }, { signal });
  return answer.order.map(
    (kind): SearchGroup => ({
      key: kind,
      title: receptionWords[language][kind],
      items: groupsOf[kind](answer, language),
    }),
  );
};
