import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { rightsRoutes } from '../contract.ts';
import { rightsWords } from '../locales/words-requests.ts';
import { RequestCard } from './RequestCard.tsx';

/** One request at the desk: what was asked, what can be done about it. */
export function RequestSheet(props: { requestId: string; onClose: () => void }) {
  const { requestId: rightsRequestId, onClose } = props;
  const say = useWords(rightsWords);
  const { data, error } = useQuery(reading(rightsRoutes.read, { params: { rightsRequestId } }));
  const title = data ? `${say(data.kind)} · ${data.customerName}` : say('requests');
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="privacy-sheet">
        <ProblemNote problem={error} />
        {!data && !error && <Waiting />}
        {data && <RequestCard request={data} isAtDesk />}
      </div>
    </Sheet>
  );
}
