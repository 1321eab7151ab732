import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type RatingRound, ratingRoutes } from '../contract.ts';
import { criteria } from '../locales/vocabulary.ts';
import { segmentWords } from '../locales/words.ts';

export const criterionWord = { spend: 'spend', visits: 'visitsCriterion' } as const;

/** The rounds of 客户评比, the latest first. */
export default function RatingsPage() {
  const say = useWords(segmentWords);
  const [isOpening, setOpening] = useState(false);
  const list = useRows(ratingRoutes.list, {});
  return (
    <Page
      title={say('ratings')}
      actions={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpening(true)}>
          {say('openRound')}
        </Button>
      }
    >
      <ResourceTable
        label={say('ratings')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/ratings/${id}`}
        empty={<EmptyState icon="chart" title={say('noRounds')} next={say('noRoundsNext')} />}
      />
      {isOpening && <OpenSheet onClose={() => setOpening(false)} />}
    </Page>
  );
}

function useColumns(): Column<RatingRound>[] {
  const say = useWords(segmentWords);
  return [
    { key: 'name', title: say('name'), isLong: true, card: 'title', show: (row) => row.name },
    { key: 'from', title: say('fromOn'), width: 120, show: (row) => row.fromOn },
    { key: 'until', title: say('untilOn'), width: 120, show: (row) => row.untilOn },
    {
      key: 'criterion',
      title: say('criterion'),
      width: 120,
      show: (row) => say(criterionWord[row.criterion]),
    },
    {
      key: 'state',
      title: say('standing'),
      width: 170,
      card: 'side',
      show: (row) => say(row.frozenAt ? 'frozen' : 'live'),
    },
  ];
}

function OpenSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(segmentWords);
  const navigate = useNavigate();
  const [form] = Form.useForm<BodyOf<typeof ratingRoutes.open>>();
  const open = useWriting(ratingRoutes.open);
  const needed = [{ required: true, message: say('needed') }];
  return (
    <SheetForm title={say('openRound')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ criterion: 'spend', places: 50 }}
        onFinish={(body) =>
          open.mutate({ body }, { onSuccess: ({ id }) => void navigate({ to: `/ratings/${id}` }) })
        }
      >
        <ProblemNote problem={open.error} form={form} onAgain={open.again} />
        <Form.Item name="name" label={say('name')} rules={needed}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="fromOn" label={say('fromOn')} rules={needed}>
            <DayField />
          </Form.Item>
          <Form.Item name="untilOn" label={say('untilOn')} rules={needed}>
            <DayField />
          </Form.Item>
          <Form.Item name="criterion" label={say('criterion')} rules={needed}>
            <Select
              options={criteria.map((key) => ({ value: key, label: say(criterionWord[key]) }))}
            />
          </Form.Item>
          <Form.Item name="places" label={say('places')} rules={needed}>
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
        </div>
        <FormEnd isBusy={open.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
