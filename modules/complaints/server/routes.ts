import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import { type Complaint, complaintRoutes } from '../contract.ts';
import type { ComplaintStep } from '../lifecycle.ts';
import { sendAgreement, sendFile } from './paper.ts';
import { complaintFigures, listComplaints, matchesOf, oneComplaint } from './reading.ts';
import { tellReceived } from './receipt.ts';
import { receiveComplaint } from './receive.ts';
import { workHandlers } from './routes-work.ts';
import { listOwnTasks } from './show-work.ts';
import * as steps from './steps.ts';
import type { Taken } from './taking.ts';

/** A step, and then the record as it stands after it. */
const stepping =
  <Name extends ComplaintStep>(
    step: (work: Work, which: Taken, body: BodyOf<(typeof complaintRoutes)[Name]>) => Promise<void>,
  ) =>
  async (
    work: Work,
    input: { params: { complaintId: string }; body: BodyOf<(typeof complaintRoutes)[Name]> },
    { expectedVersion }: Call,
  ): Promise<Complaint> => {
    const { complaintId } = input.params;
    await step(work, { complaintId, expectedVersion }, input.body);
    return oneComplaint(work, complaintId);
  };

export function complaintsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, complaintRoutes, {
    list: (work, { query }) => listComplaints(work, query, host),
    one: (work, { params }) => oneComplaint(work, params.complaintId),
    receive: async (work, { body }) => {
      const { id } = await receiveComplaint(work, body);
      return oneComplaint(work, id);
    },
    matches: async (work, { query }) => ({ items: await matchesOf(work, query.q) }),
    tellReceived: stepping<'tellReceived'>(tellReceived),
    acknowledge: stepping<'acknowledge'>(steps.acknowledge),
    assess: stepping<'assess'>(steps.assess),
    assign: stepping<'assign'>(steps.assign),
    investigate: stepping<'investigate'>(steps.investigate),
    propose: stepping<'propose'>(steps.propose),
    reportBack: stepping<'reportBack'>(steps.reportBack),
    askSatisfaction: stepping<'askSatisfaction'>(steps.askSatisfaction),
    noteLesson: stepping<'noteLesson'>(steps.noteLesson),
    close: stepping<'close'>(steps.close),
    closeByException: stepping<'closeByException'>(steps.closeByException),
    watch: stepping<'watch'>(steps.watch),
    reopen: stepping<'reopen'>(steps.reopen),
    note: stepping<'note'>(steps.note),
    ...workHandlers,
    file: (work, { params }, call) => sendFile(work, params.complaintId, call),
    agreement: (work, { params }, call) =>
      sendAgreement(work, params.complaintId, params.complaintSolutionId, call),
    ownTasks: (work, { query }) => listOwnTasks(work, query, host),
    figures: (work, { query }) => complaintFigures(work, query.from, query.to),
  });
}
