import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Suspense } from 'react';
import { deviceOf } from '#shared/device.ts';
import type { BodyOf, ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { useModules } from '#web/modules.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { PasswordStrength } from '#web/pages/PasswordStrength.tsx';
import { useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { peopleRoutes } from '../contract.ts';
import { securityWords } from '../locales/security.ts';
import { peopleWords } from '../locales/words.ts';
import './people.css';
import { SecurityCard } from './security/SecurityCard.tsx';
import { usePasswordRule } from './usePasswordRule.ts';

function PasswordForm() {
  const say = useWords(peopleWords);
  const tell = useTell();
  const { username } = useSession();
  const [form] = Form.useForm<BodyOf<typeof peopleRoutes.changePassword>>();
  const next = Form.useWatch('next', form) ?? '';
  const change = useWriting(peopleRoutes.changePassword, { touches: ['sessions'] });
  const nextRule = usePasswordRule([username]);
  const save = (body: BodyOf<typeof peopleRoutes.changePassword>) =>
    change.mutate(
      { body },
      {
        onSuccess: () => {
          form.resetFields();
          tell(say('passwordChanged'));
        },
      },
    );
  return (
    <Card title={say('changePassword')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <ProblemNote problem={change.error} form={form} onAgain={change.again} />
        <input type="hidden" name="username" autoComplete="username" value={username} />
        <Form.Item
          name="current"
          label={say('currentPassword')}
          rules={[{ required: true, message: say('needPassword') }]}
        >
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="next"
          label={say('nextPassword')}
          extra={<PasswordStrength password={next} ownNames={[username]} />}
          rules={[nextRule]}
          validateTrigger="onBlur"
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {say('changePassword')}
        </Button>
      </Form>
    </Card>
  );
}

type OpenSession = ReplyOf<typeof peopleRoutes.listSessions>['items'][number];

const openedBy = {
  totp: 'byTotp',
  passkey: 'byPasskey',
  recovery: 'byRecovery',
  device: 'byDevice',
  provider: 'byProvider',
} as const;

function EndOthers({ count }: { count: number }) {
  const say = useWords(securityWords);
  const tell = useTell();
  const end = useWriting(peopleRoutes.revokeOtherSessions);
  if (count < 2) return null;
  const endAll = () =>
    end.mutate({}, { onSuccess: ({ ended }) => tell(say('othersRevoked', { count: ended })) });
  return (
    <Button size="small" loading={end.isPending} onClick={endAll}>
      {say('revokeOthers')}
    </Button>
  );
}

function SessionLine({ session }: { session: OpenSession }) {
  const say = useWords(peopleWords);
  const security = useWords(securityWords);
  const language = useLanguage();
  const now = useNow();
  const tell = useTell();
  const revoke = useWriting(peopleRoutes.revokeSession);
  const read = deviceOf(session.userAgent);
  const device = read ? say('browserOn', read) : say('unknownDevice');
  const end = () =>
    revoke.mutate({ params: { sessionId: session.id } }, { onSuccess: () => tell(say('revoked')) });
  return (
    <li>
      <span>{device}</span>
      <span className="soft figures">
        {session.address} · {say('lastSeen')} {shortTime(session.lastSeenAt, now, language)}
        {session.factor && ` · ${security(openedBy[session.factor])}`}
      </span>
      {session.isCurrent ? (
        <span className="soft">{say('current')}</span>
      ) : (
        <Button
          size="small"
          aria-label={say('revokeThis', { device })}
          loading={revoke.isPending}
          onClick={end}
        >
          {say('revoke')}
        </Button>
      )}
    </li>
  );
}

/** Of modules that hold more of one's own. */
function OtherCards() {
  const cards = useModules().flatMap(({ OwnAccount }) => OwnAccount ?? []);
  return (
    <Suspense fallback={null}>
      {cards.map((OwnAccount, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the modules never change their order
        <OwnAccount key={at} />
      ))}
    </Suspense>
  );
}

/** One's own account: who one is here, the password, and where one is signed in. */
export default function AccountPage() {
  const say = useWords(peopleWords);
  const { name, username, post, orgUnitName } = useSession();
  const sessions = useQuery(reading(peopleRoutes.listSessions, { query: { limit: 50 } }));
  return (
    <Page title={say('own')}>
      <div className="person-own-account">
        <Card>
          <Facts
            facts={[
              [say('name'), name],
              [say('username'), username],
              ...(post ? ([[say('post'), post]] as [string, string][]) : []),
              [say('workplace'), orgUnitName],
            ]}
          />
        </Card>
        <SecurityCard />
        <OtherCards />
        <Card
          title={say('sessions')}
          actions={<EndOthers count={sessions.data?.items.length ?? 0} />}
        >
          <p className="soft">{say('sessionsLead')}</p>
          <ProblemNote problem={sessions.error} />
          <ul className="person-sessions">
            {sessions.data?.items.map((session) => (
              <SessionLine key={session.id} session={session} />
            ))}
          </ul>
        </Card>
        <PasswordForm />
      </div>
    </Page>
  );
}
