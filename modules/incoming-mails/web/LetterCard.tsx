import { StoredFileView } from '#modules/files/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { type AttachedFile, type IncomingMail, incomingMailRoutes as routes } from '../contract.ts';
import { sizeOf, useSay } from './said.ts';

/** The words of a letter as they can be read, and what was attached: plain text, nothing of it is drawn or fetched. */
export function LetterCard({ mail }: { mail: IncomingMail }) {
  const say = useSay();
  const session = useSession();
  if (mail.isWalled) {
    return (
      <Card>
        <p className="soft">{say('walledWhy')}</p>
      </Card>
    );
  }
  const isLacking = mail.attached.some(({ leftOut }) => leftOut !== '');
  return (
    <Card>
      <div className="mail-letter">
        {mail.body ? (
          <p className="mail-words">{mail.body}</p>
        ) : (
          <p className="soft">{say('noWords')}</p>
        )}
        {mail.attached.length > 0 && (
          <section aria-label={say('attachedTitle')}>
            <h3>
              {say('attachedTitle')} <span className="figures">{mail.attached.length}</span>
            </h3>
            <ul className="mail-files">
              {mail.attached.map((file) => (
                <Attached key={file.id} file={file} />
              ))}
            </ul>
            {isLacking && <p className="soft">{say('stillInMailbox')}</p>}
          </section>
        )}
        <p className="soft mail-small">
          {mail.sentAt && `${say('sentAt')} ${fullTime(mail.sentAt)} · `}
          {sizeOf(mail.sizeBytes)}
          {mail.earlier > 0 && ` · ${say('earlier', { count: mail.earlier })}`}
        </p>
        <p className="soft mail-small">
          {say('contentHash')} <span className="mail-hash">{mail.contentHash}</span>
        </p>
        {mail.hasOriginal && mayUse(session, ['customers.reveal']) && (
          <p className="mail-small">
            <a href={pathOf(routes.original, { incomingMailId: mail.id })} download>
              {say('originalSave')}
            </a>
          </p>
        )}
        {!mail.hasOriginal && <p className="soft mail-small">{say('originalNone')}</p>}
      </div>
    </Card>
  );
}

function Attached({ file }: { file: AttachedFile }) {
  const say = useSay();
  if (file.fileId === null) {
    return (
      <li className="mail-left-out">
        <span>{file.fileName}</span>
        <span className="soft">
          {sizeOf(file.sizeBytes)}
          {file.leftOut && ` · ${say(`leftOut_${file.leftOut}`)}`}
        </span>
      </li>
    );
  }
  return (
    <li>
      <StoredFileView
        fileId={file.fileId}
        contentType={file.contentType}
        name={file.fileName}
        label={file.contentType.startsWith('image/') ? undefined : file.fileName}
      />
      <span className="soft">
        {file.contentType.startsWith('image/') && `${file.fileName} · `}
        {sizeOf(file.sizeBytes)}
      </span>
    </li>
  );
}
