import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { LinksSheet } from '#modules/links/web/index.ts';
import { reading, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { useModules } from '#web/modules.ts';
import { mayUse, useSession } from '#web/session.ts';
import { orderLinkRoutes as routes } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** For who speaks with the customer: a link to his papers, for his telephone. */
export function OrderLinks({ orderId }: { orderId: string }) {
  const { say } = useOrderWords();
  const [isOpen, setIsOpen] = useState(false);
  if (!mayUse(useSession(), ['messages.send'])) return null;
  return (
    <>
      <Button icon={<Icon name="phone" />} onClick={() => setIsOpen(true)}>
        {say('customerLink')}
      </Button>
      {isOpen && <Links orderId={orderId} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Links({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const params = { orderId };
  const links = useQuery(reading(routes.links, { params }));
  const make = useWriting(routes.makeLink);
  const LinkPreview = useModules().find((module) => module.LinkPreview)?.LinkPreview;
  return (
    <Suspense>
      <LinksSheet
        links={links.data?.items}
        problem={make.error ?? links.error}
        url={make.data?.url}
        isMaking={make.isPending}
        onMake={() => make.mutate({ params, body: {} })}
        onAgain={make.again}
        onClose={onClose}
        preview={LinkPreview && <LinkPreview orderId={orderId} />}
      />
    </Suspense>
  );
}
