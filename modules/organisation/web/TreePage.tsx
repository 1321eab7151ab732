import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type OrgUnit, treeRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { treeWords } from '../locales/words-tree.ts';
import { arranged, type Placed, type Wish } from './arrangement.ts';
import './tree.css';
import { UnitRow } from './UnitRow.tsx';

const UnitSheet = lazy(async () => ({ default: (await import('./UnitSheet.tsx')).UnitSheet }));
const MoveSheet = lazy(() => import('./MoveSheet.tsx'));
const RegionsSheet = lazy(() => import('./RegionsSheet.tsx'));
const CloseSheet = lazy(() => import('./CloseSheet.tsx'));

export type Doing =
  | { what: 'add' | 'change' | 'close'; unit: OrgUnit }
  | { what: 'move'; unit: OrgUnit; to?: OrgUnit };

/** Headquarters, agents and shops as they stand below each other (ORG-01), and their regions (ORG-03). */
export default function TreePage() {
  const say = useWords(organisationWords);
  const tree = useWords(treeWords);
  const [address, set] = useAddress();
  const [doing, setDoing] = useState<Doing>();
  const [isNaming, setNaming] = useState(false);
  const { data, error } = useQuery(reading(treeRoutes.readTree, {}));
  const units = data?.items ?? [];
  const all = arranged(units);
  const { fulfil, problem } = useWishes(setDoing);
  const regions = [...new Set(units.flatMap(({ region }) => region ?? []))];
  // A region that was renamed meanwhile filters nothing.
  const region = regions.find((one) => one === address.region);
  const shown = region ? all.filter((placed) => placed.unit.region === region) : all;
  const filter = regions.length > 0 && (
    <select
      className="plain-field"
      aria-label={say('region')}
      value={region ?? ''}
      onChange={({ target }) => set({ region: target.value || undefined })}
    >
      <option value="">{say('all')}</option>
      {regions.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
  return (
    <Page
      title={say('tree')}
      note={say('treeLead')}
      actions={<Button onClick={() => setNaming(true)}>{tree('manageRegions')}</Button>}
      filters={filter}
    >
      <ProblemNote problem={error ?? problem} />
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && <EmptyState icon="building" title={tree('empty')} />}
      {units.length > 1 && !region && <p className="soft shop-drag-hint">{tree('dragHint')}</p>}
      <ul className="shop-tree">
        {shown.map((placed) => (
          <UnitRow
            key={placed.unit.id}
            placed={placed}
            all={all}
            isFlat={region !== undefined}
            onDo={setDoing}
            onWish={fulfil}
          />
        ))}
      </ul>
      <Suspense>
        {isNaming && <RegionsSheet onClose={() => setNaming(false)} />}
        {doing && <Sheets {...{ doing, units, onDo: setDoing }} />}
      </Suspense>
    </Page>
  );
}

function Sheets(props: {
  doing: Doing;
  units: readonly OrgUnit[];
  onDo: (next: Doing | undefined) => void;
}) {
  const { doing, units, onDo } = props;
  const onClose = () => onDo(undefined);
  const { unit } = doing;
  switch (doing.what) {
    case 'add':
      return <UnitSheet parent={unit} onClose={onClose} />;
    case 'change':
      // As it stands by now: what is said of its sharing raises its version too.
      return <UnitSheet unit={units.find(({ id }) => id === unit.id) ?? unit} onClose={onClose} />;
    case 'close':
      return <CloseSheet unit={unit} onClose={onClose} />;
    case 'move':
      return <MoveSheet {...{ unit, units, to: doing.to, onDo }} />;
  }
}

/** Another place among siblings is taken at once and can be undone; another unit above is looked at before. */
function useWishes(onDo: (doing: Doing) => void) {
  const tree = useWords(treeWords);
  const tell = useTell();
  const order = useWriting(treeRoutes.orderUnit);
  const put = (placed: Placed, position: number, isUndoing = false) => {
    const { unit, siblings, at } = placed;
    const undo = { label: tree('undo'), run: () => put(placed, at + 1, true) };
    const facts = { name: unit.name, position, count: siblings.length };
    order.mutate(
      { params: { orgUnitId: unit.id }, body: { position } },
      { onSuccess: () => tell(tree('ordered', facts), isUndoing ? {} : { action: undo }) },
    );
  };
  const fulfil = (placed: Placed, wish: Wish) => {
    if (wish.kind === 'none') return tell(tree(wish.why, { name: placed.unit.name }));
    if (wish.kind === 'move') return onDo({ what: 'move', unit: placed.unit, to: wish.parent });
    put(placed, wish.position);
  };
  return { fulfil, problem: order.error };
}
