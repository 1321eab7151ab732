import { guideRoutes } from '#modules/job-clock/contract.ts';
import { signOnRoutes } from '#modules/sign-on/contract.ts';
import type { TestShop } from '#test/tenant.ts';
import { furnishSamples } from './furnishing-surveys.ts';

let houses = 0;

/** What holds in every shop: another house that vouches for people, what a kind of job asks for. */
export async function furnishHouse(root: TestShop): Promise<void> {
  const owner = await root.employee('owner');
  await furnishSamples(owner);
  const jobWords = `举升机${houses}`;
  const guide = { jobWords, operation: '按表逐项', safety: '举升后上锁', certificate: '' };
  await owner.call(guideRoutes.addGuide, { body: guide });
  await owner.call(signOnRoutes.add, {
    body: {
      label: '集团账号',
      issuer: `https://login.example.org/${houses++}`,
      clientId: 'jingming',
      clientSecret: '',
      scopes: 'openid profile',
      usernameClaim: 'preferred_username',
      matchesUsername: false,
      emailDomains: [],
      newRoleKey: null,
      newUnitId: null,
      groupClaim: '',
      groupRoles: [],
      factorValues: [],
      endsThere: false,
      isEnabled: true,
    },
  });
}
