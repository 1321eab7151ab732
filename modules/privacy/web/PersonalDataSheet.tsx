import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import {
  type Restriction,
  restrictionRoutes,
  type revealReasons,
} from '#modules/customers/contract.ts';
import { customersWords } from '#modules/customers/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { reading, useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type PersonalData, privacyRoutes, rightsRoutes } from '../contract.ts';
import { tableNames } from '../locales/tables.ts';
import { type PrivacyWord, privacyWords } from '../locales/words.ts';
import './privacy.css';
import { dayOf } from '#web/shopClock.ts';
import { Requests } from './Requests.tsx';

interface Shown {
  customerId: string;
  name: string;
  onClose: () => void;
}

/** What he asks for about his data; for who may look into it, all that is held and done as well. */
export function PersonalDataSheet(props: Shown) {
  const mayLook = mayUse(useSession(), ['customers.export']);
  return mayLook ? <WholeSheet {...props} /> : <RequestsSheet {...props} />;
}

/** For who takes requests down: what is open of his, and the form for a new one. */
function RequestsSheet({ customerId, name, onClose }: Shown) {
  const say = useWords(privacyWords);
  const list = useRows(rightsRoutes.list, { query: { customerId } });
  return (
    <Sheet title={`${say('personalData')} · ${name}`} onClose={onClose}>
      <div className="privacy-sheet">
        <p className="soft">{say('lead')}</p>
        <ProblemNote problem={list.problem} />
        {list.isLoading && <Waiting label={say('personalData')} />}
        {!list.isLoading && (
          <Requests customerId={customerId} name={name} requests={list.rows} mayAdd isOpenOnly />
        )}
      </div>
    </Sheet>
  );
}

/** What is held of a customer, who saw it, his copy, and erasure: what he may ask for at the counter. */
function WholeSheet(props: Shown) {
  const { customerId, name, onClose } = props;
  const say = useWords(privacyWords);
  const { data, error } = useQuery(reading(privacyRoutes.read, { params: { customerId } }));
  return (
    <Sheet title={`${say('personalData')} · ${name}`} onClose={onClose}>
      <div className="privacy-sheet">
        <p className="soft">{say('lead')}</p>
        <ProblemNote problem={error} />
        {!data && !error && <Waiting label={say('personalData')} />}
        {data?.erasure && <Erased erasure={data.erasure} />}
        {data && (
          <Requests
            customerId={customerId}
            name={name}
            requests={data.requests}
            mayAdd={!data.erasure || data.erasure.state === 'held'}
          />
        )}
        {data?.restriction && data.erasure?.state !== 'held' && (
          <Restricted customerId={customerId} restriction={data.restriction} />
        )}
        {data && <Held data={data} />}
        {data && <Readings data={data} />}
        {data && !data.erasure && <Copy data={data} />}
        {data && !data.erasure && <Erase data={data} />}
      </div>
    </Sheet>
  );
}

/** Since when nobody contacts him unasked, and lifting it for a reason. */
function Restricted(props: { customerId: string; restriction: Restriction }) {
  const { customerId, restriction } = props;
  const { since, reason, byName } = restriction;
  const say = useWords(privacyWords);
  const language = useLanguage();
  const [form] = Form.useForm<{ reason: string }>();
  const params = { customerId };
  const lift = useWriting(restrictionRoutes.liftRestriction, { touches: ['archives'] });
  const facts = { at: shortTime(since, now(), language), by: byName, reason };
  return (
    <section>
      <h3>{say('restricted')}</h3>
      <p>{say('restrictedSince', facts)}</p>
      <Form form={form} layout="vertical" onFinish={(body) => lift.mutate({ params, body })}>
        <ProblemNote problem={lift.error} form={form} onAgain={lift.again} />
        <Form.Item
          name="reason"
          label={say('liftReason')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={300} autoComplete="off" placeholder={say('liftHint')} />
        </Form.Item>
        <Button htmlType="submit" loading={lift.isPending}>
          {say('lift')}
        </Button>
      </Form>
    </section>
  );
}

function Held({ data }: { data: PersonalData }) {
  const say = useWords(privacyWords);
  const language = useLanguage();
  const nameOf = (what: string) => tableNames[what]?.[language === 'en' ? 1 : 0] ?? what;
  return (
    <section>
      <h3>{say('kept')}</h3>
      {data.kept.length === 0 && <p className="soft">{say('keptNone')}</p>}
      <ul className="privacy-kept">
        {data.kept.map(({ what, rows }) => (
          <li key={what}>
            {nameOf(what)} <span className="figures soft">{rows}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Counted = PersonalData['readingsByMonth'][number];
const monthsOf = ({ readingsByMonth }: PersonalData) =>
  Object.entries(Object.groupBy(readingsByMonth, ({ month }) => month)) as [string, Counted[]][];

type Reason = (typeof revealReasons)[number];

function Readings({ data }: { data: PersonalData }) {
  const say = useWords(privacyWords);
  const why = useWords(customersWords);
  const language = useLanguage();
  return (
    <section>
      <h3>{say('readings')}</h3>
      {data.readings.length === 0 && <p className="soft">{say('readingsNone')}</p>}
      <ul className="privacy-counts">
        {monthsOf(data).map(([month, rows]) => (
          <li key={month}>
            <strong className="figures">{month}</strong>{' '}
            {rows
              .map(({ event, actorName, times }) =>
                say('seenTimes', { by: actorName, how: say(event as PrivacyWord), times }),
              )
              .join(language === 'en' ? '; ' : '；')}
          </li>
        ))}
      </ul>
      <ul className="privacy-readings">
        {data.readings.map(({ at, event, actorName, reason }) => (
          <li key={at + event}>
            <span className="figures soft">{shortTime(at, now(), language)}</span>
            <strong>{actorName}</strong>
            <span>{say(event as PrivacyWord)}</span>
            {reason && <span className="soft">{why(`reveal_${reason as Reason}`)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asked for with a reason, then fetched once. */
function Copy({ data: { customerId, copyUntil } }: { data: PersonalData }) {
  const say = useWords(privacyWords);
  const language = useLanguage();
  const [form] = Form.useForm<{ purpose: string }>();
  const params = { customerId };
  const ask = useWriting(privacyRoutes.askCopy);
  const until = ask.data?.copyUntil ?? copyUntil;
  return (
    <section>
      <h3>{say('copy')}</h3>
      {until ? (
        <>
          <p>{say('copyReady', { at: shortTime(until, now(), language) })}</p>
          <Button type="primary" href={pathOf(privacyRoutes.fetchCopy, params)} download>
            {say('download')}
          </Button>
        </>
      ) : (
        <Form form={form} layout="vertical" onFinish={(body) => ask.mutate({ params, body })}>
          <ProblemNote problem={ask.error} form={form} onAgain={ask.again} />
          <Form.Item
            name="purpose"
            label={say('purpose')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={200} autoComplete="off" placeholder={say('purposeHint')} />
          </Form.Item>
          <Button htmlType="submit" loading={ask.isPending}>
            {say('ask')}
          </Button>
        </Form>
      )}
    </section>
  );
}

/** Cannot be taken back: it says what goes, what stays and until when. */
function Erase({ data: { customerId, keptUntil } }: { data: PersonalData }) {
  const say = useWords(privacyWords);
  const [form] = Form.useForm<{ reason: string }>();
  const mayErase = mayUse(useSession(), ['organisation.manage']);
  const params = { customerId };
  const erase = useWriting(privacyRoutes.erase, { touches: ['customers', 'archives'] });
  return (
    <section>
      <h3>{say('erase')}</h3>
      <p>{say('eraseLead')}</p>
      {keptUntil && <p>{say('eraseKept', { at: dayOf(keptUntil) })}</p>}
      <Form form={form} layout="vertical" onFinish={(body) => erase.mutate({ params, body })}>
        <ProblemNote problem={erase.error} form={form} onAgain={erase.again} />
        <Form.Item
          name="reason"
          label={say('reason')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input
            maxLength={300}
            autoComplete="off"
            disabled={!mayErase}
            placeholder={say('reasonHint')}
          />
        </Form.Item>
        <Button danger htmlType="submit" disabled={!mayErase} loading={erase.isPending}>
          {say('eraseYes')}
        </Button>
        {!mayErase && <p className="soft">{say('eraseNot')}</p>}
      </Form>
    </section>
  );
}

function Erased({ erasure }: { erasure: NonNullable<PersonalData['erasure']> }) {
  const say = useWords(privacyWords);
  const { state, keptUntil, heldSince, heldUntil } = erasure;
  if (state === 'held' && heldSince) {
    return (
      <section role="status">
        <h3>{say('erasureHeld')}</h3>
        <p>
          {say('erasureHeldLead', { at: dayOf(heldSince) })}{' '}
          {heldUntil && say('erasureHeldUntil', { at: dayOf(heldUntil) })}
        </p>
      </section>
    );
  }
  return (
    <section role="status">
      <h3>{say(state === 'asked' ? 'erasing' : 'erased')}</h3>
      {state !== 'over' && keptUntil && <p>{say('erasedKept', { at: dayOf(keptUntil) })}</p>}
    </section>
  );
}
