import { Button } from 'antd';
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
  links: readonly Link[] | undefined;
  problem: ApiProblem | null;
  /** The address of the link that was just made: it is shown this once. */
  url: string | undefined;
  isMaking: boolean;
  onMake: () => void;
  onAgain: () => void;
  onClose: () => void;
}

/** A customer's links to one record: make one, hand it over, see whether it was opened, take it back. */
export function LinksSheet({ links, problem, url, isMaking, onMake, onAgain, onClose }: Props) {
  const say = useWords(linkWords);
  return (
    <Sheet title={say('link')} onClose={onClose}>
      <div className="link-sheet">
        <p className="soft">{say('linkLead')}</p>
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
              <LinkRow key={link.id} link={link} />
            ))}
          </ul>
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

function LinkRow({ link }: { link: Link }) {
  const say = useWords(linkWords);
  const language = useLanguage();
  const withdraw = useWriting(linkRoutes.withdraw, { touches: ['service-orders'] });
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
