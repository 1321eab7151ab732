import { dateIn, daysBetween } from '#shared/dates.ts';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ResourceTable } from '#web/ResourceTable.tsx';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type Certificate, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import { useStanding } from './useStanding.ts';
import './staffing.css';

/** The papers of everybody in one's scope, the next to expire first (ORG-05). */
export default function CertificatesPage() {
  const say = useWords(staffingWords);
  const list = useRows(staffingRoutes.listCertificates, {});
  const stateOf = useStanding();
  const today = dateIn('Asia/Shanghai', now());
  const isNear = ({ expiresOn }: Certificate) =>
    expiresOn !== null && daysBetween(today, expiresOn) <= 30;
  const columns = [
    {
      key: 'person',
      title: say('person'),
      width: 130,
      card: 'title' as const,
      show: (row: Certificate) => row.employeeName,
    },
    {
      key: 'name',
      title: say('certificateName'),
      isLong: true,
      show: (row: Certificate) => row.name,
    },
    {
      key: 'number',
      title: say('number'),
      width: 190,
      show: (row: Certificate) => row.number || '–',
    },
    { key: 'shop', title: say('shop'), width: 160, show: (row: Certificate) => row.unitName },
    {
      key: 'expires',
      title: say('expiresOn'),
      width: 130,
      show: (row: Certificate) => row.expiresOn ?? say('forEver'),
    },
    {
      key: 'state',
      title: say('state'),
      width: 140,
      card: 'side' as const,
      show: (row: Certificate) => (
        <span className={isNear(row) ? 'staffing-missing' : 'soft'}>{stateOf(row)}</span>
      ),
    },
  ];
  return (
    <Page title={say('certificates')} note={say('certificatesLead')}>
      <ResourceTable
        label={say('certificates')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ employeeId }) => `/people/${employeeId}`}
        empty={
          <EmptyState
            icon="shield"
            title={say('noCertificates')}
            next={say('noCertificatesNext')}
          />
        }
      />
    </Page>
  );
}
