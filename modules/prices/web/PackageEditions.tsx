import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type JobPackage, jobPackageRoutes } from '../contract.ts';
import type { At } from './PriceTable.tsx';
import { usePackageWords } from './usePriceWords.ts';

/** Who said what of a package from which day on, the latest day first. */
export function PackageEditions({ at: { orgUnitId }, row }: { at: At; row: JobPackage }) {
  const { say } = usePackageWords();
  const editions = useQuery(
    reading(jobPackageRoutes.history, {
      params: { jobPackageId: row.id },
      query: { ...(orgUnitId && { orgUnitId }) },
    }),
  );
  return (
    <section className="price-desk-editions">
      <h3>{say('history')}</h3>
      {editions.isLoading && <Waiting />}
      <ProblemNote problem={editions.error} />
      <ul>
        {editions.data?.items.map((each) => (
          <li key={each.id}>
            <span>{say('historyOf', { day: each.validFrom, unit: each.orgUnitName })}</span>
            <strong>
              {each.standing === 'notOffered' && say('ended')}
              {each.priceFen === null ? say('listSum') : <Money fen={each.priceFen} />}
            </strong>
            <span className="soft">{each.createdByName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
