import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { callRoutes, followUpRoutes } from '../contract.ts';
import './bench.css';
import { Choice } from './Choice.tsx';
import { TalkForm } from './TalkForm.tsx';
import { bodyOf, emptyTalk, lacks, type Talk } from './talk.ts';
import { useSay } from './useFollowUpWords.ts';

const answered: Talk = { ...emptyTalk, result: 'connected', reason: 'talked' };
const ways = ['in', 'visit'] as const;

/** A customer who called or was visited: recorded like every other talk (FUP-06, FUP-10). */
export default function CallInPage() {
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const query = { customerId, state: 'planned' as const, limit: 5 };
  const { data: planned } = useQuery(reading(followUpRoutes.list, { query }));
  const draft = useDraft<Talk>(`call-in.${customerId}`, answered);
  const [talk, setTalk] = useState(draft.initial);
  const [direction, setDirection] = useState<(typeof ways)[number]>('in');
  const [settles, setSettles] = useState(true);
  const [isAsked, setIsAsked] = useState(false);
  const recording = useWriting(callRoutes.recordFor, {
    touches: ['follow-ups', 'follow-up-calls', 'matters', 'complaints'],
  });
  const open = planned?.items.at(-1);
  const missing = lacks(talk);
  const change = (next: Talk) => {
    setTalk(next);
    draft.keep(next);
  };
  const save = () => {
    setIsAsked(true);
    if (missing || recording.isPending) return;
    const {
      result,
      reason,
      direction: _out,
      askedByCustomer: _asked,
      nextTryAt: _next,
      ...rest
    } = bodyOf(talk);
    const followUpId = open && settles ? open.id : undefined;
    recording.mutate(
      { params: { customerId }, body: { direction, result, reason, ...rest, followUpId } },
      {
        onSuccess: ({ complaintId }) => {
          draft.clear();
          tell(say(complaintId ? 'savedComplaint' : 'saved'));
          void navigate({ to: `/customers/${customerId}` });
        },
      },
    );
  };
  useHotkey({ keys: 'mod+Enter', label: say('save'), group: 'page', run: save });
  return (
    <Page
      title={say('callIn')}
      note={open?.customer.name}
      actions={<Link to={`/customers/${customerId}`}>{say('customer')}</Link>}
    >
      <section className="bench-form card call-in">
        <Choice
          label={say('direction')}
          size="large"
          options={ways.map((value) => ({ value, label: say(value) }))}
          value={direction}
          onChoose={setDirection}
        />
        {open && (
          <Checkbox checked={settles} onChange={({ target }) => setSettles(target.checked)}>
            {say('settlesFollowUp', { rule: say(open.rule) })}
          </Checkbox>
        )}
        <TalkForm bench={{ talk, change }} isAnswered />
        <ProblemNote problem={recording.error} onAgain={recording.again} />
        <footer className="bench-save">
          <span className="soft" role="status">
            {isAsked && missing && say(missing)}
          </span>
          <Button type="primary" size="large" loading={recording.isPending} onClick={save}>
            {say('save')} <kbd className="bench-kbd">Ctrl Enter</kbd>
          </Button>
        </footer>
      </section>
    </Page>
  );
}
