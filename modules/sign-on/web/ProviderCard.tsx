import { Button, Popconfirm } from 'antd';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type Provider, signOnRoutes as routes } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';
import { TrialSheet } from './TrialSheet.tsx';

/** One provider: where it is, and what one may do about it. */
export function ProviderCard({ provider, onEdit }: { provider: Provider; onEdit: () => void }) {
  const say = useWords(signOnWords);
  const tell = useTell();
  const test = useWriting(routes.test);
  const remove = useWriting(routes.remove);
  const { id: providerId, label, issuer, clientId, isEnabled, version } = provider;
  const end = () =>
    remove.mutate({ params: { providerId }, version }, { onSuccess: () => tell(say('removed')) });
  return (
    <Card
      title={label}
      actions={
        <span className={isEnabled ? 'sign-on-state sign-on-state-on' : 'sign-on-state'}>
          {say(isEnabled ? 'on' : 'off')}
        </span>
      }
    >
      <code className="sign-on-url">{issuer}</code>
      <p className="soft">
        {say('clientId')}：{clientId}
      </p>
      <ProblemNote problem={remove.error} onAgain={remove.again} />
      <div className="sign-on-acts">
        <Button loading={test.isPending} onClick={() => test.mutate({ params: { providerId } })}>
          {say('test')}
        </Button>
        <Button onClick={onEdit}>{say('edit')}</Button>
        <Popconfirm
          title={say('removeAsk', { label })}
          okText={say('remove')}
          cancelText={say('cancel')}
          onConfirm={end}
        >
          <Button danger loading={remove.isPending}>
            {say('remove')}
          </Button>
        </Popconfirm>
      </div>
      {(test.data || test.error) && (
        <TrialSheet
          label={label}
          steps={test.data?.steps ?? []}
          problem={test.error}
          onClose={test.reset}
        />
      )}
    </Card>
  );
}
