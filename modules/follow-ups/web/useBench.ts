import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { useDialling } from '#web/dialling.ts';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type FollowUp, followUpRoutes } from '../contract.ts';
import type { TopicKey } from '../locales/vocabulary.ts';
import { groupsOf } from './groups.ts';
import { bodyOf, emptyTalk, lacks, type Talk, withTopic } from './talk.ts';
import { useBenchKeys } from './useBenchKeys.ts';
import { useDueList } from './useDueList.ts';
import { useSay } from './useFollowUpWords.ts';

/** What is noted, saved and opened next at the bench. */
export function useBench(followUp: FollowUp) {
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const now = useNow();
  const { list } = useDueList(true);
  const draft = useDraft<Talk>(`follow-up.${followUp.id}`, emptyTalk);
  const [talk, setTalk] = useState(draft.initial);
  const [isAsked, setIsAsked] = useState(false);
  const recording = useWriting(followUpRoutes.record, {
    touches: ['follow-up-calls', 'matters', 'complaints', 'customers'],
  });
  const locking = useWriting(followUpRoutes.lock);
  const dialling = useDialling();
  const params = { followUpId: followUp.id };
  const change = (next: Talk) => {
    setTalk(next);
    draft.keep(next);
  };
  const missing = lacks(talk);
  const following = groupsOf(list.rows, now)
    .flatMap(({ rows }) => rows)
    .find(({ id, lock }) => id !== followUp.id && lock === null);

  const save = () => {
    setIsAsked(true);
    if (missing || recording.isPending) return;
    recording.mutate(
      { params, body: bodyOf(talk) },
      {
        onSuccess: ({ complaintId }) => {
          draft.clear();
          const told = complaintId ? 'savedComplaint' : following ? 'saved' : 'savedNoNext';
          tell(`${followUp.customer.name}：${say(told)}`);
          void navigate({ to: following ? `/calls/${following.id}` : '/calls' });
        },
      },
    );
  };
  /** Keeps colleagues off, then has the customer called: by the telephone system, else by the device. */
  const dial = () => {
    const { id: customerId, phone } = followUp.customer;
    const body = talk.askedByCustomer ? { askedByCustomer: true } : {};
    const to = { customerId, phone, ...body };
    locking.mutate({ params, body }, { onSuccess: () => dialling.dial(to) });
  };
  const failed = [recording, locking, dialling].find(({ error }) => error);

  const bench = {
    talk,
    change,
    toggleTopic: (topic: TopicKey) => change(withTopic(talk, topic)),
    save,
    dial,
    isSaving: recording.isPending,
    /** Said only after the person tried to save. */
    lacks: isAsked ? missing : null,
    problem: failed?.error ?? null,
    again: failed?.again ?? recording.again,
  };
  useBenchKeys(followUp, bench);
  return bench;
}
export type BenchState = ReturnType<typeof useBench>;
