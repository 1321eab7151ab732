import { Button, Input } from 'antd';
import { Suspense, useRef, useState } from 'react';
import { type Lines, TalkLines } from '#modules/follow-ups/web/index.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type PhoneCall, phoneCallRoutes } from '../contract.ts';
import { type PhoneResult, resultsOf } from '../lifecycle.ts';
import type { PhoneCallWord } from '../locales/words.ts';
import { touches, useSay } from './usePhoneWords.ts';

interface Typed extends Lines {
  result: PhoneResult | null;
  note: string;
}
type Body = BodyOf<typeof phoneCallRoutes.record>;

function bodyOf({ result, note, matters, complaint }: Typed): Body {
  if (result !== 'talked') return { result: result!, note: note.trim() };
  const asked = matters
    .filter(({ content }) => content.trim())
    .map(({ kind, content, isAnswered, solution }) => ({
      kind,
      content: content.trim(),
      ...(isAnswered && solution.trim() && { solution: solution.trim() }),
    }));
  return {
    result,
    note: note.trim(),
    ...(asked.length > 0 && { matters: asked }),
    ...(complaint?.content.trim() && {
      complaint: {
        kind: complaint.kind,
        content: complaint.content.trim(),
        ...(complaint.aboutWhom.trim() && { aboutWhom: complaint.aboutWhom.trim() }),
      },
    }),
  };
}

function lacks({ result, note, matters }: Typed, call: PhoneCall): PhoneCallWord | null {
  if (result === null) return 'needResult';
  if (result === 'talked' && note.trim() === '') return 'needNote';
  const hasMatters = matters.some(({ content }) => content.trim());
  return hasMatters && call.customerId === null ? 'needCustomer' : null;
}

/** What was said and what comes of it, in the order of the talk; all of it by keys. */
export function RecordForm({ call }: { call: PhoneCall }) {
  const say = useSay();
  const tell = useTell();
  const note = useRef<HTMLTextAreaElement>(null);
  const results = resultsOf[call.direction];
  const draft = useDraft<Typed>(`phone-call.${call.id}`, {
    result: call.direction === 'out' ? null : 'talked',
    note: '',
    matters: [],
    complaint: null,
  });
  const [typed, setTyped] = useState(draft.initial);
  const [isAsked, setIsAsked] = useState(false);
  const record = useWriting(phoneCallRoutes.record, touches);
  const missing = lacks(typed, call);
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    draft.keep(next);
  };
  const save = () => {
    setIsAsked(true);
    if (missing || record.isPending) return;
    record.mutate(
      { params: { phoneCallId: call.id }, body: bodyOf(typed) },
      {
        onSuccess: ({ complaintId }) => {
          draft.clear();
          tell(say(complaintId ? 'savedComplaint' : 'saved'));
        },
      },
    );
  };
  useHotkey({ keys: 'mod+Enter', label: say('save'), group: 'page', run: save });
  useHotkey({
    keys: 'n',
    label: say('note'),
    group: 'page',
    run: (event) => {
      event.preventDefault();
      note.current?.focus();
    },
  });
  return (
    <section className="card phone-record">
      <fieldset className="phone-results" aria-label={say('resultField')}>
        {results.map((value, at) => (
          <ResultButton
            key={value}
            place={at + 1}
            label={say(`result_${value}`)}
            isChosen={typed.result === value}
            onChoose={() => change({ result: value })}
          />
        ))}
      </fieldset>
      <label htmlFor="phone-note">
        {say('note')} <kbd className="for-keyboard">N</kbd>
      </label>
      <Input.TextArea
        className="grows"
        id="phone-note"
        ref={(field) => {
          note.current = field?.resizableTextArea?.textArea ?? null;
        }}
        rows={3}
        maxLength={4000}
        placeholder={say('noteHint')}
        value={typed.note}
        onChange={({ target }) => change({ note: target.value })}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
      {typed.result === 'talked' && (
        <Suspense fallback={<Waiting />}>
          <TalkLines
            lines={typed}
            hasMatters={call.customerId !== null || typed.matters.length > 0}
            onChange={change}
          />
        </Suspense>
      )}
      <ProblemNote problem={record.error} onAgain={record.again} />
      <footer className="phone-save">
        <span className="soft" role="status">
          {isAsked && missing && say(missing)}
        </span>
        <Button type="primary" size="large" loading={record.isPending} onClick={save}>
          {say('save')} <kbd className="for-keyboard">Ctrl Enter</kbd>
        </Button>
      </footer>
    </section>
  );
}

function ResultButton(props: {
  place: number;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { place, label, isChosen, onChoose } = props;
  useHotkey({ keys: String(place), label, group: 'page', run: onChoose });
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose}>
      <kbd className="for-keyboard">{place}</kbd> {label}
    </button>
  );
}
