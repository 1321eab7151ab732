import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entranceRoutes } from '#modules/people/contract.ts';
import { orderLinkRoutes, serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { callerOver } from '#shared/call.ts';
import { closeBrowser, withPage } from '#test/browser.ts';
import { startServer } from './server.ts';

/** A telephone of a few years ago on a slow line: four times slower, 1.6 Mbit/s, 150 ms (the customer's first view). */
const slow = { cpu: 4, bitsPerSecond: 1_600_000, latencyMs: 150 } as const;
const agent =
  'Mozilla/5.0 (Linux; Android 12; M2012K11AC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';
const mostMs = 2500;
const mostShift = 0.1;

interface View {
  usableMs: number;
  provedMs: number;
  kilobytes: number;
  requests: number;
  shift: number;
}

/** How long a customer waits for his page: opened by a link in a browser that never saw it, and after the digits. */
export async function benchPhone({ times }: { times: number }): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jingming-phone-'));
  const server = await startServer(dataDir);
  try {
    const address = await linkAt(server.base, times);
    const views: View[] = [];
    for (let time = 0; time < times; time++) views.push(await viewOf(server.base, address));
    const middle = (pick: (view: View) => number) =>
      views.map(pick).toSorted((one, other) => one - other)[Math.floor(times / 2)]!;
    const figures = {
      ...{ bench: 'phone', times, ...slow },
      usableMs: middle(({ usableMs }) => usableMs),
      provedMs: middle(({ provedMs }) => provedMs),
      kilobytes: middle(({ kilobytes }) => kilobytes),
      requests: middle(({ requests }) => requests),
      shift: Math.max(...views.map(({ shift }) => shift)),
      mostMs,
    };
    console.log(JSON.stringify(figures));
    return figures.usableMs <= mostMs && figures.shift <= mostShift ? 0 : 1;
  } finally {
    await closeBrowser();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A quotation that waits, and the link to it. */
async function linkAt(base: string, times: number): Promise<string> {
  let cookie = '';
  const call = callerOver(async ({ method, path, body, headers }) => {
    const answer = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json', cookie, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await answer.text();
    const head = Object.fromEntries(answer.headers);
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: head,
    };
  });
  const employee = {
    employeeName: '周建国',
    username: 'zhoujianguo',
    password: '春天的早上去跑步',
  };
  await call(entranceRoutes.setup, { body: { tenantName: '城东汽车服务中心', ...employee } });
  const { vehicleId } = await call(vehicleRoutes.arrive, {
    body: { plate: '鄂A12345', customerName: '单小红', phone: '13871234567', model: '秦PLUS' },
  });
  const { id: orderId } = await call(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '过坎时右前有响声', mileageKm: 42_300 },
  });
  const params = { orderId };
  const inspection = { methods: ['look' as const], findings: [], grade: 'secondary' as const };
  await call(serviceOrderRoutes.inspect, { params, body: inspection });
  const lines = ['二级维护', '更换右前下摆臂', '天窗排水管疏通'].map((description) => ({
    ...{ description, labourFen: 27_000, parts: [] },
  }));
  await call(serviceOrderRoutes.estimate, { params, body: { lines } });
  const body = { maxUses: Math.min(times + 1, 100) };
  const { url } = await call(orderLinkRoutes.makeLink, { params, body });
  return new URL(url).pathname + new URL(url).hash;
}

function viewOf(base: string, address: string): Promise<View> {
  return withPage(
    { baseUrl: base, width: 390, height: 844, userAgent: agent },
    async ({ page }) => {
      const devtools = await page.context().newCDPSession(page);
      const perSecond = slow.bitsPerSecond / 8;
      const line = {
        latency: slow.latencyMs,
        downloadThroughput: perSecond,
        uploadThroughput: perSecond,
      };
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line });
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
      let bytes = 0;
      let requests = 0;
      devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
        requests += 1;
      });
      await page.addInitScript(() => {
        Object.assign(globalThis, { shifted: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            (globalThis as unknown as { shifted: number }).shifted += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const began = performance.now();
      await page.goto(address, { waitUntil: 'commit' });
      const field = page.getByLabel('手机号最后四位');
      await field.waitFor();
      const usableMs = Math.round(performance.now() - began);
      await field.fill('4567');
      const asked = performance.now();
      await page.keyboard.press('Enter');
      await page.getByText('请确认报价').waitFor();
      const provedMs = Math.round(performance.now() - asked);
      const shift = await page.evaluate(
        () => (globalThis as unknown as { shifted: number }).shifted,
      );
      return { usableMs, provedMs, kilobytes: Math.round(bytes / 1024), requests, shift };
    },
  );
}
