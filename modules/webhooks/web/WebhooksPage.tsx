import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { webhookRoutes } from '../contract.ts';
import { hookWords } from '../locales/screens.ts';
import { AddWebhookSheet } from './AddWebhookSheet.tsx';
import { Inward } from './Inward.tsx';
import { WebhookCard } from './WebhookCard.tsx';
import './webhooks.css';
import '#web/form.css';

/** How this house and other programs speak with each other. */
export default function WebhooksPage() {
  const say = useWords(hookWords);
  const [isAdding, setIsAdding] = useState(false);
  const list = useQuery(reading(webhookRoutes.list, { query: { limit: 200 } }));
  return (
    <Page title={say('webhooks')} note={say('webhooksLead')}>
      <section className="hook-part">
        <header className="hook-head">
          <h2>{say('outward')}</h2>
          <p className="soft">{say('outwardLead')}</p>
          <Button type="primary" onClick={() => setIsAdding(true)}>
            {say('add')}
          </Button>
        </header>
        <ProblemNote problem={list.error} />
        {list.isPending && <Waiting />}
        {list.data?.items.length === 0 && (
          <EmptyState icon="message" title={say('none')} next={say('noneNext')} />
        )}
        {list.data?.items.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} />
        ))}
      </section>
      <Inward />
      {isAdding && <AddWebhookSheet onClose={() => setIsAdding(false)} />}
    </Page>
  );
}
