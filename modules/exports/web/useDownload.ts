import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { exportRoutes, type ListExport } from '../contract.ts';

type State =
  | { state: 'idle' | 'cut' }
  | { state: 'receiving'; bytes: number }
  | { state: 'done'; rows: number; number: string };

/** Receives the file while it is written, says how far it is, and hands it to the browser when it is whole. */
export function useDownload() {
  const [now, setNow] = useState<State>({ state: 'idle' });
  const fetchIt = async ({ id, number, rowsPlanned: rows }: ListExport) => {
    setNow({ state: 'receiving', bytes: 0 });
    const file = await received(id, (bytes) => setNow({ state: 'receiving', bytes })).catch(
      () => undefined,
    );
    if (!file) return setNow({ state: 'cut' });
    save(file);
    setNow({ state: 'done', rows, number });
  };
  return { ...now, fetch: fetchIt };
}

/** The bytes and their name; `undefined` where the server gives none. A line that is cut rejects. */
async function received(exportId: string, tell: (bytes: number) => void) {
  const response = await fetch(pathOf(exportRoutes.fetch, { exportId }));
  if (!response.ok || !response.body) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    tell(bytes);
  }
  const [, coded = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const type = response.headers.get('content-type') ?? '';
  return { blob: new Blob(parts, { type }), name: decodeURIComponent(coded) };
}

function save({ blob, name }: { blob: Blob; name: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
