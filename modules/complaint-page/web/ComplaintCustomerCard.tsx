import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { LinksSheet } from '#modules/links/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type ComplaintPage, complaintPageRoutes as routes } from '../contract.ts';
import { complaintPageWords } from '../locales/words.ts';
import './complaint-page-desk.css';

const ComplaintPreview = lazy(() => import('./ComplaintPreview.tsx'));

/** What came and went by the customer's page of the complaint: for whoever has it in hand. */
export default function ComplaintCustomerCard({ complaintId }: { complaintId: string }) {
  const say = useWords(complaintPageWords);
  const language = useLanguage();
  const [isLinking, setIsLinking] = useState(false);
  const { data } = useQuery(reading(routes.page, { params: { complaintId } }));
  if (!data) return null;
  const { openedAt, lastUsedAt, isLinked, mayReply, talks } = data;
  const seen = lastUsedAt ?? openedAt;
  const state = seen
    ? say('opened', { at: shortTime(seen, now(), language) })
    : say(isLinked ? 'notOpened' : 'notLinked');
  return (
    <Card
      title={say('card')}
      actions={
        mayReply && (
          <Button size="small" onClick={() => setIsLinking(true)}>
            {say('link')}
          </Button>
        )
      }
    >
      <p className="soft">{state}</p>
      {talks.length > 0 && <Talks page={data} />}
      {mayReply && (isLinked || talks.length > 0) && <Reply complaintId={complaintId} />}
      {isLinking && <Links complaintId={complaintId} onClose={() => setIsLinking(false)} />}
    </Card>
  );
}

function Talks({ page }: { page: ComplaintPage }) {
  const say = useWords(complaintPageWords);
  const language = useLanguage();
  return (
    <ul className="complaint-page-said">
      {page.talks.map(({ id, byCustomer, byName, words, fileId, at }) => (
        <li key={id} className={byCustomer ? 'complaint-page-customer' : undefined}>
          <span className="soft">
            {byCustomer ? say('customer') : byName} · {shortTime(at, now(), language)}
          </span>
          <p>{words}</p>
          {fileId && (
            <a href={pathOf(fileRoutes.read, { fileId })} target="_blank" rel="noreferrer">
              <img src={pathOf(fileRoutes.read, { fileId })} alt={say('picture')} loading="lazy" />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Reply({ complaintId }: { complaintId: string }) {
  const say = useWords(complaintPageWords);
  const reply = useWriting(routes.reply);
  const [words, setWords] = useState('');
  const send = () =>
    reply.mutate(
      { params: { complaintId }, body: { words: words.trim() } },
      { onSuccess: () => setWords('') },
    );
  return (
    <>
      <ProblemNote problem={reply.error} onAgain={reply.again} />
      <div className="complaint-page-reply">
        <Input.TextArea
          aria-label={say('reply')}
          placeholder={say('replyHint')}
          rows={2}
          maxLength={1000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && words.trim()) send();
          }}
        />
        <Button loading={reply.isPending} disabled={words.trim() === ''} onClick={send}>
          {say('send')}
        </Button>
      </div>
    </>
  );
}

function Links({ complaintId, onClose }: { complaintId: string; onClose: () => void }) {
  const say = useWords(complaintPageWords);
  const params = { complaintId };
  const links = useQuery(reading(routes.links, { params }));
  const make = useWriting(routes.makeLink);
  return (
    <Suspense>
      <LinksSheet
        lead={say('linkLead')}
        links={links.data?.items}
        problem={make.error ?? links.error}
        url={make.data?.url}
        isMaking={make.isPending}
        touches="complaints"
        onMake={() => make.mutate({ params, body: {} })}
        onAgain={make.again}
        onClose={onClose}
        preview={<ComplaintPreview complaintId={complaintId} />}
      />
    </Suspense>
  );
}
