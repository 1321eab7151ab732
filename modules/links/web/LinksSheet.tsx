import { Button } from 'antd';
import { type ReactNode, Suspense } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { QrCode } from '#web/QrCode.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type Link, linkRoutes } from '../contract.ts';
import { linkWords } from '../locales/words.ts';
import './links.css';

interface Props {
  /** What the customer can do by it; left out: he sees one order. */
  lead?: string;
  /** Whose data a withdrawal touches, as `useWriting` names it. */
  touches?: string;
  links: readonly Link[] | undefined;
  problem: ApiProblem | null;
  /** The address of the link that was just made: it is shown this once. */
  url: string | undefined;
  isMaking: boolean;
  onMake: () => void;
  onAgain: () => void;
  onClose: () => void;
  /** What its holder will see, beside it. */
  preview?: ReactNode;
}

/** A customer's links to one record: make one, hand it over, see whether it was opened, take it back. */
export function LinksSheet(props: Props) {
  const { lead, touches, links, problem, url, isMaking, onMake, onAgain, onClose, preview } = props;
  const say = useWords(linkWords);
  return (
    <Sheet title={say('link')} place={preview ? 'whole' : 'centre'} onClose={onClose}>
      <div className={preview ? 'link-beside' : undefined}>
        <div className="link-sheet">
          <p className="soft">{lead ?? say('linkLead')}</p>
          <ProblemNote problem={problem} onAgain={onAgain} />
          {url && <Address url={url} />}
          {!url && (
            <Button type="primary" loading={isMaking} onClick={onMake}>
              {say('make')}
            </Button>
          )}
          {links?.length === 0 && !url && <p className="soft">{say('none')}</p>}
          {links && links.length > 0 && (
            <ul className="link-list">
              {links.map((link) => (
                <LinkRow key={link.id} link={link} touches={touches ?? 'service-orders'} />
              ))}
            </ul>
          )}
        </div>
        {preview && (
          <div className="link-preview">
            <Suspense fallback={null}>{preview}</Suspense>
          </div>
        )}
      </div>
    </Sheet>
  );
}

/** To be copied into a message, or held before the customer's camera. */
function Address({ url }: { url: string }) {
  const say = useWords(linkWords);
  const tell = useTell();
  // Without TLS browsers give no clipboard; the text can be selected in any case.
  const copy =
    navigator.clipboard &&
    (() => void navigator.clipboard.writeText(url).then(() => tell(say('copied'))));
  return (
    <section className="link-made">
      <QrCode text={url} label={say('scan')} />
      <div className="link-made-side">
        <p>{say('shownOnce')}</p>
        <code className="link-url">{url}</code>
        {copy && (
          <Button type="primary" onClick={copy}>
            {say('copy')}
          </Button>
        )}
      </div>
    </section>
  );
}

function LinkRow({ link, touches }: { link: Link; touches: string }) {
  const say = useWords(linkWords);
  const language = useLanguage();
  const withdraw = useWriting(linkRoutes.withdraw, { touches: [touches] });
  const at = (instant: string) => shortTime(instant, now(), language);
  const isOpen = link.state === 'open';
  return (
    <li className="link-row">
      <div>
        <p className={isOpen ? 'link-state-open' : 'soft'}>
          {isOpen ? say('until', { at: at(link.expiresAt) }) : say(link.state)}
        </p>
        <p className="soft">
          {link.lastUsedAt
            ? say('opened', { times: link.uses, at: at(link.lastUsedAt) })
            : say('notOpened')}
          {' · '}
          {say('madeBy', { name: link.createdByName ?? '', at: at(link.createdAt) })}
        </p>
        <ProblemNote problem={withdraw.error} onAgain={withdraw.again} />
      </div>
      {isOpen && (
        <Button
          danger
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { linkId: link.id } })}
        >
          {say('withdraw')}
        </Button>
      )}
    </li>
  );
}
