import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type InspectionSheet, type Missing, inspectionRoutes as routes } from '../contract.ts';
import { useInspectionWords } from './useInspectionWords.ts';
import type { SheetAtHand } from './useSheet.ts';

export const placeOf = (key: string) => `inspect-${key}`;

/** Leads to the place and gives it the focus, so that keyboard and thumb go on from there. */
export function leadTo(key: string): void {
  const place = document.getElementById(placeOf(key));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
}

/** What is missing leads there; then the signature, or back to the work. */
export function FinishBar(props: {
  record: InspectionSheet;
  atHand: SheetAtHand;
  missing: readonly Missing[];
}) {
  const { record, atHand, missing } = props;
  const { say } = useInspectionWords();
  const finish = useWriting(routes.finish, { touches: ['service-orders'] });
  const params = { inspectionSheetId: record.id };
  const items = record.sections.flatMap((section) => section.items);
  const isRed = items.some(({ key }) => atHand.answerOf(key).light === 'red');
  const [first] = missing;
  const isFinal = record.kind === 'final';
  const sign = (passed: boolean) =>
    finish.mutate(
      { params, body: { passed }, version: record.version },
      { onSuccess: atHand.show },
    );
  const rest = { size: 'large', loading: finish.isPending } as const;
  return (
    <footer className="inspect-end">
      <ProblemNote problem={finish.error} onAgain={finish.again} />
      {!atHand.isSaved && <p className="soft">{say('unsaved')}</p>}
      <div className="inspect-end-row">
        {first && (
          <Button
            size="large"
            icon={<Icon name="alert" size={16} />}
            onClick={() => leadTo(first.key)}
          >
            {say('missing', { count: missing.length })}
          </Button>
        )}
        {isFinal && isRed && (
          <Button {...rest} danger disabled={!atHand.isSaved} onClick={() => sign(false)}>
            {say('finish_fail')}
          </Button>
        )}
        {(!isFinal || !isRed) && (
          <Button
            {...rest}
            type="primary"
            disabled={first !== undefined || !atHand.isSaved}
            onClick={() => sign(true)}
          >
            {say(isFinal ? 'finish_pass' : 'finish_intake')}
          </Button>
        )}
      </div>
    </footer>
  );
}
