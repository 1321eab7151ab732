import { Link } from '@tanstack/react-router';
import { useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { securityWords } from '../../locales/security.ts';
import './security.css';

/** In the days before a second factor is needed: when, and where it is set up. */
export function FactorLead() {
  const say = useWords(securityWords);
  const { factorFrom } = useSession();
  if (factorFrom === null) return null;
  return (
    <p className="person-factor-lead" role="status">
      {say('lead', { date: factorFrom })} <Link to={'/account' as never}>{say('leadAct')}</Link>
    </p>
  );
}
