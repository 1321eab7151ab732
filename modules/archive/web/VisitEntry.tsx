import { Link } from '@tanstack/react-router';
import type { Static } from 'typebox';
import { Money } from '#web/Money.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import type { archiveVisit } from '../contract-visit.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

type Visit = Static<typeof archiveVisit>;

export function VisitTitle({ visit }: { visit: Visit }) {
  const { sayOf } = useArchiveWords();
  return (
    <>
      <Link to={`/service-orders/${visit.id}`}>{visit.number}</Link> {sayOf('kind', visit.kind)}{' '}
      <PlateTag plate={visit.plate} />
    </>
  );
}

export function VisitBody({ visit }: { visit: Visit }) {
  const { say } = useArchiveWords();
  const { work, customerWords, refused, mileageKm, amountFen, advisorName } = visit;
  return (
    <>
      <p>{work || customerWords}</p>
      {refused.length > 0 && (
        <p className="archive-refused">
          {say('refusedThen')}：{refused.join('、')}
        </p>
      )}
      <p className="soft">
        {say('km', { km: mileageKm.toLocaleString('en-US') })} · <Money fen={amountFen} />
        {advisorName && ` · ${advisorName}`}
      </p>
    </>
  );
}
