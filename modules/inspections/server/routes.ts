import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import { type InspectionSheet, inspectionRoutes, templateRoutes } from '../contract.ts';
import { beginSheet } from './beginning.ts';
import { finish } from './finishing.ts';
import { sendSheet } from './sheet.ts';
import { listedSheets, shownSheet } from './show.ts';
import type { AskedSheet } from './taking.ts';
import { allTemplates, changeTemplate, draftTemplate, publishTemplate } from './templates.ts';
import { addPhoto, answerQuestion, ask, offer, removePhoto, save } from './writing.ts';

/** Something is done with it; the answer is the whole sheet as it stands then. */
const step =
  <Body>(take: (work: Work, asked: AskedSheet, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { inspectionSheetId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<InspectionSheet> => {
    const { inspectionSheetId } = params;
    await take(work, { inspectionSheetId, expectedVersion }, body);
    return shownSheet(work, inspectionSheetId);
  };

export function inspectionsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, templateRoutes, {
    list: async (work) => ({ items: await allTemplates(work) }),
    draft: (work, { body }) => draftTemplate(work, body),
    change: (work, { params, body }, { expectedVersion }) =>
      changeTemplate(work, { ...params, expectedVersion }, body),
    publish: (work, { params }, { expectedVersion }) =>
      publishTemplate(work, { ...params, expectedVersion }),
  });
  serve(app, host, inspectionRoutes, {
    ofOrder: async (work, { params }) => ({ items: await listedSheets(work, params.orderId) }),
    begin: async (work, { params, body }) =>
      shownSheet(work, await beginSheet(work, params.orderId, body.kind)),
    read: (work, { params }) => shownSheet(work, params.inspectionSheetId),
    save: step(save),
    addPhoto: step(addPhoto),
    removePhoto: async (work, { params }, { expectedVersion }) => {
      const { inspectionSheetId, inspectionPhotoId } = params;
      await removePhoto(work, { inspectionSheetId, expectedVersion }, inspectionPhotoId);
      return shownSheet(work, inspectionSheetId);
    },
    ask: step(ask),
    answer: async (work, { params, body }, { expectedVersion }) => {
      const { inspectionSheetId, inspectionQuestionId } = params;
      const asked = { inspectionSheetId, expectedVersion };
      await answerQuestion(work, asked, inspectionQuestionId, body);
      return shownSheet(work, inspectionSheetId);
    },
    offer: step(offer),
    finish: step(finish),
    sheet: (work, { params }, call) => sendSheet(work, params.inspectionSheetId, call),
  });
}
