import { Button, Popconfirm } from 'antd';
import { StoredFileView } from '#modules/files/web/index.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { type Certificate, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import { useStanding } from './useStanding.ts';

/** One paper of a person: what, until when, the picture of it. */
export function CertificateLine(props: { certificate: Certificate; onRenew: () => void }) {
  const { certificate, onRenew } = props;
  const say = useWords(staffingWords);
  const stateOf = useStanding();
  const withdraw = useWriting(staffingRoutes.withdrawCertificate, { touches: ['employees'] });
  const { id: certificateId, name, number, expiresOn, fileId, fileType } = certificate;
  const isOver = certificate.isWithdrawn || certificate.renewalId !== null;
  return (
    <li className={isOver ? 'soft' : ''}>
      <span>
        {name} <span className="soft figures">{number}</span>{' '}
        <span className="soft">
          {say('expiresOn')} {expiresOn ?? say('forEver')} · {stateOf(certificate)}
        </span>
      </span>
      <span className="staffing-actions">
        {fileId && (
          <StoredFileView fileId={fileId} contentType={fileType} name={name} label={say('open')} />
        )}
        {!isOver && expiresOn !== null && (
          <Button size="small" aria-label={say('renewTitle', { name })} onClick={onRenew}>
            {say('renew')}
          </Button>
        )}
        {!isOver && (
          <Popconfirm
            title={say('withdrawSure', { name })}
            okText={say('withdraw')}
            cancelText={say('cancel')}
            onConfirm={() => withdraw.mutate({ params: { certificateId } })}
          >
            <Button
              size="small"
              aria-label={`${say('withdraw')} ${name}`}
              loading={withdraw.isPending}
            >
              {say('withdraw')}
            </Button>
          </Popconfirm>
        )}
      </span>
      <ProblemNote problem={withdraw.error} />
    </li>
  );
}
