import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { switchSound, useArrivals, useIsSoundOn } from '../chime.ts';
import { useNow } from '../clock.ts';
import { EmptyState } from '../EmptyState.tsx';
import { Icon } from '../Icon.tsx';
import type { Notice, NoticeSource } from '../module.ts';
import { Sheet } from '../Sheet.tsx';
import { useTell } from '../Toasts.tsx';
import { shortTime } from '../times.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import './notices.css';

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const language = useLanguage();
  const now = useNow();
  return (
    <button
      type="button"
      className={`notice notice-${notice.tone ?? 'info'} ${notice.isRead ? 'notice-read' : ''}`}
      onClick={onOpen}
    >
      <span className="notice-title">{notice.title}</span>
      <time className="soft figures" dateTime={notice.at}>
        {shortTime(notice.at, now, language)}
      </time>
      {notice.detail && <span className="notice-detail soft">{notice.detail}</span>}
    </button>
  );
}

/** What waits for this person; the number at the bell is what they have not seen. */
export function NoticeBell({ useNotices }: { useNotices: NoticeSource }) {
  const say = useWords(shellWords);
  const navigate = useNavigate();
  const { notices, unread, isLoading, markRead } = useNotices();
  const [isOpen, setIsOpen] = useState(false);
  const open = (notice: Notice) => {
    if (!notice.isRead) markRead([notice.id]);
    setIsOpen(false);
    if (notice.to) void navigate({ to: notice.to });
  };
  const tell = useTell();
  const isSoundOn = useIsSoundOn();
  useArrivals(notices, isLoading, (notice) =>
    tell([notice.title, notice.detail].filter(Boolean).join(' · '), {
      ...(notice.to && { action: { label: say('openNotice'), run: () => open(notice) } }),
    }),
  );
  const unreadIds = notices.filter(({ isRead }) => !isRead).map(({ id }) => id);
  return (
    <>
      <button
        type="button"
        className="plain-button bell"
        aria-haspopup="dialog"
        aria-label={unread > 0 ? say('notificationsNew', { count: unread }) : say('notifications')}
        title={say('notifications')}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="bell" />
        {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
      </button>
      {isOpen && (
        <Sheet
          title={say('notifications')}
          place="side"
          onClose={() => setIsOpen(false)}
          actions={
            <>
              <button
                type="button"
                className="plain-button"
                aria-pressed={isSoundOn}
                onClick={() => switchSound(!isSoundOn)}
              >
                {say(isSoundOn ? 'soundOn' : 'soundOff')}
              </button>
              {unreadIds.length > 0 && (
                <button type="button" className="plain-button" onClick={() => markRead(unreadIds)}>
                  {say('markAllRead')}
                </button>
              )}
            </>
          }
        >
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onOpen={() => open(notice)} />
          ))}
          {notices.length === 0 && (
            <EmptyState
              icon="bell"
              title={say(isLoading ? 'loading' : 'notificationsNone')}
              next={isLoading ? undefined : say('notificationsNoneNext')}
            />
          )}
        </Sheet>
      )}
    </>
  );
}
