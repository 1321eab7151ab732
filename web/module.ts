import type { ComponentType, ReactNode } from 'react';
import type { Route } from '#shared/route.ts';
import type { Dialling } from './dialling.ts';
import type { IconName } from './Icon.tsx';
import type { Session } from './session.ts';
import type { Label, Language } from './useWords.ts';

/** A page, fetched when it is first opened. `$id` in the path is handed to the page by `useParams`. */
export interface WebRoute {
  /** From the root, as in the address bar: `/customers/$customerId`. */
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  /** Stands without menu and session: login, first run, a customer's link. */
  bare?: boolean;
}

export const menuGroups = [
  'today',
  'service',
  'customers',
  'stock',
  'management',
  'settings',
] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuEntry {
  path: string;
  label: Label;
  icon: IconName;
  group: MenuGroup;
  /** Within its group; ten apart, so that another module may stand between. */
  order: number;
  /** Shown to those who hold one of these; to everybody when left out. */
  permissions?: readonly string[];
  /** Its place in the phone's bottom bar (1 to 4); the best four of what the person may see stand there. */
  phone?: number;
  /** `g c`: typed one after the other outside a field. */
  keys?: string;
}

/** Something to do from anywhere, found by name in the palette. */
export interface Command {
  key: string;
  label: Label;
  /** More ways to find it: pinyin initials, the trade's other word. */
  also?: string;
  icon?: IconName;
  permissions?: readonly string[];
  keys?: string;
  /** Where it leads; or what it does. */
  to?: string;
  run?: () => void;
}

/** The page behind a home that a role names (`homes` of modules/people/contract.ts). */
interface Home {
  name: Session['home'];
  path: string;
}

export interface SearchItem {
  key: string;
  to: string;
  title: ReactNode;
  note?: ReactNode;
  /** At the right: a state, a date. */
  side?: ReactNode;
  /** Where it leads in one step more, past what it shows: Ctrl+Enter at the desk. */
  beyond?: { to: string; search?: object };
}

export interface SearchGroup {
  key: string;
  title: string;
  items: readonly SearchItem[];
}

/** Answers what is typed into the one box. `signal` ends it when another letter comes. */
export type SearchSource = (
  typed: string,
  given: { signal: AbortSignal; language: Language },
) => Promise<readonly SearchGroup[]>;

export interface Notice {
  id: string;
  title: string;
  detail?: string;
  /** An instant. */
  at: string;
  isRead: boolean;
  tone?: 'info' | 'warn' | 'late' | 'good';
  /** Somebody waits for an answer now: it sounds, and is told in the page. */
  isUrgent?: boolean;
  to?: string;
}

/** A hook: what the bell shows. */
export type NoticeSource = () => {
  notices: readonly Notice[];
  unread: number;
  isLoading: boolean;
  markRead: (ids: readonly string[]) => void;
};

/** What is to be paid, and what it comes to: what was approved less what was let off. */
export interface OrderToSettle {
  id: string;
  customerId: string;
  dueFen: number;
}

/** A list as it is shown: of which route, under which filter, with which columns in which order. */
export interface ListToolsProps {
  route: Route;
  query: object;
  columns: readonly string[];
  label: string;
}

/** A module's door to the screen. */
export interface WebModule {
  routes: readonly WebRoute[];
  menu: readonly MenuEntry[];
  commands?: readonly Command[];
  homes?: readonly Home[];
  search?: SearchSource;
  /** One module answers for what stands above every page while it is due for this person himself. */
  Lead?: ComponentType;
  /** What rings now, over every page. */
  Ringing?: ComponentType;
  /** Further ways in, on the sign-in page. */
  Entrance?: ComponentType;
  /** A card on the page of one’s own account. */
  OwnAccount?: ComponentType;
  /** A card on the page of one colleague. */
  PersonCard?: ComponentType<{ person: { id: string; name: string; state: string } }>;
  /** One module answers for the dialog in which a person proves once more that it is he. */
  proof?: () => Promise<{ default: ComponentType<{ onDone: (isProved: boolean) => void }> }>;
  /** One module answers for paying an order, ready to be settled, out of what its customer paid before. */
  PaidBefore?: ComponentType<{ order: OrderToSettle; onDone: () => void }>;
  /** What a module says of an order where it is settled: what was agreed to and never issued. */
  SettleNote?: ComponentType<{ orderId: string }>;
  /** One module answers for what was paid for an order, beside its name. */
  OrderMoney?: ComponentType<{ orderId: string }>;
  /** One module answers for what the customer signed when his car was received: a way to it from the order. */
  SignedAtReception?: ComponentType<{ orderId: string }>;
  /** One module answers for the sheet by which a gate of an order is inspected: a way to it, above the short form. */
  GateSheet?: ComponentType<{ orderId: string; gate: 'intake' | 'final' }>;
  /** One module answers for how a finished car is handed over: a way to it, above what else is to do. */
  DeliveryGate?: ComponentType<{ orderId: string }>;
  /** One module answers for what the customer of an order sees by his link, shown before it is handed out. */
  LinkPreview?: ComponentType<{ orderId: string }>;
  /** What a module does with an order, beside its paper: a sticker for its key. */
  OrderAction?: ComponentType<{ orderId: string }>;
  /** A card on the page of one order; a module fetches it only when an order is opened. */
  OrderCard?: ComponentType<{ orderId: string }>;
  /** What a module does with an appointment, beside its steps: a customer’s link to it, a driver who fetches the car. */
  AppointmentAction?: ComponentType<{ appointmentId: string }>;
  /** One module answers for the report of a campaign: a way to it, beside what came of it. */
  CampaignReport?: ComponentType<{ campaignId: string }>;
  /** A card at the side of one complaint; a module fetches it only when a complaint is opened. */
  ComplaintCard?: ComponentType<{ complaintId: string }>;
  /** One module answers for writing to a customer from an approved template. */
  TemplateMessage?: ComponentType<{ customer: { id: string; phone: string }; onDone: () => void }>;
  /** One module answers for writing to a customer on paper. */
  LetterMessage?: ComponentType<{ customer: { id: string }; onDone: () => void }>;
  /** One module answers for what can be done with every list as it is shown. */
  ListTools?: ComponentType<ListToolsProps>;
  /** One module answers for calling a customer from any page. */
  useDialling?: () => Dialling;
  /** One module answers for the bell. */
  useNotices?: NoticeSource;
}
