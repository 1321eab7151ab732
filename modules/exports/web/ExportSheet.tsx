import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { grouped } from '#web/figures.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type ExportOutlook, exportRoutes } from '../contract.ts';
import type { TakenOut } from '../contract-lists.ts';
import { exportWords } from '../locales/words.ts';
import './exports.css';
import { useDownload } from './useDownload.ts';

interface Of {
  list: TakenOut;
  /** The filter, as an address has it. */
  query: string;
  /** The columns of the screen, in their order. */
  columns: readonly string[];
  label: string;
  onClose: () => void;
}

/** How much, which columns, what for: then the file. */
export default function ExportSheet(of: Of) {
  const say = useWords(exportWords);
  const asked = { list: of.list, ...(of.query && { query: of.query }) };
  const outlook = useQuery({ ...reading(exportRoutes.outlook, { query: asked }), gcTime: 0 });
  return (
    <Sheet title={`${say('export')} · ${of.label}`} onClose={of.onClose}>
      <div className="export-sheet">
        <p className="soft">{say('lead')}</p>
        <ProblemNote problem={outlook.error} onAgain={() => void outlook.refetch()} />
        {outlook.isPending && <Waiting />}
        {outlook.data && <ExportForm {...of} outlook={outlook.data} />}
      </div>
    </Sheet>
  );
}

interface Fields {
  columns: string[];
  reason: string;
  isWhole?: boolean;
}

function ExportForm({ list, query, columns, outlook, onClose }: Of & { outlook: ExportOutlook }) {
  const say = useWords(exportWords);
  const [form] = Form.useForm<Fields>();
  const ask = useWriting(exportRoutes.ask);
  const download = useDownload();
  const ordered = inOrder(outlook, columns);
  const isTooLong = outlook.isMore || outlook.rows > outlook.budget.left;
  const isUnderWay = ask.isPending || download.state === 'receiving';
  if (download.state === 'done')
    return <Done rows={download.rows} number={download.number} onClose={onClose} />;
  const submit = ({ columns: chosen, reason, isWhole }: Fields) =>
    ask.mutate(
      {
        body: {
          list,
          ...(query && { query }),
          columns: ordered.map(({ key }) => key).filter((key) => chosen.includes(key)),
          reason,
          ...(isWhole && { isWhole }),
        },
      },
      { onSuccess: (made) => void download.fetch(made) },
    );
  const preset = ordered.filter(({ isShown }) => isShown).map(({ key }) => key);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ columns: preset.length > 0 ? preset : ordered.map(({ key }) => key) }}
      onFinish={submit}
    >
      <Amount outlook={outlook} isTooLong={isTooLong} />
      <ProblemNote problem={ask.error} form={form} onAgain={ask.again} />
      {download.state === 'cut' && (
        <p role="alert" className="export-alert">
          {say('cut')}
        </p>
      )}
      <Form.Item
        name="columns"
        label={say('columns')}
        rules={[{ required: true, message: say('columns') }]}
      >
        <Checkbox.Group
          className="export-columns"
          options={ordered.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
      {outlook.mayHaveWhole && (
        <Form.Item name="isWhole" valuePropName="checked">
          <Checkbox>{say('isWhole')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('reasonNeeded') }]}
      >
        <Input maxLength={200} autoComplete="off" placeholder={say('reasonHint')} />
      </Form.Item>
      <div className="form-end">
        {download.state === 'receiving' && (
          <span role="status" className="soft figures">
            {say('receiving', { size: sizeOf(download.bytes) })}
          </span>
        )}
        <Button
          type="primary"
          htmlType="submit"
          loading={isUnderWay}
          disabled={isTooLong || outlook.rows === 0}
        >
          {say('make')}
        </Button>
      </div>
    </Form>
  );
}

function Amount({ outlook, isTooLong }: { outlook: ExportOutlook; isTooLong: boolean }) {
  const say = useWords(exportWords);
  const { rows, isMore, budget } = outlook;
  return (
    <div className="export-amount">
      <strong className="figures">
        {say(isMore ? 'rowsMore' : 'rows', { rows: grouped(rows) })}
      </strong>
      <span className="soft figures">
        {say('left', { left: grouped(budget.left), rowsADay: grouped(budget.rowsADay) })}
      </span>
      {rows === 0 && <p role="status">{say('nothing')}</p>}
      {isTooLong && (
        <p role="alert" className="export-alert">
          {say('tooMany')}
        </p>
      )}
    </div>
  );
}

function Done({ rows, number, onClose }: { rows: number; number: string; onClose: () => void }) {
  const say = useWords(exportWords);
  return (
    <div className="export-done" role="status">
      <p>{say('done', { rows: grouped(rows), number })}</p>
      <Button type="primary" onClick={onClose}>
        {say('close')}
      </Button>
    </div>
  );
}

/** First the columns that the screen shows, in its order; then what the list has besides. */
function inOrder({ columns }: ExportOutlook, shown: readonly string[]) {
  const placed = columns.map((column, at) => {
    const place = shown.indexOf(column.shownAs);
    return { ...column, isShown: place >= 0, place: place < 0 ? shown.length : place, at };
  });
  return placed.sort((one, other) => one.place - other.place || one.at - other.at);
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
