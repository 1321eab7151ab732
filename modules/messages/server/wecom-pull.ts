import { createHash } from 'node:crypto';
import { customerById } from '#modules/customers/server/index.ts';
import { atOpenUnit } from '#modules/organisation/server/index.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import type { Work } from '#platform/work.ts';
import { messageEvents } from '../events.ts';
import { opened } from './carriers.ts';
import { tellOf } from './delivery.ts';
import { insertMessage, updateMessage } from './queries.ts';
import { isHere, ofProvider } from './queries-sms.ts';
import { lockContact, lockCursor, saveCursor } from './queries-wecom.ts';
import { endAdvertising } from './replies.ts';
import { askWecom, WecomRefused, type WecomSettings } from './wecom.ts';
import { bind, type OpenedLink, readLink } from './wecom-binding.ts';
import { readWecom, type WecomSaid } from './wecom-said.ts';
import { wecomAt } from './wecom-setting.ts';

interface Pull {
  orgPath: string;
  /** Which account, and the word with which WeCom lets us ask often for ten minutes. */
  openKfid: string;
  token: string;
  attempts: number;
}
/** As it was said; of links those that are ours. */
type Told =
  | Exclude<WecomSaid, { kind: 'entered' }>
  | { kind: 'entered'; externalUserid: string; openKfid: string; link: OpenedLink };
interface Page {
  said: Told[];
  cursor: string;
  hasMore: boolean;
}
interface Parcel extends Pull {
  settings: WecomSettings;
  cursor: string;
  tenantId: string;
  at: Date;
}

const pageSize = 200;
const againMinutes = [1, 5, 30, 120];
/** The word of the callback is over, or was none: it is asked without. */
const staleToken = 95007;

/** Fetches what came since the cursor, one page at a time; the next page is an errand of its own. */
export const pullWecom: Errand<Pull> = defineErrand<Pull, Parcel, Page | { failed: string }>(
  'messages.pullWecom',
  {
    take: async (work, pull) => {
      const settings = await wecomAt(work, pull.orgPath);
      if (!settings) return undefined;
      const { corpId } = settings;
      const { cursor } = await lockCursor(work, { corpId, openKfid: pull.openKfid });
      return { ...pull, settings, cursor, tenantId: work.actor.tenantId, at: work.now };
    },
    carry: async ({ settings, cursor, openKfid, token, ...asked }, host) => {
      const way = { egress: host.egress, settings, secret: opened(host, settings.secret) };
      const body = { open_kfid: openKfid, limit: pageSize, ...(cursor && { cursor }) };
      const ask = (more: object) => askWecom(way, 'kf/sync_msg', { ...body, ...more });
      try {
        const page = await ask(token ? { token } : {}).catch((error) => {
          if (token && error instanceof WecomRefused && error.code === staleToken) return ask({});
          throw error;
        });
        const hasMore = page.has_more === 1;
        const said = readWecom(page.msg_list).flatMap((one): Told[] => {
          if (one.kind !== 'entered') return [one];
          const link = readLink(host.secrets, asked, one.link);
          return link ? [{ ...one, link }] : [];
        });
        return { said, cursor: String(page.next_cursor ?? ''), hasMore };
      } catch (error) {
        return { failed: (error as Error).message };
      }
    },
    note: async (work, parcel, outcome) => {
      const { orgPath, openKfid, token, attempts } = parcel;
      if ('failed' in outcome) {
        const minutes = againMinutes[attempts];
        if (minutes === undefined) throw new Error(`sync_msg: ${outcome.failed}`);
        const again = new Date(work.now.getTime() + minutes * 60_000);
        await work.later(pullWecom, { orgPath, openKfid, token, attempts: attempts + 1 }, again);
        return;
      }
      const { corpId } = parcel.settings;
      const kept = await lockCursor(work, { corpId, openKfid });
      for (const said of outcome.said) await take(work, orgPath, said);
      // Another one may have read further meanwhile: what it wrote stays.
      const isAhead = kept.cursor === parcel.cursor && outcome.cursor !== '';
      if (isAhead) await saveCursor(work, kept.id, outcome.cursor);
      if (outcome.hasMore && isAhead && outcome.cursor !== parcel.cursor) {
        await work.later(pullWecom, { orgPath, openKfid, token, attempts: 0 }, work.now);
      }
    },
  },
);

async function take(work: Work, orgPath: string, said: Told): Promise<void> {
  if (said.kind === 'entered') return bind(work, said);
  if (said.kind === 'words') return takeWords(work, said);
  const row = await ofProvider(work, { messageId: '', providerId: said.providerId }, orgPath);
  if (row?.delivery !== '') return;
  const lost = { delivery: 'lost', deliveryNote: said.note, deliveredAt: work.now } as const;
  const after = await updateMessage(work, row.id, lost);
  await tellOf(work, messageEvents.reported, after, { delivery: 'lost' });
}

/** Words come into the thread of whom they are bound to; the agreed ones end advertising at once (CAR-04). */
async function takeWords(
  work: Work,
  { key, externalUserid, text }: WecomSaid & { kind: 'words' },
): Promise<void> {
  const providerId = `in:${createHash('sha256').update(`wecom ${key}`).digest('base64url').slice(0, 32)}`;
  if (await isHere(work, providerId)) return;
  const contact = await lockContact(work, externalUserid);
  const customer = contact && (await customerById(work, contact.customerId));
  // Who he is nobody knows: nothing of it is kept.
  if (!customer) return;
  const { orgUnitId, orgPath } = await atOpenUnit(work, customer);
  const row = await insertMessage(work, {
    ...{ orgUnitId, orgPath, customerId: customer.id, direction: 'in', channel: 'wecom' },
    ...{ purpose: 'service', state: 'received', address: externalUserid, body: text, providerId },
  });
  await tellOf(work, messageEvents.received, row, {});
  const evidence = `客户微信回复“${text.trim()}”，消息 ${row.id}`;
  await endAdvertising(work, { customerId: customer.id, text, evidence });
}
