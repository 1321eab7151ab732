import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { receptionRoutes } from '../contract.ts';
import { cardOfPlate, cardOfVehicle, deskFor } from './card.ts';
import { search } from './search.ts';

const usualSize = 8;

export function receptionModule(app: FastifyInstance, host: Host): void {
  serve(app, host, receptionRoutes, {
    search: (work, { query }) => search(work, query.q, query.limit ?? usualSize),
    cardOfVehicle: (work, { params }) => cardOfVehicle(work, params.vehicleId),
    cardOfPlate: (work, { query }, { language }) => cardOfPlate(work, query.plate, language),
    desk: (work) => deskFor(work),
  });
}
