import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { pathOf } from '#shared/call.ts';
import { reading } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { QrCode } from '#web/QrCode.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type PublicShop, type ShopPage, shopPageRoutes } from '../contract.ts';
import { shopPageWords } from '../locales/words.ts';
import { Preview } from './Preview.tsx';
import { ShopPageForm } from './ShopPageForm.tsx';
import './shop-desk.css';

/** What a shop tells everybody: written at the left, as customers see it at the right, before it is open. */
export default function ShopPublicPage() {
  const say = useWords(shopPageWords);
  const [address] = useAddress();
  const where = { ...(address.unit && { orgUnitId: address.unit }) };
  const { data, error } = useQuery(reading(shopPageRoutes.read, { query: where }));
  const posterAt = pathOf(shopPageRoutes.poster, {}, where);
  return (
    <Page
      title={say('shopPage')}
      note={data?.orgUnitName}
      actions={
        data?.isOpen && (
          <Button href={posterAt} target="_blank" icon={<Icon name="print" />}>
            {say('poster')}
          </Button>
        )
      }
      filters={<Units />}
    >
      <ProblemNote problem={error} />
      {!data && !error && <Waiting label={say('shopPage')} />}
      {data && <Written key={`${data.orgUnitId}-${data.version}`} page={data} />}
    </Page>
  );
}

function Written({ page }: { page: ShopPage }) {
  const say = useWords(shopPageWords);
  const [shown, setShown] = useState<PublicShop>(page.shown);
  return (
    <div className="shop-page-desk">
      <Card>
        <p className="soft">{say('lead')}</p>
        <ShopPageForm page={page} onDraft={(draft) => setShown({ ...page.shown, ...draft })} />
      </Card>
      <div className="shop-page-desk-side">
        <Card title={say('address')}>
          {page.isOpen ? (
            <div className="shop-page-desk-address">
              <QrCode text={page.at} label={say('address')} />
              <a href={page.at} target="_blank" rel="noreferrer">
                {page.at}
              </a>
            </div>
          ) : (
            <p className="soft">{say('draft')}</p>
          )}
        </Card>
        <Card title={say('preview')}>
          <Preview shop={shown} />
        </Card>
      </div>
    </div>
  );
}

/** The units of one's part of the tree; nothing where there is nothing to choose. */
function Units() {
  const say = useWords(shopPageWords);
  const [address, setAddress] = useAddress();
  const units = useQuery(reading(organisationRoutes.listUnits, { query: { limit: 200 } }));
  const items = units.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <select
      className="plain-field"
      aria-label={say('place')}
      value={address.unit ?? ''}
      onChange={({ target }) => setAddress({ unit: target.value || undefined })}
    >
      <option value="">{say('own')}</option>
      {items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
