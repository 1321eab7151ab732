import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { reading } from '#web/api.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { questionnaireRoutes } from '../contract.ts';
import { occasions } from '../lifecycle.ts';
import { surveySettingWords } from '../locales/words-settings.ts';
import { QuestionnaireEditor } from './QuestionnaireEditor.tsx';
import { SurveyRules } from './SurveyRules.tsx';
import './questionnaires.css';

/** What is asked on each occasion, with the customer's page beside it; and how surveys are run. */
export default function QuestionnairesPage() {
  const say = useWords(surveySettingWords);
  const [address, setAddress] = useAddress();
  const occasion = occasions.find((one) => one === address.occasion) ?? 'delivery';
  const { data, error, isPending, refetch } = useQuery(reading(questionnaireRoutes.current, {}));
  const current = data?.items.find((one) => one.occasion === occasion);
  return (
    <Page
      title={say('title')}
      filters={
        <Segmented
          value={occasion}
          options={occasions.map((value) => ({ value, label: say(value) }))}
          onChange={(value) => setAddress({ occasion: value === 'delivery' ? undefined : value })}
        />
      }
    >
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {isPending && <Waiting />}
      {current && <QuestionnaireEditor key={`${occasion} ${current.edition}`} current={current} />}
      {data && (
        <SurveyRules
          key={data.settingsVersion}
          settings={data.settings}
          version={data.settingsVersion}
        />
      )}
    </Page>
  );
}
