import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { dayOf } from '#web/shopClock.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type OrgUnit, type SharingBasis, sharingRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { sharingWords } from '../locales/words-sharing.ts';
import { BasisForm } from './BasisForm.tsx';
import './sharing.css';

/** Whether a unit is another company, and by what those above it see its customers (ARC-10, PIPL 23). */
export default function Sharing({ unit }: { unit: OrgUnit }) {
  const tree = useWords(sharingWords);
  const params = { orgUnitId: unit.id };
  const { data, error } = useQuery(reading(sharingRoutes.read, { params }));
  const mark = useWriting(sharingRoutes.mark, { touches: ['org-units'] });
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="shop-sharing" aria-label={tree('sharingOf', { name: unit.name })}>
      <h3>{tree('sharing')}</h3>
      <p className="soft">{tree('sharingLead')}</p>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Checkbox
            checked={data.isOwnController}
            disabled={mark.isPending}
            onChange={({ target }) =>
              mark.mutate({ params, body: { isOwnController: target.checked } })
            }
          >
            {tree('ownController')}
          </Checkbox>
          <ProblemNote problem={mark.error} onAgain={mark.again} />
          {!data.isOwnController && <p className="soft">{tree('notOwn')}</p>}
        </>
      )}
      {data && (data.isOwnController || data.items.length > 0) && (
        <>
          <h4>{tree('bases')}</h4>
          {data.items.length === 0 && <p className="soft">{tree('noBases')}</p>}
          <ul className="shop-bases">
            {data.items.map((basis) => (
              <Basis key={basis.id} basis={basis} />
            ))}
          </ul>
          {data.isOwnController && data.above.length === 0 && (
            <p className="soft">{tree('noAbove')}</p>
          )}
          {isAdding && <BasisForm unit={unit} above={data.above} onDone={() => setAdding(false)} />}
          {!isAdding && data.isOwnController && data.above.length > 0 && (
            <Button onClick={() => setAdding(true)}>{tree('addBasis')}</Button>
          )}
        </>
      )}
    </section>
  );
}

function Basis({ basis }: { basis: SharingBasis }) {
  const say = useWords(organisationWords);
  const tree = useWords(sharingWords);
  const tell = useTell();
  const withdraw = useWriting(sharingRoutes.withdraw, { touches: ['org-units'] });
  const [reason, setReason] = useState<string>();
  const { validFrom: from, validUntil: until, withdrawnAt } = basis;
  const withdrawIt = () =>
    withdraw.mutate(
      { params: { sharingBasisId: basis.id }, body: { reason: (reason ?? '').trim() } },
      { onSuccess: () => tell(tree('basisWithdrawn')) },
    );
  return (
    <li data-over={!basis.holds || undefined}>
      <strong>
        {basis.toUnitName} · {tree(`basis_${basis.kind}`)}
      </strong>
      <span>{basis.purpose}</span>
      <span>{basis.document}</span>
      <span className="soft">
        {until ? tree('span', { from, until }) : tree('since', { from })}
        {' · '}
        {tree('recordedBy', { by: basis.recordedByName, on: dayOf(basis.createdAt) })}
        {withdrawnAt === null && ` · ${tree(basis.holds ? 'holds' : 'holdsNot')}`}
      </span>
      {withdrawnAt !== null && (
        <span>
          {tree('withdrawn', {
            by: basis.withdrawnByName,
            on: dayOf(withdrawnAt),
            reason: basis.withdrawnReason,
          })}
        </span>
      )}
      {withdrawnAt === null && reason === undefined && (
        <Button size="small" onClick={() => setReason('')}>
          {tree('withdraw')}
        </Button>
      )}
      {withdrawnAt === null && reason !== undefined && (
        <span className="shop-withdraw">
          <input
            className="plain-field"
            aria-label={tree('withdrawReason')}
            placeholder={tree('withdrawReason')}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            size="small"
            type="primary"
            disabled={reason.trim() === ''}
            loading={withdraw.isPending}
            onClick={withdrawIt}
          >
            {tree('withdrawNow')}
          </Button>
          <Button size="small" onClick={() => setReason(undefined)}>
            {say('cancel')}
          </Button>
          <span className="soft">{tree('withdrawHint')}</span>
        </span>
      )}
      <ProblemNote problem={withdraw.error} onAgain={withdraw.again} />
    </li>
  );
}
