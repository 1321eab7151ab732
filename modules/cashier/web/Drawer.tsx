import { Input } from 'antd';
import { formatFen } from '#shared/money.ts';
import { Money } from '#web/Money.tsx';
import { YuanField } from '#web/YuanField.tsx';
import type { Counted } from '../contract.ts';
import { faces } from '../contract-vocabulary.ts';
import { useCashierWords } from './useCashierWords.ts';

export interface InDrawer {
  floatFen: number;
  pieces: Readonly<Partial<Record<(typeof faces)[number], number>>>;
}

export const countedOf = ({ pieces }: InDrawer): Counted =>
  faces.flatMap((faceFen) => {
    const count = pieces[faceFen] ?? 0;
    return count > 0 ? [{ faceFen, count }] : [];
  });
export const countedFenOf = (drawer: InDrawer): number =>
  countedOf(drawer).reduce((sum, { faceFen, count }) => sum + faceFen * count, 0);

/** The drawer counted: how many of each note and coin, against what should lie there. */
export function Drawer(props: {
  drawer: InDrawer;
  /** Cash in less cash out, as the ledgers say. */
  cashFen: number;
  reason: string;
  reasonLabel: string;
  onDrawer: (drawer: InDrawer) => void;
  onReason: (reason: string) => void;
}) {
  const { drawer, cashFen, reason, reasonLabel, onDrawer, onReason } = props;
  const { say } = useCashierWords();
  const expectedFen = drawer.floatFen + cashFen;
  const differenceFen = countedFenOf(drawer) - expectedFen;
  const set = (face: (typeof faces)[number], typed: string) => {
    const count = Number(typed.replace(/\D/g, '').slice(0, 5));
    onDrawer({ ...drawer, pieces: { ...drawer.pieces, [face]: count } });
  };
  return (
    <div className="cashier-drawer">
      <div className="cashier-field">
        <span>{say('float')}</span>
        <YuanField
          value={drawer.floatFen || undefined}
          prefix="¥"
          aria-label={say('float')}
          onChange={(floatFen) => onDrawer({ ...drawer, floatFen: floatFen ?? 0 })}
        />
      </div>
      <div className="cashier-faces">
        {faces.map((face) => (
          <div key={face} className="cashier-field">
            <span className="figures">¥{formatFen(face).replace('.00', '')}</span>
            <Input
              inputMode="numeric"
              autoComplete="off"
              suffix={say('pieces')}
              aria-label={`${say('face')} ${formatFen(face)}`}
              value={drawer.pieces[face] || ''}
              onChange={({ target }) => set(face, target.value)}
            />
          </div>
        ))}
      </div>
      <dl className="cashier-figures" aria-live="polite">
        <div>
          <dt>{say('expected')}</dt>
          <dd>
            <Money fen={expectedFen} />
          </dd>
        </div>
        <div>
          <dt>{say('countedCash')}</dt>
          <dd>
            <Money fen={countedFenOf(drawer)} />
          </dd>
        </div>
        <div className={differenceFen === 0 ? 'cashier-good' : 'cashier-late'}>
          <dt>{say('difference')}</dt>
          <dd>{differenceFen === 0 ? say('noDifference') : <Money fen={differenceFen} />}</dd>
        </div>
      </dl>
      <div className="cashier-field">
        <span>{reasonLabel}</span>
        <Input
          value={reason}
          aria-label={reasonLabel}
          maxLength={300}
          autoComplete="off"
          onChange={({ target }) => onReason(target.value)}
        />
      </div>
    </div>
  );
}
