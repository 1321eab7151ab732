import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { Suspense, useState } from 'react';
import type { ComplaintMatch } from '#modules/complaints/contract.ts';
import type { ComplaintKind } from '#modules/complaints/lifecycle.ts';
import { ComplaintKindChips, ComplaintMatchBox } from '#modules/complaints/web/index.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type IncomingMail, type IncomingMailMatch, incomingMailRoutes } from '../contract.ts';
import { touches, useSay } from './said.ts';

interface Typed {
  kind?: ComplaintKind;
  content: string;
  complainantName: string;
  complainantPhone?: string;
  typed?: string;
}
const mostWords = 4000;
const isOpen = (phone: string) => phone !== '' && !phone.includes('*');

/** A complaint out of a letter: all that the letter tells stands there already, the kind is left to say. */
export default function OpenSheet(props: {
  mail: IncomingMail;
  match: IncomingMailMatch | undefined;
  onClose: () => void;
}) {
  const { mail, match, onClose } = props;
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const [found, setFound] = useState<ComplaintMatch>();
  const looked = Form.useWatch('typed', form) ?? '';
  const open = useWriting(incomingMailRoutes.open, touches);
  const words = [mail.subject, mail.body].filter(Boolean).join('\n');
  const kept = mail.attached.filter(({ fileId }) => fileId !== null).length;
  const phone = [match?.phone ?? '', ...mail.phones].find(isOpen);
  const whom = match ?? {
    customerId: found?.customerId ?? null,
    vehicleId: found?.vehicleId ?? null,
    orderId: found?.order?.id ?? null,
  };
  const submit = ({ kind, content, complainantName, complainantPhone }: Typed) =>
    open.mutate(
      {
        params: { incomingMailId: mail.id },
        body: {
          kind: kind!,
          content: content.trim(),
          complainantName: complainantName.trim(),
          ...(complainantPhone?.trim() && { complainantPhone: complainantPhone.trim() }),
          ...(whom.customerId && { customerId: whom.customerId }),
          ...(whom.vehicleId && { vehicleId: whom.vehicleId }),
          ...(whom.orderId && { orderId: whom.orderId }),
        },
        version: mail.version,
      },
      {
        onSuccess: ({ complaintId, complaintNumber }) => {
          tell(say('opened', { number: complaintNumber ?? '' }));
          void navigate({ to: `/complaints/${complaintId}` });
        },
      },
    );
  return (
    <SheetForm title={say('openTitle')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          content: words.slice(0, mostWords),
          complainantName: (match?.customerName || mail.fromName || mail.fromAddress).slice(0, 80),
          complainantPhone: phone,
        }}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <p className="soft">
          {say('openLead', { at: fullTime(mail.arrivedAt) })}
          {kept > 0 && ` · ${say('filesGoAlong', { count: kept })}`}
        </p>
        <ProblemNote problem={open.error} form={form} onAgain={open.again} />
        <Suspense fallback={<Waiting />}>
          <Form.Item
            name="kind"
            label={say('kind')}
            rules={[{ required: true, message: say('needKind') }]}
          >
            <ComplaintKindChips />
          </Form.Item>
        </Suspense>
        <Form.Item
          name="content"
          label={say('content')}
          extra={words.length > mostWords ? say('contentCut') : undefined}
          rules={[{ required: true, whitespace: true, message: say('needContent') }]}
        >
          <Input.TextArea className="grows" rows={4} maxLength={mostWords} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item
            name="complainantName"
            label={say('complainant')}
            rules={[{ required: true, whitespace: true, message: say('needComplainant') }]}
          >
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item name="complainantPhone" label={say('phone')}>
            <Input maxLength={40} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </div>
        {match ? (
          <p className="mail-whom">
            {[match.customerName, match.plate, match.orderNumber].filter(Boolean).join(' · ')}
          </p>
        ) : (
          <>
            <Form.Item name="typed" label={say('matches')}>
              <Input maxLength={60} autoComplete="off" disabled={found !== undefined} />
            </Form.Item>
            <Suspense fallback={null}>
              <ComplaintMatchBox typed={looked} chosen={found} onChoose={setFound} />
            </Suspense>
          </>
        )}
        <FormEnd isBusy={open.isPending} onCancel={onClose} save={say('openGo')} />
      </Form>
    </SheetForm>
  );
}
