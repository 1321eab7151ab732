import { Page } from '#web/Page.tsx';
import { ChargeList } from './ChargeList.tsx';
import { usePartWords } from './usePartWords.ts';

/** Parts lost or deliberately damaged, and who is charged with them. */
export default function ChargesPage() {
  const { say } = usePartWords();
  return (
    <Page title={say('charges')} note={say('chargeNote')}>
      <ChargeList />
    </Page>
  );
}
