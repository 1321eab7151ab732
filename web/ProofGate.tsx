import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { proofsAskedBy } from './api.ts';
import { useModules } from './modules.ts';

/**
 * The one dialog for fresh proofs, wherever a request asked for it. Several requests that ask at the same moment wait
 * for the same answer. Fetched when it is first needed.
 */
export function ProofGate() {
  const proof = useModules().find((module) => module.proof)?.proof;
  const Dialog = useMemo(() => proof && lazy(proof), [proof]);
  const [isOpen, setIsOpen] = useState(false);
  const waiting = useRef<((isProved: boolean) => void)[]>([]);
  useEffect(() => {
    proofsAskedBy(
      () =>
        new Promise((answer) => {
          waiting.current.push(answer);
          setIsOpen(true);
        }),
    );
    return () => proofsAskedBy(undefined);
  }, []);
  const done = (isProved: boolean) => {
    setIsOpen(false);
    for (const answer of waiting.current.splice(0)) answer(isProved);
  };
  if (!isOpen || !Dialog) return null;
  return (
    <Suspense fallback={null}>
      <Dialog onDone={done} />
    </Suspense>
  );
}
