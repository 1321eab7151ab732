import type { FastifyInstance } from 'fastify';
import { archiveModule } from '#modules/archive/server/index.ts';
import { auditModule } from '#modules/audit/server/index.ts';
import { commitmentsModule } from '#modules/commitments/server/index.ts';
import { complaintsModule } from '#modules/complaints/server/index.ts';
import { customersModule } from '#modules/customers/server/index.ts';
import { duplicatesModule } from '#modules/duplicates/server/index.ts';
import { filesModule } from '#modules/files/server/index.ts';
import { followUpsModule } from '#modules/follow-ups/server/index.ts';
import { importsModule } from '#modules/imports/server/index.ts';
import { linksModule } from '#modules/links/server/index.ts';
import { messagesModule } from '#modules/messages/server/index.ts';
import { organisationModule } from '#modules/organisation/server/index.ts';
import { type Identity, peopleModule } from '#modules/people/server/index.ts';
import { privacyModule } from '#modules/privacy/server/index.ts';
import { receptionModule } from '#modules/reception/server/index.ts';
import { serviceOrdersModule } from '#modules/service-orders/server/index.ts';
import { signOnModule } from '#modules/sign-on/server/index.ts';
import { vehiclesModule } from '#modules/vehicles/server/index.ts';
import { webhooksModule } from '#modules/webhooks/server/index.ts';
import type { Host } from '#platform/host.ts';

/** Every module that is on the wire, top to bottom as in `modules/map.ts`. */
export function serveModules(app: FastifyInstance, host: Host, identity: Identity): void {
  organisationModule(app, host);
  peopleModule(app, host, identity);
  signOnModule(app, host);
  filesModule(app, host);
  linksModule(app, host);
  privacyModule(app, host);
  commitmentsModule(app, host);
  customersModule(app, host);
  vehiclesModule(app, host);
  messagesModule(app, host);
  importsModule(app, host);
  serviceOrdersModule(app, host);
  complaintsModule(app, host);
  followUpsModule(app, host);
  duplicatesModule(app, host);
  archiveModule(app, host);
  receptionModule(app, host);
  auditModule(app, host);
  webhooksModule(app, host);
}
