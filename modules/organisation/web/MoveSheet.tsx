import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type OrgUnit, treeRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { treeWords } from '../locales/words-tree.ts';
import { arranged, mayStandBelow } from './arrangement.ts';
import { Counts } from './Counts.tsx';
import type { Doing } from './TreePage.tsx';

/** Below which unit, what goes along, and who sees it afterwards: before anything is moved. */
export default function MoveSheet(props: {
  unit: OrgUnit;
  to?: OrgUnit;
  units: readonly OrgUnit[];
  onDo: (next: Doing | undefined) => void;
}) {
  const { unit, to, units, onDo } = props;
  const say = useWords(organisationWords);
  const tree = useWords(treeWords);
  const tell = useTell();
  const [parentId, setParentId] = useState(to?.id ?? '');
  const from = units.find(({ id }) => id === unit.parentId);
  const parent = units.find(({ id }) => id === parentId);
  const params = { orgUnitId: unit.id };
  const preview = useQuery({
    ...reading(treeRoutes.previewMove, { params: { ...params, parentId } }),
    enabled: parentId !== '',
  });
  const move = useWriting(treeRoutes.moveUnit, {
    touches: ['session', 'staffing', 'employees', 'customers', 'archives'],
  });
  const moveNow = () =>
    move.mutate(
      { params, body: { parentId } },
      {
        onSuccess: (moved) => {
          const back = () => onDo({ what: 'move', unit: moved, to: from });
          const action = { label: tree('movedBack'), run: back };
          tell(tree('moved', { name: unit.name, to: parent?.name ?? '' }), { action });
          onDo(undefined);
        },
      },
    );
  return (
    <Sheet title={tree('moveOf', { name: unit.name })} onClose={() => onDo(undefined)}>
      <div className="shop-sheet">
        <ProblemNote problem={move.error ?? preview.error} onAgain={move.again} />
        <PlaceAmongSiblings unit={unit} units={units} />
        <label className="shop-sheet-field">
          {tree('moveTo')}
          <select
            className="plain-field"
            value={parentId}
            onChange={({ target }) => setParentId(target.value)}
          >
            <option value="">{tree('needParent')}</option>
            {units
              .filter((one) => mayStandBelow(unit, one))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {`${one.name}（${say(one.tier)}）`}
                </option>
              ))}
          </select>
        </label>
        {preview.isFetching && <p className="soft">{tree('looking')}</p>}
        {preview.data && parent && (
          <>
            <Counts
              title={tree('moveAlong')}
              first={[
                [tree('units'), preview.data.units],
                [tree('shops'), preview.data.shops],
              ]}
              counts={preview.data.counts}
              last={[[tree('records'), preview.data.records]]}
            />
            <p>{tree('moveSight', { from: from?.name ?? '', to: parent.name })}</p>
          </>
        )}
        <div className="form-end">
          <Button
            type="primary"
            disabled={!preview.data || !parent}
            loading={move.isPending}
            onClick={moveNow}
          >
            {tree('moveNow')}
          </Button>
          <Button onClick={() => onDo(undefined)}>{say('cancel')}</Button>
        </div>
      </div>
    </Sheet>
  );
}

/** One up or down among its siblings: what the handle does by pointer and keys, for a finger. */
function PlaceAmongSiblings({ unit, units }: { unit: OrgUnit; units: readonly OrgUnit[] }) {
  const tree = useWords(treeWords);
  const order = useWriting(treeRoutes.orderUnit);
  const siblings = arranged(units).find((placed) => placed.unit.id === unit.id)?.siblings ?? [];
  const at = siblings.findIndex(({ id }) => id === unit.id) + 1;
  const put = (position: number) =>
    order.mutate({ params: { orgUnitId: unit.id }, body: { position } });
  if (siblings.length < 2) return null;
  return (
    <div className="shop-place">
      <span>{tree('placeAmong', { position: at, count: siblings.length })}</span>
      <Button size="small" disabled={at === 1 || order.isPending} onClick={() => put(at - 1)}>
        {tree('up')}
      </Button>
      <Button
        size="small"
        disabled={at === siblings.length || order.isPending}
        onClick={() => put(at + 1)}
      >
        {tree('down')}
      </Button>
      <ProblemNote problem={order.error} />
    </div>
  );
}
