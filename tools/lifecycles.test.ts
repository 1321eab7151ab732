import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { appointmentLife } from '#modules/appointments/lifecycle.ts';
import { briefLife } from '#modules/briefs/lifecycle.ts';

import { checkLife } from '#modules/call-checks/lifecycle.ts';
import { campaignLife, roundLife, standingLife } from '#modules/campaigns/lifecycle.ts';

import { invoiceLife } from '#modules/cashier/lifecycle.ts';
import { checkInLife } from '#modules/check-ins/lifecycle.ts';
import { commitmentLife } from '#modules/commitments/lifecycle.ts';
import { levelLife } from '#modules/complaint-levels/lifecycle.ts';
import { reportLife } from '#modules/complaint-reports/lifecycle.ts';
import { measureLife, reviewLife } from '#modules/complaint-reviews/lifecycle.ts';
import {
  complaintSolutionLife,
  complaintTaskLife,
} from '#modules/complaints/contract-work-vocabulary.ts';
import { complaintLifecycle } from '#modules/complaints/lifecycle.ts';
import { packLife } from '#modules/deliveries/lifecycle.ts';
import { holdLife } from '#modules/document-holds/lifecycle.ts';
import { exportLife } from '#modules/exports/lifecycle.ts';
import { followUpLifecycle, matterLifecycle } from '#modules/follow-ups/lifecycle.ts';
import { genuineCodeLife } from '#modules/genuine-check/lifecycle.ts';
import { recordLife } from '#modules/health-records/lifecycle.ts';
import { batchLifecycle } from '#modules/imports/lifecycle.ts';
import { incomingMailLife } from '#modules/incoming-mails/lifecycle.ts';
import { sheetLife, templateLife } from '#modules/inspections/lifecycle.ts';
import { letterLife } from '#modules/letters/lifecycle.ts';
import { refundLifecycle } from '#modules/members/lifecycle.ts';
import { templateLife as messageTemplateLife } from '#modules/message-templates/lifecycle.ts';
import { messageLife } from '#modules/messages/lifecycle.ts';
import { loanLife, tripLife } from '#modules/mobility/lifecycle.ts';
import { employmentLife } from '#modules/people/lifecycle.ts';
import { phoneCallLife } from '#modules/phone-calls/lifecycle.ts';
import { rightsRequestLife } from '#modules/privacy/lifecycle.ts';
import { repeatLife } from '#modules/repeat-repairs/lifecycle.ts';
import { orderLifecycle } from '#modules/service-orders/lifecycle.ts';
import { subletLife } from '#modules/sublets/lifecycle.ts';
import { invitationLife } from '#modules/surveys/lifecycle.ts';
import { trainingCaseLife } from '#modules/training-cases/lifecycle.ts';
import { deliveryLife, webhookLife } from '#modules/webhooks/lifecycle.ts';
import type { Lifecycle } from '#shared/lifecycle.ts';
import { testServer } from '#test/server.ts';

interface Life {
  table: string;
  life: Lifecycle<string, string>;
  /** States that a record may begin in besides the first. */
  begins?: readonly string[];
  /** Moves that no step makes: what the background does. */
  moves?: readonly (readonly [from: string, to: string])[];
}
const lives: readonly Life[] = [
  { table: 'appointments', life: appointmentLife },
  { table: 'invoices', life: invoiceLife },
  { table: 'commitments', life: commitmentLife },
  { table: 'call_checks', life: checkLife },
  { table: 'complaint_reports', life: reportLife },
  { table: 'complaints', life: complaintLifecycle },
  { table: 'document_holds', life: holdLife },
  { table: 'complaint_tasks', life: complaintTaskLife },
  { table: 'complaint_solutions', life: complaintSolutionLife },
  { table: 'complaint_levels', life: levelLife },
  { table: 'complaint_reviews', life: reviewLife },
  { table: 'complaint_measures', life: measureLife },
  { table: 'training_cases', life: trainingCaseLife },
  { table: 'briefs', life: briefLife },
  { table: 'follow_ups', life: followUpLifecycle },
  { table: 'matters', life: matterLifecycle },
  { table: 'phone_calls', life: phoneCallLife },
  { table: 'incoming_mails', life: incomingMailLife },
  { table: 'member_refunds', life: refundLifecycle },
  { table: 'message_templates', life: messageTemplateLife },
  { table: 'letters', life: letterLife },
  { table: 'campaigns', life: campaignLife },
  { table: 'campaign_rounds', life: roundLife },
  { table: 'standing_campaigns', life: standingLife },
  { table: 'messages', life: messageLife, begins: ['received'] },
  { table: 'genuine_codes', life: genuineCodeLife },
  { table: 'list_exports', life: exportLife },
  { table: 'employees', life: employmentLife },
  { table: 'rights_requests', life: rightsRequestLife },
  { table: 'service_orders', life: orderLifecycle },
  { table: 'check_ins', life: checkInLife },
  { table: 'delivery_packs', life: packLife },
  { table: 'trips', life: tripLife },
  { table: 'repeat_repairs', life: repeatLife },
  { table: 'sublets', life: subletLife },
  { table: 'health_records', life: recordLife },
  { table: 'loans', life: loanLife },
  { table: 'inspection_sheets', life: sheetLife },
  { table: 'inspection_templates', life: templateLife },
  { table: 'survey_invitations', life: invitationLife },
  { table: 'webhooks', life: webhookLife },
  { table: 'webhook_deliveries', life: deliveryLife },
  { table: 'inbound_endpoints', life: webhookLife },
  {
    table: 'import_batches',
    life: batchLifecycle,
    moves: [
      ['reading', 'judging'],
      ['reading', 'failed'],
      ['judging', 'judged'],
      ['importing', 'imported'],
      ['undoing', 'undone'],
    ],
  },
];

let owner: pg.Client;
beforeAll(async () => {
  await testServer();
  owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
});
afterAll(() => owner.end());

describe.for(lives)('$table', ({ table, life, begins = [], moves = [] }) => {
  test('the database allows the states of the life cycle and no other', async () => {
    const { rows } = await owner.query<{ rule: string }>(
      `select pg_get_constraintdef(oid) as rule from pg_constraint
        where contype = 'c' and conrelid = $1::regclass and conname = $1 || '_state_check'`,
      [table],
    );
    const allowed = [...(rows[0]?.rule ?? '').matchAll(/'([^']+)'/g)].map(([, state]) => state);
    expect(allowed.toSorted()).toEqual([...life.states].toSorted());
  });

  test('every state is reached from where a record begins', () => {
    const reached = new Set([life.initial, ...begins]);
    for (const state of reached) {
      for (const step of life.allowed(state)) reached.add(life.next(step, state));
      for (const [from, to] of moves) if (from === state) reached.add(to);
    }
    expect(life.states.filter((state) => !reached.has(state))).toEqual([]);
  });
});
