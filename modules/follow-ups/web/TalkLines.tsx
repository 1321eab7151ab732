import { useHotkey } from '#web/hotkeys.ts';
import { ComplaintLine } from './ComplaintLine.tsx';
import './bench.css';
import { MatterLines } from './MatterLines.tsx';
import { complaintFrom, newMatter } from './newLines.ts';
import { type ComplaintDraft, emptyTalk, type MatterDraft } from './talk.ts';
import { useSay } from './useFollowUpWords.ts';

/** What may come of any talk: matters (`m`) with their clock, and a complaint (`c`). */
export interface Lines {
  matters: MatterDraft[];
  complaint: ComplaintDraft | null;
}

/** The same lines as on the bench, for a talk that was on nobody's list; without `hasMatters` a complaint alone. */
export default function TalkLines(props: {
  lines: Lines;
  hasMatters: boolean;
  onChange: (lines: Lines) => void;
}) {
  const { lines, hasMatters, onChange } = props;
  const say = useSay();
  const talk = { ...emptyTalk, ...lines };
  const change = ({ matters, complaint }: Lines) => onChange({ matters, complaint });
  const addMatter = () => change({ ...lines, matters: [...lines.matters, newMatter()] });
  useHotkey(
    hasMatters ? { keys: 'm', label: say('addMatter'), group: 'page', run: addMatter } : null,
  );
  useHotkey(
    lines.complaint
      ? null
      : {
          keys: 'c',
          label: say('addComplaint'),
          group: 'page',
          run: () => change({ ...lines, complaint: complaintFrom(talk) }),
        },
  );
  return (
    <div className="talk">
      {hasMatters && <MatterLines talk={talk} change={change} />}
      <ComplaintLine talk={talk} change={change} />
    </div>
  );
}
