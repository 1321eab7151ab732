import { describe, expect } from 'vitest';
import { saveSetting } from '#modules/organisation/server/index.ts';
import { readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { openShopRoutes, shopPageRoutes } from '../contract.ts';
import { aPage, ask, houseIn, savePageBy } from './shop-page.fixture.ts';

const read = (house: string, slug = 'chengdong') =>
  `${openShopRoutes.read.path}?${new URLSearchParams({ house, slug })}`;

describe('the page of a shop', () => {
  test('CAR-07 a page that was written and opened is read by everybody, with nothing of a person', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const before = await owner.call(shopPageRoutes.read, {});
    expect(before).toMatchObject({ version: 0, isOpen: false, authorityPhone: '12315' });
    const page = await savePageBy(owner);
    const reply = await ask(shop, 'GET', read(houseIn(page.at)));
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual(page.shown);
    expect(page.shown).toMatchObject({
      name: page.orgUnitName,
      mapPoint: '114.305500,30.592800',
      transportPhone: '12328',
      kinds: ['maintenance', 'repair', 'inspection', 'wash'],
    });
    expect(reply.body).not.toContain(owner.id);
  });

  test('STD-03 a promise is the one that the system works by: terms, guarantee, hours, grace', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { shown } = await savePageBy(owner);
    expect(shown).toMatchObject({ answerHours: 24, graceMinutes: 30, rightsDays: 15 });
    expect(shown.guarantees).toEqual([
      { work: 'whole', days: 100, km: 20_000 },
      { work: 'secondary', days: 30, km: 5_000 },
      { work: 'light', days: 10, km: 2_000 },
    ]);
    expect(shown.week[0]).toEqual({
      weekday: 1,
      spans: [
        { from: '08:30', to: '12:00' },
        { from: '13:30', to: '18:00' },
      ],
    });
    const answer = { unassessed: 8, ordinary: 8, raised: 4, major: 2 };
    await shop.write((work) => saveSetting(work, 'complaints.terms', shop.unitPath, { answer }));
    const after = await owner.call(shopPageRoutes.read, {});
    expect(after.shown.answerHours).toBe(8);
  });

  test('CAR-07 a house, a name and a page that is closed are the same 404 to everybody', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { at } = await savePageBy(owner, { isOpen: false });
    const bodies = await Promise.all(
      [read(houseIn(at)), read(houseIn(at), 'nobody'), read('no-such-house')].map(async (path) => {
        const reply = await ask(shop, 'GET', path);
        const { requestId: _, instance: __, ...told } = reply.json();
        return { status: reply.statusCode, told };
      }),
    );
    expect(new Set(bodies.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(bodies[0]!.status).toBe(404);
  });

  test('CAR-07 who has the page already is told that it still holds, until it changes', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const page = await savePageBy(owner);
    const first = await ask(shop, 'GET', read(houseIn(page.at)));
    const etag = String(first.headers.etag);
    const again = () =>
      ask(shop, 'GET', read(houseIn(page.at)), undefined, { headers: { 'if-none-match': etag } });
    expect((await again()).statusCode).toBe(304);
    await savePageBy(owner, { intro: '搬到新址' });
    expect((await again()).statusCode).toBe(200);
  });

  test('CAR-07 a name in an address is one shop’s, and what others changed is not overwritten', async ({
    shop,
  }) => {
    const [north, south] = await sisterShops(shop);
    const here = await north.employee('owner');
    const there = await south.employee('owner');
    await savePageBy(here);
    await expect(savePageBy(there)).rejects.toMatchObject({ status: 422, code: 'slug_taken' });
    const stale = here.call(shopPageRoutes.save, { body: aPage() }, { version: 9 });
    await expect(stale).rejects.toMatchObject({ status: 412 });
    const others = { ...aPage({ slug: 'theirs' }), orgUnitId: north.unitId };
    const strange = there.call(shopPageRoutes.save, { body: others }, { version: 9 });
    await expect(strange).rejects.toMatchObject({ status: 404 });
  });

  test('CAR-07 who does not manage the shop neither reads nor writes its page', async ({
    shop,
  }) => {
    const technician = await shop.employee('technician');
    const saving = technician.call(shopPageRoutes.save, { body: aPage() });
    await expect(saving).rejects.toMatchObject({ status: 403 });
  });

  test('CAR-07 a page that is open has its poster with the code', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const url = `/api/v1${shopPageRoutes.poster.path}`;
    const headers = { cookie: owner.cookie };
    const early = await shop.http.inject({ method: 'GET', url, headers });
    expect(early.json()).toMatchObject({ status: 409, code: 'shop_page_closed' });
    const page = await savePageBy(owner);
    const poster = await shop.http.inject({ method: 'GET', url, headers });
    expect(poster.headers['content-type']).toBe('application/pdf');
    const paper = await readPdf(poster.rawPayload);
    expect(paper.qr).toBe(page.at);
    expect(paper.pages.join('')).toContain('24小时内答复');
    expect(paper.pages.join('')).toContain('12315');
  });
});
