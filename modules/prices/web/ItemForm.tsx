import { Button, Form, Input, InputNumber, Segmented } from 'antd';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { hoursSources, type PriceLine, partOrigins, priceRoutes, workGrades } from '../contract.ts';
import type { At } from './PriceTable.tsx';
import { usePriceWords } from './usePriceWords.ts';

type Body = BodyOf<typeof priceRoutes.add>;
/** As typed: hours are hours here, and hundredths on the wire. */
type Typed = Omit<Body, 'standardHours' | 'hoursSource' | 'workGrade' | 'origin'> & {
  hours?: number | null;
  hoursSource?: string;
  workGrade?: string;
  origin?: string;
};

function typedOf(line: PriceLine | undefined): Partial<Typed> {
  const validFrom = dateIn('Asia/Shanghai', now());
  if (!line) return { kind: 'job', hoursSource: 'shop', origin: 'original', validFrom };
  const { kind, code, model, name, standardHours, rateGrade, measure } = line;
  return {
    ...{ kind, code, model, name, rateGrade, measure, validFrom },
    hours: standardHours === null ? undefined : standardHours / 100,
    hoursSource: line.hoursSource ?? undefined,
    workGrade: line.workGrade,
    priceFen: line.priceFen ?? undefined,
    origin: line.origin ?? undefined,
    guaranteeDays: line.guaranteeDays ?? undefined,
    guaranteeKm: line.guaranteeKm ?? undefined,
  };
}

/** What belongs to the kind and was filled in. */
function termsOf({ hours, ...typed }: Typed, kind: Body['kind']) {
  const { name, hoursSource, workGrade, rateGrade, priceFen, measure, origin } = typed;
  const { guaranteeDays, guaranteeKm, validFrom } = typed;
  const ofJob = {
    ...(hours != null && { standardHours: Math.round(hours * 100) }),
    ...(hoursSource && { hoursSource }),
    ...(workGrade && { workGrade }),
    ...(rateGrade && { rateGrade }),
  };
  const ofPart = { ...(measure && { measure }), ...(origin && { origin }) };
  return {
    ...{ name, validFrom },
    ...(kind === 'job' ? ofJob : ofPart),
    ...(priceFen !== undefined && { priceFen }),
    ...(guaranteeDays != null && { guaranteeDays }),
    ...(guaranteeKm != null && { guaranteeKm }),
  } as Omit<Body, 'kind' | 'code'>;
}

export function ItemForm(props: {
  at: At;
  mayChange: boolean;
  line: PriceLine | undefined;
  onDone: () => void;
}) {
  const { at, mayChange, line, onDone } = props;
  const { say } = usePriceWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const add = useWriting(priceRoutes.add);
  const change = useWriting(priceRoutes.change);
  const writing = line ? change : add;
  const kind = (Form.useWatch('kind', form) ?? line?.kind ?? 'job') as Body['kind'];
  const where = { ...(at.orgUnitId && { orgUnitId: at.orgUnitId }) };
  const save = (typed: Typed) => {
    const terms = { ...where, ...termsOf(typed, kind) };
    const onSuccess = () => {
      tell(say('saved', { day: typed.validFrom }));
      onDone();
    };
    if (line) change.mutate({ params: { priceItemId: line.id }, body: terms }, { onSuccess });
    else {
      const { code, model } = typed;
      const named = { kind, code, ...(kind === 'job' && model && { model }) };
      add.mutate({ body: { ...terms, ...named } }, { onSuccess });
    }
  };
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!mayChange}
      initialValues={typedOf(line)}
      onFinish={save}
    >
      <ProblemNote problem={writing.error} form={form} onAgain={writing.again} />
      {!line && <Naming kind={kind} />}
      <Form.Item
        name="name"
        label={say('itemName')}
        rules={[{ required: true, whitespace: true, message: say('needName') }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      {kind === 'job' ? <JobFields /> : <PartFields />}
      <div className="form-three">
        <Form.Item name="guaranteeDays" label={say('guaranteeDays')}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="guaranteeKm" label={say('guaranteeKm')}>
          <InputNumber min={0} max={9_999_999} precision={0} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={say('validFrom')}
          rules={[{ required: true, message: say('needDay') }]}
        >
          <DayField />
        </Form.Item>
      </div>
      {mayChange && (
        <div className="form-end">
          <Button onClick={onDone}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={writing.isPending}>
            {say('save')}
          </Button>
        </div>
      )}
    </Form>
  );
}

function Naming({ kind }: { kind: Body['kind'] }) {
  const { say, value } = usePriceWords();
  return (
    <>
      <Form.Item name="kind">
        <Segmented
          options={(['job', 'part'] as const).map((each) => ({
            value: each,
            label: value(`kind_${each}`),
          }))}
        />
      </Form.Item>
      <div className="form-pair">
        <Form.Item
          name="code"
          label={say('itemCode')}
          rules={[{ required: true, whitespace: true, message: say('needCode') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        {kind === 'job' && (
          <Form.Item name="model" label={say('model')} extra={say('modelHint')}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        )}
      </div>
    </>
  );
}

function JobFields() {
  const { say, value } = usePriceWords();
  return (
    <>
      <div className="form-three">
        <Form.Item name="hours" label={say('standardHours')} extra={say('hoursHint')}>
          <InputNumber min={0} max={1_000} step={0.1} precision={2} />
        </Form.Item>
        <Form.Item name="hoursSource" label={say('hoursSource')} extra={say('sourceHint')}>
          <Choice options={hoursSources.map((each) => [each, value(`source_${each}`)])} />
        </Form.Item>
        <Form.Item name="rateGrade" label={say('rateGrade')} extra={say('usualHint')}>
          <Input maxLength={20} autoComplete="off" placeholder={say('usual')} />
        </Form.Item>
      </div>
      <div className="form-pair">
        <Form.Item name="workGrade" label={say('workGrade')}>
          <Choice options={workGrades.map((each) => [each, value(`work_${each}`)])} />
        </Form.Item>
        <Form.Item name="priceFen" label={say('fixed')} extra={say('fixedHint')}>
          <YuanField prefix="¥" />
        </Form.Item>
      </div>
    </>
  );
}

function PartFields() {
  const { say, value } = usePriceWords();
  return (
    <div className="form-three">
      <Form.Item name="origin" label={say('origin')}>
        <Choice options={partOrigins.map((each) => [each, value(`origin_${each}`)])} />
      </Form.Item>
      <Form.Item name="priceFen" label={say('priceFen')}>
        <YuanField prefix="¥" />
      </Form.Item>
      <Form.Item name="measure" label={say('measure')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </div>
  );
}

/** The browser's own choice, as a field of the form. */
function Choice(props: {
  id?: string;
  disabled?: boolean;
  value?: string;
  onChange?: (value: string) => void;
  options: readonly (readonly [string, string])[];
}) {
  const { id, value = '', onChange, options } = props;
  return (
    <select
      id={id}
      className="plain-field price-desk-choice"
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
    >
      {options.map(([code, word]) => (
        <option key={code} value={code}>
          {word || '—'}
        </option>
      ))}
    </select>
  );
}
