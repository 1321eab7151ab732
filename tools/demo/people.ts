import { randomInt } from 'node:crypto';
import {
  giveRoles,
  hashPassword,
  insertEmployee,
  insertLogin,
} from '#modules/people/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { Place, Staff } from './shop.ts';

interface SamplePerson {
  username: string;
  name: string;
  post: string;
  role: string;
}
const people: readonly SamplePerson[] = [
  { username: 'dianzhang', name: '周建国', post: '店长', role: 'owner' },
  { username: 'guwen', name: '林晓东', post: '服务顾问', role: 'advisor' },
  { username: 'guwen2', name: '许静', post: '服务顾问', role: 'advisor' },
  { username: 'jishi', name: '马军', post: '机电技师', role: 'technician' },
  { username: 'jishi2', name: '何鹏飞', post: '机电技师', role: 'technician' },
  { username: 'banzu', name: '郑国华', post: '班组长', role: 'inspector' },
  { username: 'jianyan', name: '陈志强', post: '总检验员', role: 'inspector' },
  { username: 'kefu', name: '李梅', post: '客服专员', role: 'followUpAgent' },
  { username: 'kefu2', name: '王婷', post: '客服专员', role: 'followUpAgent' },
  { username: 'zhuguan', name: '高慧', post: '客服主管', role: 'supervisor' },
  { username: 'shouyin', name: '宋丽', post: '收银员', role: 'cashier' },
];

export interface NewLogin {
  name: string;
  post: string;
  username: string;
  password: string;
}

/** Who founds a sample shop where there is none: its manager, with his login. */
export async function sampleFounder() {
  const { name, post, username } = people[0]!;
  const password = drawnPassword();
  return {
    login: { name, post, username, password },
    founding: { employeeName: name, username, passwordHash: await hashPassword(password) },
  };
}

/** The people of the sample shop, each with a password drawn at random and shown once. */
export async function hirePeople(
  work: Work,
  place: Place,
  founderId: string | undefined,
): Promise<{ staff: Staff; logins: NewLogin[] }> {
  const ids = new Map<string, string>();
  const logins: NewLogin[] = [];
  if (founderId) ids.set(people[0]!.username, founderId);
  for (const { username, name, post, role } of people) {
    if (ids.has(username)) continue;
    const { orgUnitId, orgPath } = place;
    const { id } = await insertEmployee(work, { orgUnitId, orgPath, name, post });
    const password = drawnPassword();
    await insertLogin(work, {
      employeeId: id,
      username,
      passwordHash: await hashPassword(password),
      changedAt: work.now,
    });
    await giveRoles(work, id, [role], orgPath);
    ids.set(username, id);
    logins.push({ name, post, username, password });
  }
  const idOf = (username: string) => ids.get(username)!;
  const staff: Staff = {
    advisors: [idOf('guwen'), idOf('guwen2')],
    technicians: [idOf('jishi'), idOf('jishi2')],
    teamLeader: idOf('banzu'),
    inspector: idOf('jianyan'),
    agents: [idOf('kefu'), idOf('kefu2')],
    supervisor: idOf('zhuguan'),
    owner: idOf('dianzhang'),
  };
  return { staff, logins };
}

/** Three groups of four letters and digits without look-alikes: 57 bits, and easy to type from paper. */
function drawnPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}
