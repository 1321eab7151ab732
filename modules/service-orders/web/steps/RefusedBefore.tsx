import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { sumFen } from '#shared/money.ts';
import { reading } from '#web/api.ts';
import { Money } from '#web/Money.tsx';
import { type RefusedBefore, serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import { emptyRow, partOffered, type Row, rowOffered } from './quoted.ts';

/** What the customer put off on the last visits, and why: one key puts it on this quotation, at the price of today. */
export function RefusedLines(props: {
  lines: readonly RefusedBefore[];
  onAdd: (line: RefusedBefore) => void;
}) {
  const { lines, onAdd } = props;
  const { say } = useOrderWords();
  if (lines.length === 0) return null;
  return (
    <section className="order-put-off" aria-label={say('refusedBefore')}>
      <h3>{say('refusedBefore')}</h3>
      <ul>
        {lines.map((line, at) => (
          <li key={line.lineId}>
            <span className="order-put-off-text">
              {line.description}
              <span className="soft">
                {' '}
                {line.onDate}
                {line.reason && ` · ${line.reason}`}
              </span>
            </span>
            <Money fen={sumFen([line.labourFen, line.partsFen])} />
            <Button size="small" onClick={() => onAdd(line)}>
              {say('addRefused')}
              {at === 0 && <kbd className="for-keyboard">Alt+R</kbd>}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line as it is quoted today: what is still on the list at its price, the rest as it was. */
export function useQuotedAnew(orderId: string) {
  const client = useQueryClient();
  const offered = async (kind: 'job' | 'part', code: string) => {
    if (code === '') return undefined;
    const asked = { params: { orderId }, query: { q: code, kind } };
    const { items } = await client.fetchQuery(reading(routes.offers, asked));
    return items.find((offer) => offer.code === code);
  };
  return async (line: RefusedBefore): Promise<Row> => {
    const [job, ...parts] = await Promise.all([
      offered('job', line.code),
      ...line.parts.map(async ({ priceItemId, listedFen: _, ...part }) => {
        const now = priceItemId && (await offered('part', part.number));
        const { quantityThousandths } = part;
        return now ? { ...partOffered(now), quantityThousandths } : part;
      }),
    ]);
    const { description, labourFen, partsFen } = line;
    const standardMinutes = line.standardMinutes || undefined;
    const asThen = { description, standardMinutes, labourFen, partsFen };
    return { ...emptyRow(), ...asThen, ...(job && rowOffered(job)), parts };
  };
}
