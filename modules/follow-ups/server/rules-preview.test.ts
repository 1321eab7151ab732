import { describe, expect } from 'vitest';
import { test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';
import { carSeen, night, people, planned, previewOf, setRule } from './rules.fixture.ts';

describe('the preview', () => {
  test('it tells by day and by person what the planner will do', async ({ shop }) => {
    const { agent, supervisor } = await people(shop);
    await shop.moveTo('2026-11-23T03:00:00.000Z');
    await carSeen(shop, '粤B40001', '2026-05-28');
    await carSeen(shop, '粤B40002', '2026-05-28');
    await carSeen(shop, '粤B40003', '2026-06-03');
    await carSeen(shop, '粤B40004', '2026-08-01');
    const terms = { isOn: true, earliestDays: 180, latestDays: 200, startsOn: '2026-11-23' };
    const preview = await previewOf(supervisor, 'longUnseen', terms);
    expect(preview).toMatchObject({ planned: 0, coming: 3, untilOn: '2027-01-22', lately: null });
    expect(preview.days).toEqual([
      { on: '2026-11-24', planned: 0, coming: 2 },
      { on: '2026-11-30', planned: 0, coming: 1 },
    ]);
    expect(preview.people).toEqual([
      { agentId: agent.id, name: agent.name, planned: 0, coming: 3 },
    ]);
    expect(preview.lines.map(({ onDate }) => onDate)).toEqual([
      '2026-11-24',
      '2026-11-24',
      '2026-11-30',
    ]);
    await setRule(supervisor, 'longUnseen', terms);
    await shop.moveTo('2026-11-24T03:00:00.000Z');
    await night(shop);
    expect(await planned(agent)).toHaveLength(2);
    const after = await previewOf(supervisor, 'longUnseen', terms);
    expect(after).toMatchObject({ planned: 2, coming: 1 });
  });

  test('cars in the shop are foreseen by the time promised; the one who serves is passed over', async ({
    shop,
  }) => {
    const both = await shop.employee('advisor', 'followUpAgent');
    const { agent, supervisor } = await people(shop);
    const visit = await endedVisit(shop, both);
    await shop.write(async (work) => {
      await work.insert('serviceOrders', {
        ...{ number: 'GD-1', vehicleId: visit.vehicleId, customerId: visit.customerId },
        ...{ state: 'inWork', customerWords: '保养', mileageKm: 1, advisorId: both.id },
        ...{ stateSince: work.now, receivedAt: work.now, kind: 'maintenance' },
        promisedAt: new Date('2026-11-24T08:00:00.000Z'),
      });
    });
    const preview = await previewOf(supervisor, 'first', {});
    expect(preview).toMatchObject({ planned: 1, coming: 1, lately: 1 });
    expect(preview.people).toEqual([
      { agentId: agent.id, name: agent.name, planned: 1, coming: 1 },
    ]);
    const narrow = { conditions: { orderKinds: ['bodyPaint' as const] } };
    expect(await previewOf(supervisor, 'first', narrow)).toMatchObject({ coming: 0, lately: 0 });
    expect(await previewOf(supervisor, 'first', { isOn: false })).toMatchObject({ coming: 0 });
    expect(await previewOf(supervisor, 'second', {})).toMatchObject({ planned: 1, coming: 1 });
  });
});
