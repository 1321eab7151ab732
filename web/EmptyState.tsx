import type { ReactNode } from 'react';
import './empty-state.css';
import { Icon, type IconName } from './Icon.tsx';

/** Nothing to show: says why, and what to do next. */
export function EmptyState(props: {
  title: string;
  next?: ReactNode;
  icon?: IconName;
  /** One button at most. */
  action?: ReactNode;
}) {
  const { title, next, icon = 'info', action } = props;
  return (
    <div className="empty-state">
      <Icon name={icon} size={28} />
      <p className="empty-state-title">{title}</p>
      {next && <p className="soft">{next}</p>}
      {action}
    </div>
  );
}
