import { lazy, Suspense } from 'react';
import type { StoredFileShown } from './OpenFile.tsx';

const OpenFile = lazy(() => import('./OpenFile.tsx'));

/**
 * How a stored file is opened, wherever one stands: a picture and a PDF in the page, in the same frame; a recording
 * plays where it is; anything else is saved (D-51).
 */
export function StoredFileView(props: StoredFileShown) {
  return (
    <Suspense fallback={null}>
      <OpenFile {...props} />
    </Suspense>
  );
}
