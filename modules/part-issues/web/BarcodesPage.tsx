import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type PartBarcode, partBarcodeRoutes as routes } from '../contract.ts';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

/** Which barcode of a packet stands for which part number. */
export default function BarcodesPage() {
  const { say } = usePartWords();
  const mayUnbind = mayUse(useSession(), ['parts.decide']);
  const [address, setAddress] = useAddress();
  const [isBinding, setBinding] = useState(false);
  const { code } = address;
  const list = useRows(routes.list, { query: { ...(code && { code }) } });
  const unbind = useWriting(routes.unbind);
  useHotkey({ keys: 'n', label: say('bind'), group: 'page', run: () => setBinding(true) });
  const columns: Column<PartBarcode>[] = [
    {
      key: 'barcode',
      title: say('barcode'),
      width: 220,
      card: 'title',
      show: (row) => row.barcode,
    },
    { key: 'number', title: say('number'), width: 200, show: (row) => row.number },
    { key: 'name', title: say('part'), isLong: true, show: (row) => row.name },
    { key: 'at', title: say('at'), width: 150, show: (row) => fullTime(row.createdAt) },
    ...(mayUnbind
      ? [
          {
            key: 'unbind',
            title: '',
            width: 90,
            show: (row: PartBarcode) => (
              <Button
                size="small"
                onClick={() => unbind.mutate({ params: { partBarcodeId: row.id } })}
              >
                {say('unbind')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={say('barcodes')}
      actions={
        <Button type="primary" onClick={() => setBinding(true)}>
          {say('bind')} <kbd className="for-keyboard">n</kbd>
        </Button>
      }
      filters={
        <Input.Search
          allowClear
          aria-label={say('search')}
          placeholder={say('search')}
          defaultValue={code}
          onSearch={(next) => setAddress({ code: next.trim() || undefined })}
        />
      }
    >
      <ProblemNote problem={unbind.error} onAgain={unbind.again} />
      <ResourceTable
        label={say('barcodes')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="parts" title={say('noBarcodes')} next={say('noBarcodesHint')} />}
      />
      {isBinding && <BindSheet onClose={() => setBinding(false)} />}
    </Page>
  );
}

function BindSheet({ onClose }: { onClose: () => void }) {
  const { say } = usePartWords();
  const [form] = Form.useForm<{ barcode: string; number: string }>();
  const bind = useWriting(routes.bind);
  const required = [{ required: true, whitespace: true, message: say('required') }];
  return (
    <SheetForm title={say('bind')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => bind.mutate({ body }, { onSuccess: onClose })}
      >
        <ProblemNote problem={bind.error} form={form} onAgain={bind.again} />
        <p className="soft">{say('bindNote')}</p>
        <Form.Item name="barcode" label={say('barcode')} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="number" label={say('number')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <FormEnd isBusy={bind.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
