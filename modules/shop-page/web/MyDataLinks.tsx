import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { LinksSheet } from '#modules/links/web/index.ts';
import { reading, useWriting } from '#web/api.ts';
import { useWords } from '#web/useWords.ts';
import { dataLinkRoutes as routes } from '../contract.ts';
import { shopPageWords } from '../locales/words.ts';

const Preview = lazy(async () => ({
  default: (await import('./HeldPreviews.tsx')).DataPreview,
}));

/** For who keeps the file: a link by which the customer sees and steers what is held of him. */
export default function MyDataLinks({ customerId }: { customerId: string }) {
  const say = useWords(shopPageWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{say('dataLink')}</Button>
      {isOpen && <Links customerId={customerId} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Links({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const say = useWords(shopPageWords);
  const params = { customerId };
  const links = useQuery(reading(routes.links, { params }));
  const seen = useQuery(reading(routes.preview, { params }));
  const make = useWriting(routes.makeLink);
  return (
    <Suspense>
      <LinksSheet
        lead={say('dataLinkLead')}
        links={links.data?.items}
        problem={make.error ?? links.error}
        url={make.data?.url}
        isMaking={make.isPending}
        touches="customers"
        onMake={() => make.mutate({ params, body: {} })}
        onAgain={make.again}
        onClose={onClose}
        preview={<Preview held={seen.data} problem={seen.error} />}
      />
    </Suspense>
  );
}
