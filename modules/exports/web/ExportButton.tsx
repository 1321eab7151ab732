import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '#web/Icon.tsx';
import type { ListToolsProps } from '#web/module.ts';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { type TakenOut, takenOut } from '../contract-lists.ts';
import { exportWords } from '../locales/words.ts';

const ExportSheet = lazy(() => import('./ExportSheet.tsx'));
const canBeTaken = (id: string): id is TakenOut => (takenOut as readonly string[]).includes(id);

/** Stands at every list that can be taken out, for who may. */
export function ExportButton({ route: { id }, query, columns, label }: ListToolsProps) {
  const say = useWords(exportWords);
  const mayExport = mayUse(useSession(), ['customers.export']);
  const [isOpen, setIsOpen] = useState(false);
  if (!mayExport || !canBeTaken(id)) return null;
  return (
    <>
      <Button icon={<Icon name="download" />} onClick={() => setIsOpen(true)}>
        {say('export')}
      </Button>
      {isOpen && (
        <Suspense>
          <ExportSheet
            list={id}
            query={addressOf(query)}
            columns={columns}
            label={label}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The filter as an address has it; how many rows stand on a page is no filter. */
function addressOf(query: object): string {
  const given = Object.entries(query).filter(
    ([name, value]) => value !== undefined && name !== 'limit',
  );
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
