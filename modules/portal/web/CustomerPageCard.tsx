import { useQuery } from '@tanstack/react-query';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { formatFen } from '#shared/money.ts';
import { reading } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type CustomerPage, portalRoutes as routes } from '../contract.ts';
import { portalWords } from '../locales/words.ts';
import { ItemPrice } from './ItemPrice.tsx';
import { ReleasedPhotos } from './ReleasedPhotos.tsx';
import { ReplyRow } from './ReplyRow.tsx';
import './portal-desk.css';

/** What goes to the customer's telephone and what came back from it: for who speaks with him. */
export default function CustomerPageCard({ orderId }: { orderId: string }) {
  const say = useWords(portalWords);
  const language = useLanguage();
  const isDesk = mayUse(useSession(), ['serviceOrders.receive']);
  const { data } = useQuery({
    ...reading(routes.page, { params: { orderId } }),
    enabled: isDesk,
  });
  if (!data) return null;
  const { preview, items, photos, signings, lastUsedAt } = data;
  const isEmpty = [preview.questions, items, photos, signings].every(({ length }) => length === 0);
  if (isEmpty && !lastUsedAt) return null;
  return (
    <Card title={say('card')}>
      <p className="soft">
        {lastUsedAt
          ? say('opened', { at: shortTime(lastUsedAt, now(), language) })
          : say('notOpened')}
      </p>
      <Questions page={data} />
      {items.length > 0 && (
        <section className="portal-part">
          <h3>{say('items')}</h3>
          <p className="soft">{say('itemsLead')}</p>
          {items.map((item) => (
            <ItemPrice key={item.lineId} orderId={orderId} item={item} />
          ))}
        </section>
      )}
      {photos.length > 0 && <ReleasedPhotos page={data} />}
      <Signings page={data} />
    </Card>
  );
}

function Questions({ page }: { page: CustomerPage }) {
  const say = useWords(portalWords);
  const { questions } = page.preview;
  if (questions.length === 0) return null;
  return (
    <section className="portal-part">
      <h3>{say('questions')}</h3>
      {questions.map((question) => (
        <ReplyRow key={question.id} orderId={page.orderId} question={question} />
      ))}
    </section>
  );
}

function Signings({ page }: { page: CustomerPage }) {
  const say = useWords(portalWords);
  const language = useLanguage();
  if (page.signings.length === 0) return null;
  return (
    <section className="portal-part">
      <h3>{say('signings')}</h3>
      {page.signings.map(({ id, statement, sumFen, signedBy, signatureFileId, at }) => (
        <details key={id} className="portal-signed">
          <summary>
            {say('signed', {
              name: signedBy,
              at: shortTime(at, now(), language),
              yuan: formatFen(sumFen),
            })}
          </summary>
          <p className="portal-statement">{statement}</p>
          <img
            className="portal-signature"
            src={pathOf(fileRoutes.read, { fileId: signatureFileId })}
            alt={say('signature')}
            loading="lazy"
          />
        </details>
      ))}
    </section>
  );
}
