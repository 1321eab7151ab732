import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { signOnEntranceRoutes as routes } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';

/** The buttons of the sign-in page, one a provider. On a server of several companies `?tenant=` says whose they are. */
export default function SignOnEntrance() {
  const say = useWords(signOnWords);
  const [{ tenant, next }] = useAddress();
  const { data } = useQuery(reading(routes.offered, { query: { tenant } }));
  const begin = useWriting(routes.begin);
  const go = (providerId: string) => {
    const body = { providerId, ...(tenant && { tenant }), ...(next && { next }) };
    begin.mutate({ body }, { onSuccess: ({ url }) => window.location.assign(url) });
  };
  return (
    <>
      <ProblemNote problem={begin.error} onAgain={begin.again} />
      {data?.items.map(({ id, label }) => (
        <Button key={id} size="large" block loading={begin.isPending} onClick={() => go(id)}>
          {say('signInBy', { label })}
        </Button>
      ))}
    </>
  );
}
