import type { FastifyInstance } from 'fastify';
import { makeLink } from '#modules/links/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import {
  figureRoutes,
  heldSurveyRoutes,
  invitationRoutes,
  questionnaireRoutes,
  sampleRoutes,
} from '../contract.ts';
import { answerByCall, answerByLink } from './answering.ts';
import { publish, setRules, shownQuestionnaires } from './editions.ts';
import { surveyFigures, surveyPatterns } from './figures.ts';
import { invitationById } from './queries.ts';
import {
  countDue,
  countInvitations,
  type InvitationFilter,
  pageOfDue,
  pageOfInvitations,
  type ShownRow,
} from './queries-lists.ts';
import { countSamples, pageOfSamples } from './queries-samples.ts';
import { checkAnswer, drawSample, presentSample, shownSample } from './samples.ts';
import { heldSurvey, presentInvitation, seesSealed, shownInvitation } from './show.ts';

export function surveysModule(app: FastifyInstance, host: Host): void {
  serve(app, host, questionnaireRoutes, {
    current: (work) => shownQuestionnaires(work),
    publish: (work, { body }) => publish(work, body),
    setRules: (work, { body }) => setRules(work, body),
  });
  serve(app, host, invitationRoutes, {
    list: (work, { query }) => listInvitations(work, query, host),
    read: (work, { params }) => shownInvitation(work, params.surveyInvitationId),
    record: async (work, { params, body }, { expectedVersion }) => {
      const { surveyInvitationId: invitationId } = params;
      await answerByCall(work, { invitationId, expectedVersion }, body.answers);
      return shownInvitation(work, invitationId);
    },
    preview: (work, { params }) => heldSurvey(work, params.surveyInvitationId),
    makeLink: async (work, { params, body }) => {
      const about = await invitationById(work, params.surveyInvitationId);
      if (!about) throw notFound();
      if (about.state === 'planned') throw new Problem(409, 'survey_not_yet');
      const { validDays = 7, maxUses = 20 } = body;
      return makeLink(work, host.publicUrl, { purpose: 'survey', about, validDays, maxUses });
    },
  });
  serve(app, host, heldSurveyRoutes, {
    read: (work, { params }) => heldSurvey(work, params.surveyInvitationId),
    answer: async (work, { params, body }, { request }) => {
      await answerByLink(work, params.surveyInvitationId, body.answers, request);
      return heldSurvey(work, params.surveyInvitationId);
    },
  });
  serve(app, host, figureRoutes, {
    figures: (work, { query }) => surveyFigures(work, query),
    patterns: (work, { query }) => surveyPatterns(work, query),
  });
  serve(app, host, sampleRoutes, {
    list: async (work, { query }) => {
      const after = afterOf(host.cursors.open('surveySamples', query.cursor), sizeOf(query) + 1);
      const rows = await pageOfSamples(work, after);
      const keyOf = ({ createdAt, id }: (typeof rows)[number]) => [createdAt.toISOString(), id];
      const page = pageOf(host.cursors, 'surveySamples', query, rows, keyOf, presentSample);
      return query.count ? { ...page, total: await countSamples(work) } : page;
    },
    draw: async (work, { body }) => shownSample(work, await drawSample(work, body)),
    read: (work, { params }) => shownSample(work, params.surveySampleId),
    check: async (work, { params, body }) => {
      await checkAnswer(work, params.surveySampleId, body);
      return shownSample(work, params.surveySampleId);
    },
  });
}

type Asked = QueryOf<typeof invitationRoutes.list>;

async function listInvitations(work: Work, query: Asked, { cursors }: Host) {
  const seesAll = seesSealed(work.actor);
  const { due = false } = query;
  const list = due ? 'surveys.due' : 'surveys';
  const after = afterOf(cursors.open(list, query.cursor), sizeOf(query) + 1);
  const given = filterOf(query, seesAll);
  const rows = due
    ? await pageOfDue(work, after, seesAll)
    : await pageOfInvitations(work, given, after);
  const keyOf = (row: ShownRow) => [(due ? row.callAt! : row.anchoredAt).toISOString(), row.id];
  const page = pageOf(cursors, list, query, rows, keyOf, (row) => presentInvitation(work, row));
  if (!query.count) return page;
  return { ...page, total: due ? await countDue(work) : await countInvitations(work, given) };
}

const filterOf = (query: Asked, seesAll: boolean): InvitationFilter => ({
  occasion: query.occasion ?? null,
  state: query.state ?? null,
  low: query.low ?? null,
  orgUnitId: query.orgUnitId ?? null,
  advisorId: query.advisorId ?? null,
  technicianId: query.technicianId ?? null,
  sentFrom: instantOf(query['sentAt.gte']),
  sentUntil: instantOf(query['sentAt.lt']),
  seesAll,
});
const instantOf = (given: string | undefined) => (given === undefined ? null : new Date(given));

const afterOf = (after: readonly unknown[] | null, size: number) => ({
  afterAt: after ? new Date(String(after[0])) : null,
  afterId: after ? String(after[1]) : null,
  size,
});
