import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { newKey, reading, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { type Post, staffingRoutes } from '../contract.ts';
import { staffingWords } from '../locales/words.ts';
import './staffing.css';

interface Typed {
  duties: string;
  qualifications: string;
  qualities?: Post['qualities'];
}
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A quality keeps its key, by which earlier assessments know it. */
const tidied = ({ key, name, meaning }: Post['qualities'][number]) => ({
  ...{ key, name: name.trim(), meaning: meaning?.trim() ?? '' },
});

/** A new wording of a post; the earlier ones stand below. */
export function EditPostSheet({ post, onClose }: { post: Post; onClose: () => void }) {
  const say = useWords(staffingWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const params = { postKey: post.key };
  const earlier = useQuery(reading(staffingRoutes.listVersions, { params }));
  const change = useWriting(staffingRoutes.changePost);
  const save = ({ duties, qualifications, qualities = [] }: Typed) => {
    const body = { duties: linesOf(duties), qualifications: linesOf(qualifications) };
    change.mutate(
      { params, body: { ...body, qualities: qualities.map(tidied) }, version: post.version },
      {
        onSuccess: () => {
          tell(say('saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Sheet title={post.name} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="staffing-sheet"
        initialValues={{
          duties: post.duties.join('\n'),
          qualifications: post.qualifications.join('\n'),
          qualities: post.qualities,
        }}
        onFinish={save}
      >
        <ProblemNote problem={change.error} form={form} onAgain={change.again} />
        <Form.Item name="duties" label={say('duties')} extra={say('oneALine')}>
          <Input.TextArea rows={8} maxLength={6000} />
        </Form.Item>
        <Form.Item name="qualifications" label={say('qualifications')} extra={say('oneALine')}>
          <Input.TextArea rows={6} maxLength={6000} />
        </Form.Item>
        <Qualities />
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
        <h3>{say('earlier')}</h3>
        <ul className="staffing-versions">
          {earlier.data?.items.map(({ version, byName, at, duties }) => (
            <li key={version}>
              <span>{say('versionNo', { version })}</span>{' '}
              <span className="soft">
                {at ? say('byAt', { name: byName, at: fullTime(at) }) : say('original')}
              </span>
              <p className="soft">{duties.join('；')}</p>
            </li>
          ))}
        </ul>
      </Form>
    </Sheet>
  );
}

const mostQualities = 8;

/** By what the people of a post are assessed: named, explained, added and removed. */
function Qualities() {
  const say = useWords(staffingWords);
  return (
    <fieldset className="staffing-qualities">
      <legend>{say('qualities')}</legend>
      <p className="soft">{say('qualitiesHint')}</p>
      <Form.List name="qualities">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="staffing-quality">
                <Form.Item name={[name, 'key']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item
                  name={[name, 'name']}
                  rules={[{ required: true, whitespace: true, message: say('need') }]}
                >
                  <Input
                    maxLength={40}
                    aria-label={`${say('quality')} ${name + 1}`}
                    placeholder={say('quality')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'meaning']}>
                  <Input
                    maxLength={300}
                    aria-label={`${say('meaning')} ${name + 1}`}
                    placeholder={say('meaning')}
                  />
                </Form.Item>
                <button
                  type="button"
                  className="plain-button"
                  aria-label={say('removeQuality', { name: name + 1 })}
                  onClick={() => remove(name)}
                >
                  <Icon name="close" />
                </button>
              </div>
            ))}
            <Button
              size="small"
              disabled={fields.length >= mostQualities}
              onClick={() => add({ key: `own-${newKey().slice(0, 12)}`, name: '', meaning: '' })}
            >
              {say('addQuality')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
