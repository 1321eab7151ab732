import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type PublicShop, type ShopPage, shopPageRoutes } from '../contract.ts';
import { type ShopPageWord, shopPageWords } from '../locales/words.ts';

const lists = ['promises', 'receptionSteps', 'complaintSteps'] as const;
type ListField = (typeof lists)[number];
type Typed = Omit<ShopPage, ListField | 'at' | 'shown' | 'orgUnitId' | 'orgUnitName' | 'version'> &
  Record<ListField, string>;

const mostLines = { promises: 10, receptionSteps: 12, complaintSteps: 12 } as const;
const linesOf = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const written = (typed: Typed) => ({
  ...typed,
  promises: linesOf(typed.promises),
  receptionSteps: linesOf(typed.receptionSteps),
  complaintSteps: linesOf(typed.complaintSteps),
});

interface Props {
  page: ShopPage;
  /** What stands in the form now, as the public page would have it. */
  onDraft: (draft: Partial<PublicShop>) => void;
}

/** One form for the whole page: what is a list is one line each. */
export function ShopPageForm({ page, onDraft }: Props) {
  const say = useWords(shopPageWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const save = useWriting(shopPageRoutes.save);
  const { orgUnitId, orgUnitName: _, version, at: __, shown: ___, ...settings } = page;
  const initial: Typed = {
    ...settings,
    promises: page.promises.join('\n'),
    receptionSteps: page.receptionSteps.join('\n'),
    complaintSteps: page.complaintSteps.join('\n'),
  };
  const submit = (typed: Typed) => {
    const body = { ...settings, ...written(typed), orgUnitId };
    const seen = version === 0 ? {} : { version };
    const onSuccess = (saved: ShopPage) => tell(say(saved.isOpen ? 'savedOpen' : 'saved'));
    save.mutate({ body, ...seen }, { onSuccess });
  };
  const draft = () => {
    const {
      slug: _slug,
      isOpen: _open,
      confirmsItself: _itself,
      ...shown
    } = written(form.getFieldsValue(true) as Typed);
    onDraft({ ...shown, complaintPhone: shown.complaintPhone || page.shown.complaintPhone });
  };
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={submit}
      onValuesChange={draft}
    >
      <ProblemNote problem={save.error} form={form} onAgain={save.again} />
      <Flag name="isOpen" />
      <Form.Item
        name="slug"
        label={say('slug')}
        extra={say('slugHint')}
        rules={[
          {
            required: true,
            pattern: /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
            message: say('slugWrong'),
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="intro" label={say('intro')}>
        <Input.TextArea className="grows" maxLength={600} />
      </Form.Item>
      <Form.Item
        name="mapPoint"
        label={say('mapPoint')}
        extra={say('mapPointHint')}
        rules={[
          { pattern: /^$|^-?\d{1,3}\.\d{1,7},-?\d{1,2}\.\d{1,7}$/, message: say('mapPointWrong') },
        ]}
      >
        <Input maxLength={26} autoComplete="off" inputMode="decimal" />
      </Form.Item>
      <h3 className="shop-page-desk-part">{say('phones')}</h3>
      <div className="form-pair">
        <Phone name="rescuePhone" />
        <Phone name="complaintPhone" hint={say('complaintPhoneHint')} />
        <Phone name="authorityPhone" />
        <Phone name="transportPhone" />
      </div>
      {lists.map((name) => (
        <Lines key={name} name={name} />
      ))}
      <h3 className="shop-page-desk-part">{say('bookings')}</h3>
      <Flag name="takesBookings" />
      <Flag name="confirmsItself" />
      <Flag name="fetches" />
      <Form.Item name="changeUntilHours" label={say('changeUntilHours')} required>
        <InputNumber min={0} max={168} precision={0} />
      </Form.Item>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('save')}
        </Button>
      </div>
    </Form>
  );
}

function Flag({ name }: { name: Extract<keyof Typed, ShopPageWord> }) {
  const say = useWords(shopPageWords);
  return (
    <div className="shop-page-desk-flag">
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={say(name)} />
      </Form.Item>
      <span>{say(name)}</span>
    </div>
  );
}

function Phone({ name, hint }: { name: Extract<keyof Typed, ShopPageWord>; hint?: string }) {
  const say = useWords(shopPageWords);
  return (
    <Form.Item name={name} label={say(name)} extra={hint}>
      <Input maxLength={40} autoComplete="off" inputMode="tel" />
    </Form.Item>
  );
}

function Lines({ name }: { name: ListField }) {
  const say = useWords(shopPageWords);
  const count = mostLines[name];
  const isFine = (typed: string) => {
    const lines = linesOf(typed);
    return lines.length <= count && lines.every(({ length }) => length <= 200);
  };
  return (
    <Form.Item
      name={name}
      label={say(name)}
      extra={say(name === 'promises' ? 'promisesHint' : 'stepsHint')}
      rules={[
        {
          validator: async (_, typed: string) => {
            if (!isFine(typed)) throw new Error(say('tooManyLines', { count }));
          },
        },
      ]}
    >
      <Input.TextArea className="grows" maxLength={2600} />
    </Form.Item>
  );
}
