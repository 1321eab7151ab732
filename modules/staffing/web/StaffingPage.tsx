import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ReplyOf } from '#shared/route.ts';
import { isProblem, pages, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Standing, shopClasses, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import './staffing.css';
import { usePostNames } from './usePostNames.ts';

const StandardSheet = lazy(() => import('./StandardSheet.tsx'));

/** Each shop's people against the standard of its class: who is missing where (ORG-05). */
export default function StaffingPage() {
  const say = useWords(staffingWords);
  const [isEditing, setEditing] = useState(false);
  const [address, set] = useAddress();
  const query = address.region ? { region: address.region } : {};
  const list = useInfiniteQuery(pages(staffingRoutes.standing, { query }));
  const error = isProblem(list.error) ? list.error : null;
  const data = list.data?.pages[0];
  const shops = list.data?.pages.flatMap(({ items }) => items) ?? [];
  // A region that was renamed meanwhile is still the one that the address asks for.
  const regions = [...new Set([...(data?.regions ?? []), address.region ?? []].flat())];
  const filter = data && (regions.length > 0 || data.inAll.shops > 1) && (
    <>
      {regions.length > 0 && (
        <select
          className="plain-field"
          aria-label={say('region')}
          value={address.region ?? ''}
          onChange={({ target }) => set({ region: target.value || undefined })}
        >
          <option value="">{say('allRegions')}</option>
          {regions.map((region) => (
            <option key={region}>{region}</option>
          ))}
        </select>
      )}
      {data.inAll.shops > 0 && <InAll {...data.inAll} />}
    </>
  );
  return (
    <Page
      title={say('staffing')}
      note={say('staffingLead')}
      actions={
        data?.mayChange && <Button onClick={() => setEditing(true)}>{say('editStandard')}</Button>
      }
      filters={filter}
    >
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && (
        <EmptyState icon="people" title={say('noShops')} next={say('noShopsNext')} />
      )}
      <div className="staffing-shops">
        {shops.map((shop) => (
          <Shop key={shop.orgUnitId} shop={shop} />
        ))}
      </div>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('moreShops')}
        </Button>
      )}
      <Suspense>
        {isEditing && data && (
          <StandardSheet
            standard={data.standard}
            version={data.version}
            onClose={() => setEditing(false)}
          />
        )}
      </Suspense>
    </Page>
  );
}

type Answer = ReplyOf<typeof staffingRoutes.standing>;

const missingOf = ({ posts }: Standing) => posts.reduce((sum, { missing }) => sum + missing, 0);

/** How many are missing in how many shops; a shop without a class has nothing to be compared with. */
function InAll({ missing, shopsShort, withoutClass, shops }: Answer['inAll']) {
  const say = useWords(staffingWords);
  return (
    <span className={missing > 0 ? 'staffing-missing' : 'soft'}>
      {missing > 0
        ? say('missingAt', { count: missing, shops: shopsShort })
        : withoutClass < shops && say('enough')}
      {withoutClass > 0 && (
        <span className="soft"> {say('withoutClass', { count: withoutClass })}</span>
      )}
    </span>
  );
}

function Shop({ shop }: { shop: Standing }) {
  const say = useWords(staffingWords);
  const nameOf = usePostNames();
  const classify = useWriting(staffingRoutes.classify, { touches: ['staffing'] });
  const { orgUnitId, unitName, shopClass, posts } = shop;
  const missing = missingOf(shop);
  const choose = (
    <select
      className="plain-field"
      aria-label={say('classOf', { name: unitName })}
      value={shopClass ?? ''}
      onChange={({ target }) => {
        const body = { shopClass: target.value as 'A' };
        classify.mutate({ params: { orgUnitId }, body });
      }}
    >
      {shopClass === null && <option value="">{say('noClass')}</option>}
      {shopClasses.map((one) => (
        <option key={one} value={one}>
          {`${say('shopClass')} ${one}`}
        </option>
      ))}
    </select>
  );
  return (
    <Card title={unitName} actions={choose}>
      <ProblemNote problem={classify.error} />
      {shopClass === null ? (
        <p className="soft">{say('chooseClass')}</p>
      ) : (
        <p className={missing > 0 ? 'staffing-missing' : 'soft'}>
          {missing > 0 ? say('missing', { count: missing }) : say('enough')}
        </p>
      )}
      {posts.length > 0 && (
        <table className="staffing-table">
          <thead>
            <tr>
              <th scope="col">{say('post')}</th>
              <th scope="col">{say('wanted')}</th>
              <th scope="col">{say('have')}</th>
              <th scope="col">{say('gap')}</th>
            </tr>
          </thead>
          <tbody>
            {posts.map(({ postKey, wanted, have, missing: gap, isDedicated }) => (
              <tr key={postKey}>
                <th scope="row">
                  {nameOf(postKey)} {isDedicated && <small>{say('dedicated')}</small>}
                </th>
                <td>{wanted}</td>
                <td>{have}</td>
                <td className={gap > 0 ? 'staffing-missing' : 'soft'}>{gap > 0 ? gap : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
