import { Reception } from '#modules/check-ins/server/check-ins.fixture.ts';
import type { TestShop } from '#test/tenant.ts';

/** Cars on their way in: one being written, with photos, one signed and corrected. */
export async function furnishCheckIns(shop: TestShop, nextPlate: () => string): Promise<void> {
  const open = await Reception.begin(shop, nextPlate());
  await open.save();
  await open.photograph({ markNumber: 1, caption: '左前门' });
  const signed = await Reception.begin(shop, nextPlate());
  await signed.save();
  await signed.photograph({ caption: '仪表' });
  await signed.sign();
  await signed.correct();
}
