import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import { customerRoutes } from '#modules/customers/contract.ts';
import { reading, useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { type PhoneCall, phoneCallRoutes } from '../contract.ts';
import { touches, useSay } from './usePhoneWords.ts';

/** The number says nothing: a customer found by name or plate, a new one (`f`), or a name alone. */
export function CallerChoice(props: { call: PhoneCall; onChoose: (customerId: string) => void }) {
  const { call, onChoose } = props;
  const mayAdd = mayUse(useSession(), ['customers.edit']);
  return (
    <div className="phone-choice">
      <FindCustomer onChoose={onChoose} />
      {mayAdd && <PutOnFile call={call} onChoose={onChoose} />}
      <NameOnly key={call.callerName} call={call} />
    </div>
  );
}

function FindCustomer({ onChoose }: { onChoose: (customerId: string) => void }) {
  const say = useSay();
  const [q, setQ] = useState('');
  const found = useQuery({
    ...reading(customerRoutes.list, { query: { q, limit: 10 } }),
    enabled: q.trim() !== '',
  });
  return (
    <Select
      aria-label={say('choose')}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={say('choose')}
      notFoundContent={null}
      value={null}
      onChange={(customerId: string | null) => customerId && onChoose(customerId)}
      options={(found.data?.items ?? []).map(({ id, name, phone }) => ({
        value: id,
        label: [name, phone].filter(Boolean).join('　'),
      }))}
    />
  );
}

const salutations = ['mr', 'ms'] as const;

function PutOnFile({ call, onChoose }: { call: PhoneCall; onChoose: (id: string) => void }) {
  const say = useSay();
  const field = useRef<InputRef>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState(call.callerName);
  const [salutation, setSalutation] = useState<(typeof salutations)[number]>('mr');
  const add = useWriting(customerRoutes.add, touches);
  const open = () => setIsOpen(true);
  useHotkey(
    isOpen
      ? null
      : {
          keys: 'f',
          label: say('putOnFile'),
          group: 'page',
          run: (event) => {
            event.preventDefault();
            open();
          },
        },
  );
  if (!isOpen) {
    return (
      <Button onClick={open}>
        {say('putOnFile')} <kbd className="for-keyboard">F</kbd>
      </Button>
    );
  }
  const save = () => {
    if (name.trim() === '' || add.isPending) return;
    const phone = call.number === '' || call.number.includes('*') ? undefined : call.number;
    add.mutate(
      { body: { name: name.trim(), salutation, source: 'enquiry', ...(phone && { phone }) } },
      { onSuccess: ({ id }) => onChoose(id) },
    );
  };
  return (
    <div className="phone-new-customer">
      <ProblemNote problem={add.error} onAgain={add.again} />
      <Input
        ref={field}
        autoFocus
        maxLength={80}
        aria-label={say('newName')}
        placeholder={say('newName')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={save}
      />
      <Segmented
        value={salutation}
        options={salutations.map((value) => ({ value, label: say(value) }))}
        onChange={setSalutation}
      />
      <Button type="primary" loading={add.isPending} onClick={save}>
        {say('saveFile')}
      </Button>
    </div>
  );
}

/** Who is not to be put on file has a name all the same. */
function NameOnly({ call }: { call: PhoneCall }) {
  const say = useSay();
  const [name, setName] = useState(call.callerName);
  const identify = useWriting(phoneCallRoutes.identify, touches);
  const keep = () =>
    identify.mutate({
      params: { phoneCallId: call.id },
      body: { customerId: null, callerName: name.trim() },
    });
  return (
    <div className="phone-new-customer">
      <ProblemNote problem={identify.error} onAgain={identify.again} />
      <Input
        maxLength={80}
        aria-label={say('callerName')}
        placeholder={say('callerName')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={keep}
      />
      <Button
        disabled={name.trim() === call.callerName}
        loading={identify.isPending}
        onClick={keep}
      >
        {say('keepName')}
      </Button>
    </div>
  );
}
