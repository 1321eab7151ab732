import { Button, Form } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type Review, reviewRoutes } from '../contract.ts';
import { People } from './MakeSheet.tsx';
import { useSay } from './said.ts';

/** Who is invited, and a way to invite more while it is prepared. */
export function Invited({ review }: { review: Review }) {
  const say = useSay();
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ employeeIds: string[] }>();
  const invite = useWriting(reviewRoutes.invite);
  const mayInvite = review.steps.some(({ step, allowed }) => step === 'invite' && allowed);
  const names = review.people.map(({ name }) => name).join('、');
  const params = { complaintReviewId: review.id };
  return (
    <p className="review-invited">
      <span className="soft">{say('invited')}</span> {names || say('nobodyInvited')}{' '}
      {mayInvite && (
        <Button size="small" onClick={() => setOpen(true)}>
          {say('inviteMore')}
        </Button>
      )}
      {isOpen && (
        <SheetForm title={say('inviteMore')} onClose={() => setOpen(false)}>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={({ employeeIds }) =>
              invite.mutate(
                { params, body: { employeeIds } },
                {
                  onSuccess: () => {
                    tell(say('inviteDone'));
                    setOpen(false);
                  },
                },
              )
            }
          >
            <ProblemNote problem={invite.error} form={form} onAgain={invite.again} />
            <Form.Item
              name="employeeIds"
              label={say('choosePeople')}
              rules={[{ required: true, message: say('need') }]}
            >
              <People />
            </Form.Item>
            <div className="form-end">
              <Button type="primary" htmlType="submit" loading={invite.isPending}>
                {say('inviteMore')}
              </Button>
            </div>
          </Form>
        </SheetForm>
      )}
    </p>
  );
}
