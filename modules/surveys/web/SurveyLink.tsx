import { useQuery } from '@tanstack/react-query';
import { HeldPage, LinksSheet } from '#modules/links/web/index.ts';
import { reading, useWriting } from '#web/api.ts';
import { useWords } from '#web/useWords.ts';
import { type InvitationRecord, invitationRoutes } from '../contract.ts';
import { surveyWords } from '../locales/words.ts';
import pageStyles from './holder/survey.css?inline';
import { showHeldSurvey } from './holder/survey.ts';

/** A link by which the customer answers on his own telephone. */
export default function SurveyLink(props: { survey: InvitationRecord; onClose: () => void }) {
  const { survey, onClose } = props;
  const say = useWords(surveyWords);
  const make = useWriting(invitationRoutes.makeLink);
  const params = { surveyInvitationId: survey.id };
  const seen = useQuery(reading(invitationRoutes.preview, { params }));
  return (
    <LinksSheet
      lead={say('linkLead')}
      links={survey.links}
      problem={make.error}
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
          page={showHeldSurvey}
          answered={{ state: 'answered' }}
        />
      }
    />
  );
}
