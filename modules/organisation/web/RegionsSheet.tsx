import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Region, regionRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { treeWords } from '../locales/words-tree.ts';

const touches = ['org-units', 'staffing'];

/** The regions of the house: added, renamed, removed when no unit belongs to them (ORG-03). */
export default function RegionsSheet({ onClose }: { onClose: () => void }) {
  const tree = useWords(treeWords);
  const { data, error } = useQuery(reading(regionRoutes.list, {}));
  const add = useWriting(regionRoutes.add);
  const [name, setName] = useState('');
  const addIt = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: { name: name.trim() } }, { onSuccess: () => setName('') });
  };
  return (
    <Sheet title={tree('regions')} onClose={onClose}>
      <div className="shop-sheet">
        <p className="soft">{tree('regionsLead')}</p>
        <ProblemNote problem={error ?? add.error} />
        {data?.mayChange === false && <p>{tree('regionsOfHouse')}</p>}
        {data?.mayChange && (
          <form className="shop-region" onSubmit={addIt}>
            <Input
              aria-label={tree('newRegion')}
              placeholder={tree('newRegion')}
              maxLength={40}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <Button
              type="primary"
              htmlType="submit"
              disabled={name.trim() === ''}
              loading={add.isPending}
            >
              {tree('addRegion')}
            </Button>
          </form>
        )}
        {data?.items.length === 0 && <p className="soft">{tree('noRegions')}</p>}
        {!data && !error && <Waiting />}
        <ul className="shop-regions">
          {data?.items.map((region) => (
            <RegionLine key={region.id} region={region} mayChange={data.mayChange} />
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

function RegionLine({ region, mayChange }: { region: Region; mayChange: boolean }) {
  const say = useWords(organisationWords);
  const tree = useWords(treeWords);
  const { id: regionId, version, units } = region;
  const [name, setName] = useState<string>();
  const rename = useWriting(regionRoutes.rename, { touches });
  const remove = useWriting(regionRoutes.remove);
  const params = { regionId };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!name?.trim()) return;
    rename.mutate(
      { params, body: { name: name.trim() }, version },
      { onSuccess: () => setName(undefined) },
    );
  };
  return (
    <li>
      {name === undefined ? (
        <div className="shop-region">
          <span>
            {region.name} <span className="soft">{tree('regionUnits', { count: units })}</span>
          </span>
          {mayChange && (
            <span className="shop-unit-actions">
              <Button
                size="small"
                aria-label={tree('renameOf', { name: region.name })}
                onClick={() => setName(region.name)}
              >
                {tree('rename')}
              </Button>
              <Button
                size="small"
                disabled={units > 0}
                title={units > 0 ? tree('usedRegion') : undefined}
                aria-label={tree('removeOf', { name: region.name })}
                loading={remove.isPending}
                onClick={() => remove.mutate({ params, version })}
              >
                {tree('remove')}
              </Button>
            </span>
          )}
        </div>
      ) : (
        <form className="shop-region" onSubmit={save}>
          <Input
            aria-label={tree('renameOf', { name: region.name })}
            maxLength={40}
            autoFocus
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <span className="shop-unit-actions">
            <Button size="small" type="primary" htmlType="submit" loading={rename.isPending}>
              {say('save')}
            </Button>
            <Button size="small" onClick={() => setName(undefined)}>
              {say('cancel')}
            </Button>
          </span>
        </form>
      )}
      <ProblemNote problem={rename.error ?? remove.error} />
    </li>
  );
}
