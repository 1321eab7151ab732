import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type OwnLink, signOnLinkRoutes as routes } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';
import './sign-on.css';
import { TurnedAwayNote } from './TurnedAwayNote.tsx';

/** On the account page: with which accounts elsewhere one signs in here. Nothing where no provider is set up. */
export default function OwnLinksCard() {
  const say = useWords(signOnWords);
  const { data, error } = useQuery(reading(routes.list, {}));
  const begin = useWriting(routes.begin);
  const isEmpty = data?.items.length === 0 && data.offered.length === 0;
  if (isEmpty || (!data && !error)) return null;
  const link = (providerId: string) =>
    begin.mutate({ body: { providerId } }, { onSuccess: ({ url }) => window.location.assign(url) });
  return (
    <Card title={say('ownTitle')}>
      <p className="soft">{say('ownLead')}</p>
      <TurnedAwayNote />
      <ProblemNote problem={error ?? begin.error} onAgain={begin.again} />
      <ul className="sign-on-links">
        {data?.items.map((one) => (
          <LinkLine key={one.id} link={one} />
        ))}
        {data?.offered.map(({ id, label }) => (
          <li key={id}>
            <span>{label}</span>
            <Button size="small" loading={begin.isPending} onClick={() => link(id)}>
              {say('link', { label })}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LinkLine({ link }: { link: OwnLink }) {
  const say = useWords(signOnWords);
  const language = useLanguage();
  const now = useNow();
  const tell = useTell();
  const remove = useWriting(routes.remove);
  const { id, label, shownAs, lastUsedAt } = link;
  const used = lastUsedAt
    ? say('lastUsed', { time: shortTime(lastUsedAt, now, language) })
    : say('neverUsed');
  const unlink = () =>
    remove.mutate({ params: { signOnLinkId: id } }, { onSuccess: () => tell(say('unlinked')) });
  return (
    <li>
      <div>
        <div>{label}</div>
        <div className="soft">
          {shownAs ? say('linkedAs', { name: shownAs }) : say('linked')} · {used}
        </div>
        <ProblemNote problem={remove.error} />
      </div>
      <Popconfirm
        title={say('unlinkAsk')}
        okText={say('unlink')}
        cancelText={say('cancel')}
        onConfirm={unlink}
      >
        <Button size="small" danger loading={remove.isPending}>
          {say('unlink')}
        </Button>
      </Popconfirm>
    </li>
  );
}
