import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { useModules } from '#web/modules.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { resultRoutes } from '../contract.ts';
import { resultWords } from '../locales/words-result.ts';
import ResultTables from './ResultTables.tsx';

/** What came of a campaign so far, and the way to its report (FUP-12). */
export default function Result({ campaignId }: { campaignId: string }) {
  const say = useWords(resultWords);
  const CampaignReport = useModules().find((module) => module.CampaignReport)?.CampaignReport;
  const params = { campaignId };
  const { data, error } = useQuery(reading(resultRoutes.show, { params }));
  if (error) return <ProblemNote problem={error} />;
  if (!data) return <Waiting />;
  const { sinceOn, untilOn, days, isOver } = data;
  return (
    <Card
      title={say('result')}
      actions={CampaignReport && <CampaignReport campaignId={campaignId} />}
    >
      <p className="soft">
        {say('resultLead', { from: sinceOn, until: untilOn, days })}
        {!isOver && ` · ${say('notOver')}`}
      </p>
      <ResultTables result={data} />
    </Card>
  );
}
