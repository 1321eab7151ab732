import { parseArgs } from 'node:util';
import { rescue } from '#modules/people/server/index.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig, secretIn } from '#platform/config.ts';
import { Problem } from '#platform/problem.ts';
import { sealWith } from '#platform/seal.ts';
import { inPlainWords } from '../backup/plain-words.ts';
import { reachWriting } from './reach.ts';
import { tenantCalled } from './tenant.ts';

// npm run rescue -- --user wang [--tenant code] [--keep-factors]: a way in for somebody who lost his.
const { values } = parseArgs({
  options: {
    user: { type: 'string' },
    tenant: { type: 'string' },
    'keep-factors': { type: 'boolean', default: false },
  },
});
if (!values.user) {
  console.error('用法：npm run rescue -- --user 用户名 [--tenant 公司代码] [--keep-factors]');
  process.exit(2);
}
const refusals: Readonly<Record<string, string>> = {
  not_found: '没有这个用户名 / nobody is called so',
  employee_left: '此人已离职，请由店长重新办理入职 / has left; the manager takes him on again',
  tenant_needed: '服务器上有多家公司，请用 --tenant 指明 / name the company by --tenant',
  tenant_unknown: '没有这个公司代码 / no such company',
};
const username = values.user;
const withFactors = !values['keep-factors'];

await inPlainWords(async () => {
  const config = readConfig(process.env);
  const { database, end } = await reachWriting(config);
  try {
    const tenantId = await tenantCalled(database, values.tenant);
    const secrets = sealWith(secretIn(config.dataDir, 'cursor'));
    const now = systemClock.now();
    const asked = { tenantId, username, withFactors };
    const { name, password } = await rescue({ database, secrets, now }, asked);
    console.log(`\n${name}（${username}）的一次性密码 / one-time password\n\n    ${password}\n`);
    console.log('登录后须马上改成自己的密码。其他地方的登录已全部退出，负责人会收到通知。');
    if (withFactors) console.log('二次验证（验证器、通行密钥、恢复码）已清除，请重新设置。');
    console.log(
      'To be changed at the first sign-in. All sessions have ended; the owners are told.',
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(refusals[error.code] ?? error.code);
    process.exitCode = 1;
  } finally {
    await end();
  }
});
