import { Button } from 'antd';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { treeRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { treeWords } from '../locales/words-tree.ts';
import { type Placed, type Wish, wishOfDrop, wishOfKey } from './arrangement.ts';
import type { Doing } from './TreePage.tsx';

const carried = 'application/x-org-unit';
/** What is being dragged: while it hovers the browser tells only its kind. */
let dragged: Placed | undefined;

interface Given {
  placed: Placed;
  all: readonly Placed[];
  isFlat: boolean;
  onDo: (doing: Doing) => void;
  onWish: (placed: Placed, wish: Wish) => void;
}

/** One unit: dragged by pointer, moved by Alt and an arrow. */
export function UnitRow({ placed, all, isFlat, onDo, onWish }: Given) {
  const say = useWords(organisationWords);
  const tree = useWords(treeWords);
  const [wished, setWished] = useState<Wish['kind'] | 'after'>();
  const { unit, below, depth, parent } = placed;
  const drag = {
    onDragOver: (event: DragEvent) => {
      const wish = dragged && wishOfDrop(dragged, placed);
      if (!wish) return;
      event.preventDefault();
      // Where it comes to stand: taken from above it goes below this one.
      const isFromAbove = wish.kind === 'order' && dragged && dragged.at < placed.at;
      setWished(isFromAbove ? 'after' : wish.kind);
    },
    onDragLeave: () => setWished(undefined),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setWished(undefined);
      const wish = dragged && wishOfDrop(dragged, placed);
      if (dragged && wish) onWish(dragged, wish);
    },
  };
  const facts = [
    say(unit.tier),
    unit.region,
    below > 0 && say('below', { count: below }),
    unit.closedAt !== null && tree('closed'),
  ];
  return (
    <li
      className={`shop-unit shop-depth-${isFlat ? 0 : Math.min(4, depth)}`}
      data-wish={wished}
      data-closed={unit.closedAt !== null || undefined}
      {...drag}
    >
      <span className="shop-unit-name">
        {parent && !isFlat ? <Handle {...{ placed, all, onWish }} /> : null}
        <span>
          <strong>{unit.name}</strong> <span className="soft figures">{unit.code}</span>
        </span>
      </span>
      <span className="soft">{facts.filter(Boolean).join(' · ')}</span>
      <Actions placed={placed} onDo={onDo} />
    </li>
  );
}

/** Keeps the focus where it was when the row comes to stand elsewhere. */
function Handle({ placed, all, onWish }: Pick<Given, 'placed' | 'all' | 'onWish'>) {
  const tree = useWords(treeWords);
  const button = useRef<HTMLButtonElement>(null);
  const heldAt = useRef<typeof placed.at>(undefined);
  const { unit, at } = placed;
  useEffect(() => {
    if (heldAt.current === undefined || heldAt.current === at) return;
    button.current?.focus();
    heldAt.current = undefined;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const wish = event.altKey ? wishOfKey(event.key, placed, all) : undefined;
    if (!wish) return;
    // Alt with the left arrow would leave the page.
    event.preventDefault();
    heldAt.current = wish.kind === 'order' ? at : undefined;
    onWish(placed, wish);
  };
  return (
    <button
      ref={button}
      type="button"
      className="plain-button shop-handle"
      draggable
      aria-label={tree('handle', { name: unit.name })}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
      title={tree('dragHint')}
      onKeyDown={onKeyDown}
      onDragStart={({ dataTransfer }) => {
        dragged = placed;
        dataTransfer.setData(carried, unit.id);
        dataTransfer.effectAllowed = 'move';
      }}
      onDragEnd={() => {
        dragged = undefined;
      }}
    >
      <Icon name="more" />
    </button>
  );
}

function Actions({ placed: { unit, parent }, onDo }: Pick<Given, 'placed' | 'onDo'>) {
  const say = useWords(organisationWords);
  const tree = useWords(treeWords);
  const tell = useTell();
  const reopen = useWriting(treeRoutes.reopenUnit);
  const { id, name, tier } = unit;
  const isClosed = unit.closedAt !== null;
  const whyNoBelow = isClosed ? tree('closed') : tier === 'shop' ? say('noBelow') : undefined;
  const openAgain = () =>
    reopen.mutate(
      { params: { orgUnitId: id } },
      { onSuccess: () => tell(tree('reopened', { name })) },
    );
  return (
    <span className="shop-unit-actions">
      <Button
        size="small"
        disabled={whyNoBelow !== undefined}
        title={whyNoBelow}
        aria-label={say('addBelowOf', { name })}
        onClick={() => onDo({ what: 'add', unit })}
      >
        {say('addBelow')}
      </Button>
      <Button
        size="small"
        aria-label={say('changeOf', { name })}
        onClick={() => onDo({ what: 'change', unit })}
      >
        {say('change')}
      </Button>
      {parent && (
        <Button
          size="small"
          aria-label={tree('moveOf', { name })}
          onClick={() => onDo({ what: 'move', unit })}
        >
          {tree('move')}
        </Button>
      )}
      {parent && !isClosed && (
        <Button
          size="small"
          aria-label={tree('closeOf', { name })}
          onClick={() => onDo({ what: 'close', unit })}
        >
          {tree('close')}
        </Button>
      )}
      {parent && isClosed && (
        <Button
          size="small"
          loading={reopen.isPending}
          aria-label={tree('reopenOf', { name })}
          onClick={openAgain}
        >
          {tree('reopen')}
        </Button>
      )}
      <ProblemNote problem={reopen.error} />
    </span>
  );
}
