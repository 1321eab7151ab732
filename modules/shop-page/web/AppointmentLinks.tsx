import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { LinksSheet } from '#modules/links/web/index.ts';
import { reading, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { appointmentLinkRoutes as routes } from '../contract.ts';
import { shopPageWords } from '../locales/words.ts';

const Preview = lazy(async () => ({
  default: (await import('./HeldPreviews.tsx')).AppointmentPreview,
}));

/** For who speaks with the customer: a link by which he looks at, moves or cancels his appointment. */
export default function AppointmentLinks({ appointmentId }: { appointmentId: string }) {
  const say = useWords(shopPageWords);
  const [isOpen, setIsOpen] = useState(false);
  if (!mayUse(useSession(), ['messages.send'])) return null;
  return (
    <>
      <Button icon={<Icon name="phone" />} onClick={() => setIsOpen(true)}>
        {say('link')}
      </Button>
      {isOpen && <Links appointmentId={appointmentId} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Links({ appointmentId, onClose }: { appointmentId: string; onClose: () => void }) {
  const say = useWords(shopPageWords);
  const params = { appointmentId };
  const links = useQuery(reading(routes.links, { params }));
  const seen = useQuery(reading(routes.preview, { params }));
  const make = useWriting(routes.makeLink);
  return (
    <Suspense>
      <LinksSheet
        lead={say('linkLead')}
        links={links.data?.items}
        problem={make.error ?? links.error}
        url={make.data?.url}
        isMaking={make.isPending}
        touches="appointments"
        onMake={() => make.mutate({ params, body: {} })}
        onAgain={make.again}
        onClose={onClose}
        preview={<Preview held={seen.data} problem={seen.error} />}
      />
    </Suspense>
  );
}
