import { Link } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { type JobPackage, type PriceLine, priceRoutes } from '../contract.ts';
import { PriceTable } from './PriceTable.tsx';
import './price-desk.css';
import { usePriceWords } from './usePriceWords.ts';
import { useUnits } from './useUnits.ts';

const ItemSheet = lazy(() => import('./ItemSheet.tsx'));
const OpenSheet = lazy(() => import('./OpenSheet.tsx'));
const PackageSheet = lazy(() => import('./PackageSheet.tsx'));
const PackageTable = lazy(() => import('./PackageTable.tsx'));
const Rates = lazy(() => import('./Rates.tsx'));

/** What is shown in a sheet over the list. */
type Shown =
  | { kind: 'add' }
  | { kind: 'open' }
  | { kind: 'item'; line: PriceLine }
  | { kind: 'package'; row?: JobPackage }
  | undefined;

/** The price list of a unit on a day: what it holds, what an hour costs, and what customers may read of it. */
export default function PricesPage() {
  const { say } = usePriceWords();
  const session = useSession();
  const mayChange = mayUse(session, ['prices.change']);
  const mayImport = mayChange && mayUse(session, ['customers.import']);
  const [address] = useAddress();
  const [shown, show] = useState<Shown>();
  const { show: tab = 'all', unit, day } = address;
  const at = { ...(unit && { orgUnitId: unit }), ...(day && { day }) };
  const close = () => show(undefined);
  const actions = (
    <>
      <Button
        icon={<Icon name="print" />}
        href={pathOf(priceRoutes.print, {}, at)}
        target="_blank"
        aria-label={say('print')}
      >
        {say('print')}
      </Button>
      <Button icon={<Icon name="eye" />} onClick={() => show({ kind: 'open' })}>
        {say('open')}
      </Button>
      {mayImport && (
        <Link to="/imports" search={{ kind: 'prices' } as never}>
          <Button icon={<Icon name="upload" />}>{say('importList')}</Button>
        </Link>
      )}
      {mayChange && (
        <Button
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => show({ kind: tab === 'packages' ? 'package' : 'add' })}
        >
          {say(tab === 'packages' ? 'addPackage' : 'add')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={say('prices')} actions={actions} filters={<Filters />}>
      {tab === 'rates' ? (
        <Suspense>
          <Rates at={at} mayChange={mayChange} />
        </Suspense>
      ) : tab === 'packages' ? (
        <Suspense>
          <PackageTable at={at} onOpen={(row) => show({ kind: 'package', row })} />
        </Suspense>
      ) : (
        <PriceTable at={at} onOpen={(line) => show({ kind: 'item', line })} />
      )}
      <Suspense>
        {shown?.kind === 'add' && <ItemSheet at={at} mayChange onClose={close} />}
        {shown?.kind === 'item' && (
          <ItemSheet at={at} mayChange={mayChange} line={shown.line} onClose={close} />
        )}
        {shown?.kind === 'package' && (
          <PackageSheet at={at} mayChange={mayChange} row={shown.row} onClose={close} />
        )}
        {shown?.kind === 'open' && <OpenSheet at={at} mayChange={mayChange} onClose={close} />}
      </Suspense>
    </Page>
  );
}

function Filters() {
  const { say } = usePriceWords();
  const [address, setAddress] = useAddress();
  const units = useUnits();
  const { show = 'all', unit = '', day = '', q = '', ended } = address;
  return (
    <>
      <Segmented
        value={show}
        options={[
          { value: 'all', label: say('all') },
          { value: 'job', label: say('jobs') },
          { value: 'part', label: say('parts') },
          { value: 'packages', label: say('packages') },
          { value: 'rates', label: say('rates') },
        ]}
        onChange={(next) => setAddress({ show: next === 'all' ? undefined : next })}
      />
      {show !== 'rates' && (
        <Input
          allowClear
          className="price-desk-find"
          maxLength={60}
          prefix={<Icon name="search" />}
          placeholder={say('findHint')}
          aria-label={say('find')}
          value={q}
          onChange={({ target }) => setAddress({ q: target.value })}
        />
      )}
      {units.length > 0 && (
        <select
          className="plain-field"
          aria-label={say('place')}
          value={unit}
          onChange={({ target }) => setAddress({ unit: target.value })}
        >
          <option value="">{say('own')}</option>
          {units.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <label className="price-desk-check">
        {say('day')}
        <input
          type="date"
          className="plain-field"
          value={day}
          onChange={({ target }) => setAddress({ day: target.value })}
        />
      </label>
      {show !== 'rates' && (
        <label className="price-desk-check">
          <input
            type="checkbox"
            checked={ended === '1'}
            onChange={({ target }) => setAddress({ ended: target.checked ? '1' : undefined })}
          />
          {say('withEnded')}
        </label>
      )}
    </>
  );
}
