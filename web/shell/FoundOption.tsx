import type { ReactNode } from 'react';

interface FoundOptionProps {
  id: string;
  isChosen: boolean;
  onPoint: () => void;
  onOpen: () => void;
  children: ReactNode;
}

/** A line under an input that keeps the focus: the keys walk, the pointer chooses. */
export function FoundOption({ id, isChosen, onPoint, onOpen, children }: FoundOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className="found-item"
      ref={(row) => {
        if (isChosen) row?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={onPoint}
      onClick={onOpen}
    >
      {children}
    </div>
  );
}
