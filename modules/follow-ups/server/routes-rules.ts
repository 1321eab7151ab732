import type { FastifyInstance } from 'fastify';
import { employeesWith } from '#modules/people/server/index.ts';
import { postKeys } from '#modules/staffing/contract.ts';
import { postNameOf } from '#modules/staffing/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { followUpRuleRoutes } from '../contract.ts';
import { previewRule } from './rules-preview.ts';
import {
  editionsShown,
  ownPlace,
  ruleShown,
  rulesShown,
  setRule,
  withdrawRule,
} from './rules-service.ts';

/** The rules of following up, for the caller's own unit. */
export function serveRules(app: FastifyInstance, host: Host): void {
  serve(app, host, followUpRuleRoutes, {
    list: async (work) => ({
      items: await rulesShown(work),
      callers: (await employeesWith(work, 'followUps.call', ownPlace(work))).map(
        ({ id, name }) => ({ id, name }),
      ),
      posts: postKeys.map((key) => ({ key, name: postNameOf(key) })),
    }),
    editions: async (work, { params }) => ({ items: await editionsShown(work, params.occasion) }),
    set: async (work, { params, body }) => {
      await setRule(work, params.occasion, body);
      return ruleShown(work, params.occasion);
    },
    withdraw: async (work, { params, body }) => {
      await withdrawRule(work, params.occasion, body.basedOn);
      return ruleShown(work, params.occasion);
    },
    preview: (work, { params, body }) => previewRule(work, params.occasion, body),
  });
}
