import { LinksSheet } from '#modules/links/web/index.ts';
import { useWriting } from '#web/api.ts';
import { type InvitationRecord, invitationRoutes } from '../contract.ts';

/** A link by which the customer answers on his own telephone. */
export default function SurveyLink(props: { survey: InvitationRecord; onClose: () => void }) {
  const { survey, onClose } = props;
  const make = useWriting(invitationRoutes.makeLink);
  const params = { surveyInvitationId: survey.id };
  return (
    <LinksSheet
      links={survey.links}
      problem={make.error}
      url={make.data?.url}
      isMaking={make.isPending}
      onMake={() => make.mutate({ params, body: {} })}
      onAgain={make.again}
      onClose={onClose}
    />
  );
}
