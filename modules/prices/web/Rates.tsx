import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { dateIn } from '#shared/dates.ts';
import { formatFen } from '#shared/money.ts';
import type { ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { now, useNow } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { priceRoutes } from '../contract.ts';
import type { At } from './PriceTable.tsx';
import { usePriceWords } from './usePriceWords.ts';

type Shown = ReplyOf<typeof priceRoutes.rates>;

/** What an hour costs here, grade by grade; another rate from a day on; and how that came about. */
export default function Rates({ at, mayChange }: { at: At; mayChange: boolean }) {
  const { say } = usePriceWords();
  const { data, error } = useQuery(reading(priceRoutes.rates, { query: at }));
  return (
    <div className="price-desk-rates">
      <p className="soft">{say('ratesLead')}</p>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && data.rates.length === 0 && (
        <EmptyState icon="money" title={say('noRates')} next={say('noRatesNext')} />
      )}
      {data && data.rates.length > 0 && <Holding shown={data} />}
      {mayChange && <SetRate at={at} />}
      {data && data.editions.length > 0 && <RateEditions shown={data} />}
    </div>
  );
}

function Holding({ shown: { rates, orgUnitName } }: { shown: Shown }) {
  const { say } = usePriceWords();
  return (
    <Card title={`${orgUnitName} · ${say('rates')}`}>
      <table className="price-desk-table">
        <thead>
          <tr>
            <th>{say('grade')}</th>
            <th className="price-desk-number">{say('rate')}</th>
            <th>{say('validFrom')}</th>
            <th>{say('editionOf')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ grade, rateFen, validFrom, orgUnitName: of, isOwn }) => (
            <tr key={grade}>
              <td>{grade || say('usual')}</td>
              <td className="price-desk-number figures">{formatFen(rateFen)}</td>
              <td className="figures">{validFrom}</td>
              <td>{isOwn ? say('own') : of}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface Typed {
  grade?: string;
  rateFen: number;
  validFrom: string;
}

function SetRate({ at: { orgUnitId } }: { at: At }) {
  const { say } = usePriceWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const set = useWriting(priceRoutes.setRate, { touches: ['prices'] });
  const save = (typed: Typed) =>
    set.mutate(
      { body: { ...(orgUnitId && { orgUnitId }), ...typed } },
      {
        onSuccess: () => {
          tell(say('saved', { day: typed.validFrom }));
          form.resetFields(['rateFen']);
        },
      },
    );
  return (
    <Card title={say('setRate')}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ grade: '', validFrom: dateIn('Asia/Shanghai', now()) }}
        onFinish={save}
      >
        <ProblemNote problem={set.error} form={form} onAgain={set.again} />
        <div className="form-three">
          <Form.Item name="grade" label={say('grade')} extra={say('gradeHint')}>
            <Input maxLength={20} autoComplete="off" placeholder={say('usual')} />
          </Form.Item>
          <Form.Item
            name="rateFen"
            label={say('rate')}
            rules={[{ required: true, message: say('rate') }]}
          >
            <YuanField prefix="¥" />
          </Form.Item>
          <Form.Item
            name="validFrom"
            label={say('validFrom')}
            rules={[{ required: true, message: say('needDay') }]}
          >
            <DayField />
          </Form.Item>
        </div>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function RateEditions({ shown: { editions } }: { shown: Shown }) {
  const { say, language } = usePriceWords();
  const present = useNow();
  return (
    <Card title={say('history')}>
      <ul className="price-desk-rate-editions">
        {editions.map(({ grade, rateFen, validFrom, orgUnitName, createdByName, createdAt }) => (
          <li key={`${grade} ${validFrom} ${createdAt}`}>
            <span>
              {say('historyOf', { day: validFrom, unit: orgUnitName })} · {grade || say('usual')}
            </span>
            <strong className="figures">
              {rateFen === null ? say('standingAbove') : `¥${formatFen(rateFen)}`}
            </strong>
            <span className="soft">
              {[createdByName, shortTime(createdAt, present, language)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
