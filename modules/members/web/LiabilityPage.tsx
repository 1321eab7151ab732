import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { reading } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { useModules } from '#web/modules.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type Liability, memberRoutes as routes } from '../contract.ts';
import './members.css';
import { useMemberWords } from './useMemberWords.ts';

/** What the house owes its members: by shop, and by how long ago it was paid. */
export default function LiabilityPage() {
  const { say } = useMemberWords();
  const { data, error } = useQuery(reading(routes.liability, {}));
  return (
    <Page
      title={say('liability')}
      note={
        data && (
          <>
            {say('asOf', { day: data.asOf })} ·{' '}
            <span className={data.isProved ? 'member-proved' : 'member-stopped'}>
              {say(data.isProved ? 'proved' : 'notProved')}
            </span>
          </>
        )
      }
      actions={<TakeOut />}
    >
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && <Totals report={data} />}
      {data && <Ages report={data} />}
      {data && <Shops report={data} />}
    </Page>
  );
}

const columns = ['shop', 'age', 'principal', 'gift', 'packages'];

/** The lines as a workbook, in the way of every list. */
function TakeOut() {
  const { say } = useMemberWords();
  const { ListTools } = useModules().find((module) => module.ListTools) ?? {};
  if (!ListTools) return null;
  return (
    <Suspense>
      <ListTools
        route={routes.listLiability}
        query={{}}
        columns={columns}
        label={say('liability')}
      />
    </Suspense>
  );
}

function Totals({ report: { totals } }: { report: Liability }) {
  const { say } = useMemberWords();
  const figures = [
    [say('allOwed'), totals.allFen],
    [say('principal'), totals.principalFen],
    [say('gift'), totals.giftFen],
    [say('packagesWorth'), totals.packagesFen],
    [say('pointsValue'), totals.pointsFen],
  ] as const;
  return (
    <Card>
      <dl className="member-figures member-figures-many">
        {figures.map(([name, fen]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Money fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Ages({ report: { byAge } }: { report: Liability }) {
  const { say, sayOf } = useMemberWords();
  return (
    <Card title={say('byAge')}>
      <div className="member-scroll">
        <table className="member-table">
          <thead>
            <tr>
              <th>{say('byAge')}</th>
              <th>{say('principal')}</th>
              <th>{say('gift')}</th>
              <th>{say('packagesWorth')}</th>
            </tr>
          </thead>
          <tbody>
            {byAge.map((row) => (
              <tr key={row.age}>
                <th>{sayOf('age', row.age)}</th>
                <td>
                  <Money fen={row.principalFen} />
                </td>
                <td>
                  <Money fen={row.giftFen} />
                </td>
                <td>
                  <Money fen={row.packagesFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Shops({ report: { shops } }: { report: Liability }) {
  const { say } = useMemberWords();
  return (
    <Card title={say('shop')}>
      <div className="member-scroll">
        <table className="member-table">
          <thead>
            <tr>
              <th>{say('shop')}</th>
              <th>{say('count')}</th>
              <th>{say('principal')}</th>
              <th>{say('gift')}</th>
              <th>{say('packagesWorth')}</th>
              <th>{say('points')}</th>
              <th>{say('pointsValue')}</th>
            </tr>
          </thead>
          <tbody>
            {shops.map((shop) => (
              <tr key={shop.orgUnitId}>
                <th>{shop.name}</th>
                <td className="figures">{shop.members}</td>
                <td>
                  <Money fen={shop.principalFen} />
                </td>
                <td>
                  <Money fen={shop.giftFen} />
                </td>
                <td>
                  <Money fen={shop.packagesFen} />
                </td>
                <td className="figures">{shop.points}</td>
                <td>
                  <Money fen={shop.pointsFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
