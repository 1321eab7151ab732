import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type Holding, language } from './holder/index.ts';
import { PhoneFrame } from './PhoneFrame.tsx';

/** The page of a link before the link leaves: its own program, over what the desk may read. Nothing is sent from it. */
export function HeldPage(props: {
  held: { id: string } | undefined;
  problem: ApiProblem | null;
  styles: readonly string[];
  page: (holding: Holding) => Promise<void>;
  /** It may be gone through: what would be sent is answered with how the record is then. */
  answered?: object;
}) {
  const { held, problem, styles, page, answered } = props;
  if (problem) return <ProblemNote problem={problem} />;
  if (!held) return <Waiting />;
  const ask = async (method: string) => (method === 'GET' ? held : { ...held, ...answered });
  return (
    <PhoneFrame
      key={JSON.stringify(held)}
      // Choosing a language there would begin the desk anew.
      styles={answered ? [...styles, '.link-language { visibility: hidden; }'] : styles}
      isInert={!answered}
      draw={(show) =>
        void page({
          ...{ aboutId: held.id, language, isPreview: true },
          ask: ask as Holding['ask'],
          show: (...parts) => show(parts),
          name: () => {},
          fail: () => {},
        })
      }
    />
  );
}
