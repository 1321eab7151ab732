import { permissions } from '#modules/people/contract.ts';
import type { Run } from '../harness.ts';
import { type Stage, type Tally, tryAll } from './matrix.ts';
import type { Principal } from './principals.ts';
import { withoutTenantChecks } from './walls.ts';

/**
 * The cells of the stranger's things once more with the application's own checks off: no statement names its tenant,
 * everybody may do everything everywhere. Row-level security has to hold alone (G-11).
 */
export async function tryPoliciesAlone(stage: Stage, run: Run): Promise<Tally> {
  const { host } = stage.app;
  const { whoAsks } = host;
  host.whoAsks = async (request) => ({
    ...(await whoAsks(request)),
    permissions: new Set(permissions),
    scopes: [''],
  });
  stage.rewound.rewrite = withoutTenantChecks;
  try {
    const fail = (what: string) => run.fail(`with row-level security alone, ${what}`);
    return await tryAll(stage, strangersCells(stage), allPowerful(stage), { fail }, drawOf(run));
  } finally {
    host.whoAsks = whoAsks;
    stage.rewound.rewrite = (text) => text;
  }
}

/** The same cells past row-level security: the application's own checks have to hold alone. */
export async function tryApplicationAlone(stage: Stage, run: Run): Promise<Tally> {
  stage.rewound.isBehindPolicies = false;
  try {
    const owners = stage.principals.filter(({ name }) => name.startsWith('owner'));
    const fail = (what: string) => run.fail(`without row-level security, ${what}`);
    return await tryAll(stage, strangersCells(stage), owners, { fail }, drawOf(run));
  } finally {
    stage.rewound.isBehindPolicies = true;
  }
}

const drawOf = ({ isLong, random }: Run) => (isLong ? undefined : random);

const strangersCells = ({ cells }: Stage) => cells.filter(({ place }) => place !== 'sister');

/** Those of the home tenant who get in at all, as the switched-off application takes them. */
const allPowerful = ({ principals }: Stage): Principal[] =>
  principals
    .filter(({ name }) => name === 'owner here' || name === 'one without a role')
    .map((principal) => ({ ...principal, permissions: new Set(permissions), scopes: [''] }));
