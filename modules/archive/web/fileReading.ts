import type { QueryClient } from '@tanstack/react-query';
import { holdRoutes } from '#modules/document-holds/contract.ts';
import { duplicateRoutes } from '#modules/duplicates/contract.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { messageRoutes, threadAsked } from '#modules/messages/contract.ts';
import { proposalRoutes } from '#modules/reminders/contract.ts';
import { standingRoutes } from '#modules/segments/contract.ts';
import { call, reading } from '#web/api.ts';
import { layingOf } from '#web/brought.ts';
import type { Archive } from '../contract.ts';
import { fileRoutes } from '../contract-file.ts';
import { timelineRoutes } from '../contract-timeline.ts';
import { type VehicleFile, vehicleFileRoutes } from '../contract-vehicle.ts';

/** A customer's file; what other modules show beside it comes along, and is laid where their cards look for it. */
export function fileReading(client: QueryClient, customerId: string) {
  const params = { customerId };
  return {
    ...reading(fileRoutes.read, { params }),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Archive> => {
      const laying = layingOf(client, Date.now());
      const archive = await call(fileRoutes.read, { params }, { signal });
      const { member, standing, services, duplicates, holds, messages } = archive.cards;
      laying.one(memberRoutes.ofCustomer, { params }, member);
      laying.one(standingRoutes.ofCustomer, { params }, standing);
      laying.one(duplicateRoutes.ofCustomer, { params }, duplicates);
      laying.one(holdRoutes.ofCustomer, { params }, holds);
      laying.list(proposalRoutes.list, { query: { customerId } }, services);
      laying.list(messageRoutes.thread, { params, query: threadAsked }, messages);
      return archive;
    },
  };
}

/** A car's file; the cards beside it find theirs laid. */
export function vehicleFileReading(client: QueryClient, vehicleId: string) {
  const params = { vehicleId };
  return {
    ...reading(vehicleFileRoutes.read, { params }),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<VehicleFile> => {
      const laying = layingOf(client, Date.now());
      const file = await call(vehicleFileRoutes.read, { params }, { signal });
      laying.one(duplicateRoutes.ofVehicle, { params }, file.duplicates);
      laying.list(proposalRoutes.list, { query: { vehicleId } }, file.services);
      laying.list(timelineRoutes.ofVehicle, { params, query: {} }, file.timeline);
      return file;
    },
  };
}
