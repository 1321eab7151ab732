import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { reading } from '#web/api.ts';
import { grouped } from '#web/figures.ts';
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
      {data && data.shops.length > 0 && <Shops report={data} />}
    </Page>
  );
}

const columns = ['shop', 'age', 'principal', 'gift', 'packages', 'opening'];

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
    ...(totals.openingFen > 0 ? ([[say('openingOwed'), totals.openingFen]] as const) : []),
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
    <SumTable title={say('byAge')} head={say('age')} more={[]}>
      {byAge.map((row) => (
        <SumRow key={row.age} name={sayOf('age', row.age)} owed={row} />
      ))}
    </SumTable>
  );
}

function Shops({ report: { shops } }: { report: Liability }) {
  const { say } = useMemberWords();
  return (
    <SumTable
      title={say('byShop')}
      head={say('shop')}
      more={[say('openingOwed'), say('points'), say('pointsValue'), say('count')]}
    >
      {shops.map((shop) => (
        <SumRow key={shop.orgUnitId} name={shop.name} owed={shop}>
          <td>
            <Money fen={shop.openingFen} />
          </td>
          <td className="figures">{grouped(shop.points)}</td>
          <td>
            <Money fen={shop.pointsFen} />
          </td>
          <td className="figures">{grouped(shop.members)}</td>
        </SumRow>
      ))}
    </SumTable>
  );
}

/** What is owed, a line each; `more` names the columns after the three sums. */
function SumTable(props: { title: string; head: string; more: string[]; children: ReactNode }) {
  const { title, head, more, children } = props;
  const { say } = useMemberWords();
  const columns = [say('principal'), say('gift'), say('packagesWorth'), ...more];
  return (
    <Card title={title}>
      <section className="member-scroll" aria-label={title}>
        <table className="member-table">
          <thead>
            <tr>
              {[head, ...columns].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </Card>
  );
}

const sums = ['principalFen', 'giftFen', 'packagesFen'] as const;
type Owed = Pick<Liability['byAge'][number], (typeof sums)[number]>;

function SumRow({ name, owed, children }: { name: string; owed: Owed; children?: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {sums.map((sum) => (
        <td key={sum}>
          <Money fen={owed[sum]} />
        </td>
      ))}
      {children}
    </tr>
  );
}
