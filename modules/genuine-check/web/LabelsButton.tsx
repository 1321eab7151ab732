import { Button } from 'antd';
import { pathOf } from '#shared/call.ts';
import { useWords } from '#web/useWords.ts';
import { type GenuineBatch, genuineRoutes } from '../contract.ts';
import { genuineWords } from '../locales/words.ts';

/** The file for the label printer. */
export function LabelsButton({ batch: { id } }: { batch: GenuineBatch }) {
  const say = useWords(genuineWords);
  return (
    <Button size="small" href={pathOf(genuineRoutes.labels, { genuineBatchId: id })} download>
      {say('labels')}
    </Button>
  );
}
