import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import type { Notice, NoticeSource } from '#web/module.ts';
import { shortTime } from '#web/times.ts';
import { fill, type Language, useLanguage } from '#web/useWords.ts';
import { commitmentRoutes, type NoticeShown } from '../contract.ts';
import { noticeWords, ruleWords } from '../locales/words.ts';
import { placeOf } from './places.ts';

const tones: Readonly<Record<string, Notice['tone']>> = {
  'commitment.warned': 'warn',
  'commitment.broken': 'late',
  'commitment.climbed': 'late',
  'message.failed': 'warn',
  'messages.replied': 'warn',
  'jobClock.lateForeseen': 'warn',
  'portal.asked': 'warn',
  'campaigns.seatUntold': 'warn',
  'portal.signed': 'good',
  'webhook.disabled': 'warn',
  'complaints.major': 'late',
  'members.unproved': 'late',
  'stuckTasks.givenUp': 'late',
  'exports.nearlyUsed': 'warn',
  'genuineChecks.warned': 'late',
  'exports.reading': 'late',
  'exports.unusual': 'late',
  'exports.refused': 'late',
  'people.newDevice': 'warn',
  'people.passkeyDoubted': 'late',
  'people.rescued': 'late',
  'people.emergencyOpened': 'late',
  'people.recoveryCodeUsed': 'warn',
};

/** A customer waits for an answer, or has just given his. */
const urgent = new Set(['portal.asked', 'portal.signed']);

/** The words of a notice: by its kind, filled with its facts. One of an unknown kind says its text, if it has any. */
function worded(notice: NoticeShown, language: Language): { title: string; detail: string } {
  const given = Object.entries(notice.facts).map(([key, value]) => [key, String(value ?? '')]);
  const facts: Record<string, string> = Object.fromEntries(given);
  const { rule = '', source = '', dueAt } = facts;
  if (rule) facts.rule = ruleWords[language][rule] ?? source;
  if (dueAt) facts.due = shortTime(dueAt, now(), language);
  const [title, detail] = noticeWords[language][notice.kind] ?? [facts.text ?? notice.kind, ''];
  return { title: fill(title, facts), detail: fill(detail, facts).trim() };
}

/** What the bell shows: the last thirty, with the number of all that are unread. */
export const useNotices: NoticeSource = () => {
  const language = useLanguage();
  const read = useWriting(commitmentRoutes.readNotice);
  const readAll = useWriting(commitmentRoutes.readAllNotices);
  const { data, isPending } = useQuery(
    reading(commitmentRoutes.listNotices, { query: { limit: 30 } }),
  );
  const notices = useMemo(
    () =>
      (data?.items ?? []).map((notice): Notice => {
        const { id, kind, createdAt, readAt, aboutType, aboutId } = notice;
        return {
          id,
          ...worded(notice, language),
          at: createdAt,
          isRead: readAt !== null,
          tone: tones[kind] ?? 'info',
          isUrgent: urgent.has(kind),
          to: placeOf(aboutType, aboutId),
        };
      }),
    [data, language],
  );
  const markRead = (ids: readonly string[]) => {
    if (ids.length > 1) readAll.mutate({});
    else for (const noticeId of ids) read.mutate({ params: { noticeId } });
  };
  return { notices, unread: data?.unread ?? 0, isLoading: isPending, markRead };
};
