import type { ApiProblem } from '#shared/call.ts';
import type { ReplyOf } from '#shared/route.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import type { signOnRoutes } from '../contract.ts';
import { signOnWords } from '../locales/words.ts';

type Step = ReplyOf<typeof signOnRoutes.test>['steps'][number];

/** How far the way to a provider goes, and what to do where it ends. */
export function TrialSheet(props: {
  label: string;
  steps: readonly Step[];
  problem: ApiProblem | null;
  onClose: () => void;
}) {
  const { label, steps, problem, onClose } = props;
  const say = useWords(signOnWords);
  const isGood = steps.every(({ finding }) => finding === 'good');
  return (
    <Sheet title={say('testTitle', { label })} onClose={onClose}>
      <div className="sign-on-sheet">
        <ProblemNote problem={problem} />
        <ol className="sign-on-steps">
          {steps.map((step) => (
            <StepLine key={step.check} step={step} />
          ))}
        </ol>
        {steps.length > 0 && <p role="status">{say(isGood ? 'testGood' : 'testBad')}</p>}
      </div>
    </Sheet>
  );
}

function StepLine({ step: { check, finding, said } }: { step: Step }) {
  const say = useWords(signOnWords);
  const isGood = finding === 'good';
  return (
    <li className={isGood ? 'sign-on-good' : 'sign-on-bad'}>
      <Icon name={isGood ? 'check' : 'alert'} />
      <div>
        <div>{say(`check_${check}`)}</div>
        {!isGood && <div className="soft">{say(helpFor(check, finding))}</div>}
        {said && !isGood && <code>{said}</code>}
      </div>
    </li>
  );
}

const helpFor = (check: Step['check'], finding: Step['finding']) => {
  if (finding === 'not_allowed') return 'help_address_not_allowed';
  if (finding === 'unreachable') return 'help_address';
  return finding === 'unsure' ? 'help_unsure' : (`help_${check}` as const);
};
