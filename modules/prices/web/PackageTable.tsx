import { formatFen } from '#shared/money.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type JobPackage, jobPackageRoutes } from '../contract.ts';
import type { At } from './PriceTable.tsx';
import { usePackageWords } from './usePriceWords.ts';

/** The packages of a place on a day: what is in them, what they cost singly and together, or why they cannot be quoted. */
export default function PackageTable({
  at,
  onOpen,
}: {
  at: At;
  onOpen: (row: JobPackage) => void;
}) {
  const { say } = usePackageWords();
  const [{ q, ended }] = useAddress();
  const query = { ...at, ...(q && { q }), ...(ended && { withEnded: true }) };
  const list = useRows(jobPackageRoutes.list, { query });
  return (
    <ResourceTable
      label={say('packages')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      empty={<EmptyState icon="money" title={say('nonePackages')} next={say('nonePackagesNext')} />}
    />
  );
}

function useColumns(): Column<JobPackage>[] {
  const { say } = usePackageWords();
  return [
    {
      key: 'name',
      title: say('packageName'),
      width: 200,
      isLong: true,
      card: 'title',
      show: ({ name, model }) => (model ? `${name} · ${model}` : name),
    },
    {
      key: 'code',
      title: say('itemCode'),
      width: 120,
      isLong: true,
      show: ({ code }) => <span className="figures">{code}</span>,
    },
    {
      key: 'contents',
      title: say('contents'),
      isLong: true,
      show: ({ lines, fault, missing }) =>
        fault
          ? say(`fault_${fault}`, { codes: missing.join('、') })
          : lines
              .map(({ name, kind, quantityThousandths, measure }) =>
                kind === 'job' ? name : `${name} ${quantityThousandths / 1000}${measure}`,
              )
              .join('、'),
    },
    {
      key: 'sum',
      title: say('listSum'),
      width: 120,
      align: 'end',
      show: ({ sumFen }) => (sumFen === null ? '—' : <Money fen={sumFen} />),
    },
    {
      key: 'amount',
      title: say('packagePrice'),
      width: 170,
      align: 'end',
      card: 'side',
      show: ({ amountFen, sumFen, standing }) => {
        if (standing === 'notOffered') return <span className="soft">{say('ended')}</span>;
        if (amountFen === null) return '—';
        return (
          <>
            <Money fen={amountFen} />
            {sumFen !== null && sumFen > amountFen && (
              <span className="soft price-desk-saves">{savingText(say, sumFen, amountFen)}</span>
            )}
          </>
        );
      },
    },
    {
      key: 'from',
      title: say('validFrom'),
      width: 130,
      show: ({ validFrom, validUntil }) => (
        <>
          <span className="figures">{validFrom}</span>
          {validUntil && (
            <span className="price-desk-next">{say('until', { day: validUntil })}</span>
          )}
        </>
      ),
    },
  ];
}

/** What a package price spares against the sum of its lines, in yuan and per cent. */
export const savingText = (
  say: ReturnType<typeof usePackageWords>['say'],
  sumFen: number,
  amountFen: number,
): string => {
  const savingFen = sumFen - amountFen;
  if (savingFen < 0) return say('dearer', { yuan: formatFen(-savingFen) });
  if (savingFen === 0) return say('noSaving');
  const percent = Math.round((savingFen * 1000) / sumFen) / 10;
  return say('saving', { yuan: formatFen(savingFen), percent });
};
