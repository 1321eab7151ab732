import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading } from '#web/api.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type OrgUnit, organisationRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import './tree.css';
import { UnitSheet } from './UnitSheet.tsx';

type Doing = { add: OrgUnit } | { change: OrgUnit };

/** Headquarters, agents and shops as they stand below each other (ORG-01), and their regions (ORG-03). */
export default function TreePage() {
  const say = useWords(organisationWords);
  const [address, set] = useAddress();
  const [doing, setDoing] = useState<Doing>();
  const { data, error } = useQuery(
    reading(organisationRoutes.listUnits, { query: { limit: 200 } }),
  );
  const units = data?.items ?? [];
  const regions = [...new Set(units.flatMap(({ region }) => region ?? []))];
  const shown = address.region ? units.filter(({ region }) => region === address.region) : units;
  const filter = regions.length > 0 && (
    <select
      className="plain-field"
      aria-label={say('region')}
      value={address.region ?? ''}
      onChange={({ target }) => set({ region: target.value || undefined })}
    >
      <option value="">{say('all')}</option>
      {regions.map((region) => (
        <option key={region}>{region}</option>
      ))}
    </select>
  );
  return (
    <Page title={say('tree')} note={say('treeLead')} filters={filter}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      <ul className="shop-tree">
        {shown.map((unit) => (
          <Unit
            key={unit.id}
            unit={unit}
            below={units.filter(({ parentId }) => parentId === unit.id).length}
            depth={address.region ? 0 : depthOf(unit, units[0])}
            onDo={setDoing}
          />
        ))}
      </ul>
      {doing && 'add' in doing && (
        <UnitSheet parent={doing.add} onClose={() => setDoing(undefined)} />
      )}
      {doing && 'change' in doing && (
        <UnitSheet unit={doing.change} onClose={() => setDoing(undefined)} />
      )}
    </Page>
  );
}

/** How many steps below the first that one may see. */
const depthOf = ({ path }: OrgUnit, first: OrgUnit | undefined) =>
  Math.min(4, path.split('.').length - (first?.path ?? path).split('.').length);

function Unit(props: {
  unit: OrgUnit;
  below: number;
  depth: number;
  onDo: (doing: Doing) => void;
}) {
  const { unit, below, depth, onDo } = props;
  const say = useWords(organisationWords);
  const isShop = unit.tier === 'shop';
  return (
    <li className={`shop-unit shop-depth-${depth}`}>
      <span className="shop-unit-name">
        <strong>{unit.name}</strong> <span className="soft figures">{unit.code}</span>
      </span>
      <span className="soft">
        {[say(unit.tier), unit.region, below > 0 && say('below', { count: below })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="shop-unit-actions">
        <Button
          size="small"
          disabled={isShop}
          title={isShop ? say('noBelow') : undefined}
          aria-label={say('addBelowOf', { name: unit.name })}
          onClick={() => onDo({ add: unit })}
        >
          {say('addBelow')}
        </Button>
        <Button
          size="small"
          aria-label={say('changeOf', { name: unit.name })}
          onClick={() => onDo({ change: unit })}
        >
          {say('change')}
        </Button>
      </span>
    </li>
  );
}
