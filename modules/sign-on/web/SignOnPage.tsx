import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Provider, signOnRoutes as routes } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';
import { ProviderCard } from './ProviderCard.tsx';
import { ProviderSheet } from './ProviderSheet.tsx';
import { RequiredRoles } from './RequiredRoles.tsx';
import './sign-on.css';

/** The providers of single sign-on, and who must use them. */
export default function SignOnPage() {
  const say = useWords(signOnWords);
  const [editing, setEditing] = useState<Provider | 'new'>();
  const { data, error } = useQuery(reading(routes.settings, {}));
  const add = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {say('add')}
    </Button>
  );
  return (
    <Page title={say('signOn')} note={say('lead')} actions={add}>
      <div className="sign-on-page">
        <ProblemNote problem={error} />
        {!data && !error && <Waiting />}
        {data && <Callback url={data.callbackUrl} />}
        {data?.providers.length === 0 && (
          <EmptyState icon="shield" title={say('none')} next={say('noneNext')} />
        )}
        {data?.providers.map((provider) => (
          <ProviderCard key={provider.id} provider={provider} onEdit={() => setEditing(provider)} />
        ))}
        {data && data.providers.length > 0 && <RequiredRoles key={data.version} settings={data} />}
      </div>
      {editing && (
        <ProviderSheet
          provider={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}

function Callback({ url }: { url: string }) {
  const say = useWords(signOnWords);
  const tell = useTell();
  // Without TLS browsers give no clipboard; the text can be selected in any case.
  const copy =
    navigator.clipboard &&
    (() => void navigator.clipboard.writeText(url).then(() => tell(say('copied'))));
  return (
    <Card
      title={say('callback')}
      actions={
        copy && (
          <Button size="small" onClick={copy}>
            {say('copy')}
          </Button>
        )
      }
    >
      <p className="soft">{say('callbackHelp')}</p>
      <code className="sign-on-url">{url}</code>
    </Card>
  );
}
