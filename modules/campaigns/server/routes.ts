import type { FastifyInstance } from 'fastify';
import { approvedTemplates, namesLink } from '#modules/message-templates/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  campaignRoutes,
  heldInvitationRoutes,
  invitationRoutes,
  replyRoutes,
  resultRoutes,
  standingRoutes,
} from '../contract.ts';
import { heldInvitations, invitations } from './invitations.ts';
import { presentContact, presentEntry, presentReply, shownCampaign } from './present.ts';
import { campaignById, pageOfCampaigns } from './queries.ts';
import { pageOfContacts } from './queries-contacts.ts';
import { pageOfReplies, replyOf } from './queries-replies.ts';
import type { ResultRecordRow } from './queries-results.ts';
import { seatsOf, signIn, takeAnswer } from './replies.ts';
import { presentRecord, recordsOf, resultOf } from './results.ts';
import { changeCampaign, examineCampaign, writeCampaign } from './service.ts';
import {
  allShown,
  approveStanding,
  changeStanding,
  shownStanding,
  stopStanding,
  writeStanding,
} from './standing.ts';
import { previewOf } from './standing-preview.ts';
import {
  approveCampaign,
  finishCampaign,
  reopenCampaign,
  startCampaign,
  stopCampaign,
} from './steps.ts';

/** Campaigns on the wire. */
export function campaignsModule(app: FastifyInstance, host: Host): void {
  serveReplies(app, host);
  serveResults(app, host);
  serveStanding(app, host);
  serve(app, host, invitationRoutes, invitations);
  serve(app, host, heldInvitationRoutes, heldInvitations);
  const { cursors } = host;
  serve(app, host, campaignRoutes, {
    list: async (work, { query }) => {
      const after = cursors.open('campaigns', query.cursor);
      const rows = await pageOfCampaigns(work, query.state, after?.[0], sizeOf(query) + 1);
      return pageOf(cursors, 'campaigns', query, rows, ({ id }) => [id], presentEntry);
    },
    templates: async (work) => ({
      items: (await approvedTemplates(work)).map((template) => {
        const { id, name, edition, purpose, channel } = template;
        const shown = { id, name: `${name} · ${edition}`, purpose, channel };
        return { ...shown, namesLink: namesLink(template) };
      }),
    }),
    one: (work, { params }) => shown(work, params.campaignId),
    write: async (work, { body }) => shown(work, (await writeCampaign(work, body)).id),
    change: async (work, { params, body }, { expectedVersion }) =>
      shown(work, (await changeCampaign(work, params.campaignId, body, expectedVersion)).id),
    examine: async (work, { params }) =>
      shown(work, (await examineCampaign(work, params.campaignId)).id),
    approve: async (work, { params }) =>
      shown(work, (await approveCampaign(work, params.campaignId)).id),
    reopen: async (work, { params }) =>
      shown(work, (await reopenCampaign(work, params.campaignId)).id),
    start: async (work, { params }) =>
      shown(work, (await startCampaign(work, params.campaignId)).id),
    finish: async (work, { params }) =>
      shown(work, (await finishCampaign(work, params.campaignId)).id),
    stop: async (work, { params, body }) =>
      shown(work, (await stopCampaign(work, params.campaignId, body.reason)).id),
    contacts: async (work, { params, query }) => {
      const { campaignId } = params;
      if (!(await campaignById(work, campaignId))) throw notFound();
      const { way = null, roundId = null, state = null, reason = null } = query;
      const after = cursors.open('campaignContacts', query.cursor);
      const asked = { campaignId, way, roundId, state, reason, size: sizeOf(query) + 1 };
      const rows = await pageOfContacts(work, asked, after?.[0]);
      return pageOf(cursors, 'campaignContacts', query, rows, ({ id }) => [id], presentContact);
    },
  });
}

function serveReplies(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  const seen = async (work: Work, campaignId: string) => {
    const row = await campaignById(work, campaignId);
    if (!row) throw notFound();
    return row;
  };
  serve(app, host, replyRoutes, {
    seats: async (work, { params }) => seatsOf(work, await seen(work, params.campaignId)),
    list: async (work, { params, query }) => {
      const { id: campaignId } = await seen(work, params.campaignId);
      const { state = null, q = '' } = query;
      const after = cursors.open('campaignReplies', query.cursor);
      const asked = { campaignId, state, q: q.trim(), size: sizeOf(query) + 1 };
      const rows = await pageOfReplies(work, asked, after?.[0]);
      return pageOf(cursors, 'campaignReplies', query, rows, ({ id }) => [id], presentReply);
    },
    answer: async (work, { params, body }) => {
      await takeAnswer(work, params.campaignId, body);
      return presentReply((await replyOf(work, params.campaignId, body.customerId))!);
    },
    signIn: async (work, { params, body }) => {
      await signIn(work, params.campaignId, body);
      return presentReply((await replyOf(work, params.campaignId, body.customerId))!);
    },
  });
}

function serveResults(app: FastifyInstance, host: Host): void {
  serve(app, host, resultRoutes, {
    show: (work, { params }) => resultOf(work, params.campaignId),
    list: async (work, { query }) => {
      const list = 'campaignResults';
      const rows = await recordsOf(
        work,
        query,
        host.cursors.open(list, query.cursor),
        sizeOf(query) + 1,
      );
      const keyOf = ({ at, id }: ResultRecordRow) => [at.toISOString(), id];
      return pageOf(host.cursors, list, query, rows, keyOf, presentRecord);
    },
  });
}

function serveStanding(app: FastifyInstance, host: Host): void {
  serve(app, host, standingRoutes, {
    list: (work) => allShown(work),
    write: async (work, { body }) => shownStanding(work, await writeStanding(work, body)),
    change: async (work, { params, body }, { expectedVersion }) => {
      await changeStanding(work, params.standingCampaignId, body, expectedVersion);
      return shownStanding(work, params.standingCampaignId);
    },
    approve: async (work, { params }) => {
      await approveStanding(work, params.standingCampaignId);
      return shownStanding(work, params.standingCampaignId);
    },
    stop: async (work, { params }) => {
      await stopStanding(work, params.standingCampaignId);
      return shownStanding(work, params.standingCampaignId);
    },
    preview: (work, { params }) => previewOf(work, params.standingCampaignId),
  });
}

async function shown(work: Work, campaignId: string) {
  const campaign = await shownCampaign(work, campaignId);
  if (!campaign) throw notFound();
  return campaign;
}
