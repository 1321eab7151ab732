import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { campaignReportRoutes } from '../contract.ts';
import { useSay } from './said.ts';

/** The way to the report of a campaign: drawn up by the house when it is opened first (FUP-12). */
export default function CampaignReport({ campaignId }: { campaignId: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const draft = useWriting(campaignReportRoutes.open, { touches: ['briefs'] });
  const may = mayUse(useSession(), ['followUps.supervise']);
  const open = () =>
    draft.mutate(
      { params: { campaignId } },
      { onSuccess: ({ id }) => void navigate({ to: `/briefs/${id}` as string }) },
    );
  useHotkey(may ? { keys: 'r', label: say('brief_campaign'), group: 'page', run: open } : null);
  if (!may) return null;
  return (
    <>
      <ProblemNote problem={draft.error} />
      <Button
        icon={<Icon name="order" />}
        title={say('reportHint')}
        loading={draft.isPending}
        onClick={open}
      >
        {say('brief_campaign')}
      </Button>
    </>
  );
}
