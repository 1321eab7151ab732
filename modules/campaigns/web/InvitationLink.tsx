import { useQuery } from '@tanstack/react-query';
import { HeldPage, LinksSheet } from '#modules/links/web/index.ts';
import { reading, useWriting } from '#web/api.ts';
import { type CampaignContact, invitationRoutes as routes } from '../contract.ts';
import pageStyles from './holder/event.css?inline';
import { showHeldEvent } from './holder/event.ts';
import { useSay } from './useSay.ts';

/** A link by which one customer answers the invitation himself. */
export default function InvitationLink(props: { contact: CampaignContact; onClose: () => void }) {
  const { contact, onClose } = props;
  const say = useSay();
  const params = { campaignContactId: contact.id };
  const links = useQuery(reading(routes.links, { params }));
  const seen = useQuery(reading(routes.preview, { params }));
  const make = useWriting(routes.makeLink, { touches: ['campaign-contacts'] });
  return (
    <LinksSheet
      lead={say('invitationLead')}
      touches="campaign-contacts"
      links={links.data?.items}
      problem={make.error ?? links.error}
      url={make.data?.url}
      isMaking={make.isPending}
      onMake={() => make.mutate({ params, body: {} })}
      onAgain={make.again}
      onClose={onClose}
      preview={
        <HeldPage
          held={seen.data}
          problem={seen.error}
          styles={[pageStyles]}
          page={showHeldEvent}
        />
      }
    />
  );
}
